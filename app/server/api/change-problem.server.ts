import type { ClaimChangeRefusal } from "#app/server/claims/change-claim.server.ts";
import { intakeProblem } from "./intake-json.server.ts";
import type { Problem } from "./problem.server.ts";
import { invalid } from "./validation-errors.server.ts";

const path = "collectionCosts.noticeDeliveredOn";

/** Why a claim was not changed. */
export function changeProblem(refusal: ClaimChangeRefusal): Problem {
  switch (refusal.kind) {
    case "claim_not_found":
      return { code: "not_found" };
    case "claim_not_open":
      return { code: "claim_not_open" };
    case "no_costs_asked":
      return invalid([{ path, code: "not_allowed", message: "must be absent: this claim asks no collection costs" }]);
    case "notice_in_future": {
      const field = refusal.notice.happened === "sent" ? "collectionCosts.noticeSentOn" : path;
      return invalid([{ path: field, code: "not_allowed", message: `must be today, ${refusal.today}, or earlier` }]);
    }
    case "notice_already_set": {
      const message = `was set to ${refusal.noticeDeliveredOn} before`;
      return { code: "notice_already_set", errors: [{ path, code: "notice_already_set", message }] };
    }
    case "against_the_rules":
      return intakeProblem(refusal.problems);
  }
}
