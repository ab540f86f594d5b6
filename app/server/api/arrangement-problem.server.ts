import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { ScheduleProblem } from "#app/domain/arrangement/schedule.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import type { CounterRefusal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import type { OfferRefusal } from "#app/server/arrangements/offer-arrangement.server.ts";
import type { FieldError } from "#app/server/validation/field-error.server.ts";
import { decidedByKind } from "./decided-by.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { Problem } from "./problem.server.ts";

/** Why a decision about an arrangement was not taken. */
export function decisionProblem(refusal: CounterRefusal): Problem {
  switch (refusal.kind) {
    case "arrangement_not_found":
      return { code: "not_found" };
    case "not_possible": {
      const { status } = refusal;
      const detail = whatHappened(status, refusal.decidedBy);
      return { code: "arrangement_not_possible", detail, errors: [{ path: "status", code: status, message: `is ${status}` }] }; // prettier-ignore
    }
    case "newer_offer": {
      const message = `must be ${refusal.version}, the newest offer`;
      return { code: refusal.kind, errors: [{ path: "version", code: refusal.kind, message }] };
    }
    case "no_schedule":
      return { code: "arrangement_has_no_schedule" };
    case "nothing_open":
      return { code: refusal.kind };
    case "schedule_wrong":
      return scheduleProblem(refusal.problems, refusal.total);
    case "valid_until_past":
      return validUntilProblem(refusal.today);
  }
}

/** Why an offer of the creditor was not made. */
export function offerProblem(refusal: OfferRefusal): Problem {
  switch (refusal.kind) {
    case "claim_not_found":
      return { code: "not_found" };
    case "several_debtors":
      return { code: refusal.kind, errors: [{ path: "claims", code: refusal.kind, message: "must be of one debtor" }] };
    case "claim_not_open":
      return { code: "claim_not_arrangeable", detail: `${refusal.claimId} is ${refusal.status}.` };
    case "already_open":
      return { code: "arrangement_open", detail: `See ${refusal.arrangementId}.` };
    case "schedule_wrong":
      return scheduleProblem(refusal.problems, refusal.total);
    case "valid_until_past":
      return validUntilProblem(refusal.today);
  }
}

function scheduleProblem(problems: readonly ScheduleProblem[], total: Cents): Problem {
  return { code: "schedule_refused", errors: problems.map((problem) => scheduleError(problem, total)) };
}

function scheduleError(problem: ScheduleProblem, total: Cents): FieldError {
  const { kind: code } = problem;
  switch (code) {
    case "empty":
      return { path: "schedule", code, message: "must have at least one instalment", allowed: moneyJson(total) };
    case "too_many":
      return { path: "schedule", code, message: `must have at most ${problem.max} instalments` };
    case "sum_differs": {
      const message = `must add up to ${toDecimal(total)}, and adds up to ${toDecimal(problem.sum)}`;
      return { path: "schedule", code, message, allowed: moneyJson(total) };
    }
    case "amount_not_positive":
      return { path: `schedule.${problem.seq - 1}.amount.value`, code, message: "must be above zero" };
    case "day_twice":
      return { path: `schedule.${problem.seq - 1}.dueOn`, code, message: "must be another day than the one before" };
    case "not_ascending":
      return { path: `schedule.${problem.seq - 1}.dueOn`, code, message: "must be later than the one before" };
    case "before_today":
      return { path: `schedule.${problem.seq - 1}.dueOn`, code, message: "must be today or later" };
  }
}

function validUntilProblem(today: string): Problem {
  const code = "valid_until_past";
  return { code, errors: [{ path: "validUntil", code, message: `must be ${today} or later` }] };
}

const BY = { policy: "your policy", creditor: "the creditor", debtor: "the debtor", system: "the system" } as const;

/** What happened, by what kind of actor, and how it stands: for the one of two people who came second. */
function whatHappened(status: ArrangementStatus, decidedBy: string | null): string {
  const by = decidedBy === null ? "" : ` by ${BY[decidedByKind(decidedBy)]}`;
  switch (status) {
    case "proposed":
      return "It is proposed by the debtor, and waits for the creditor.";
    case "countered":
      return "It was countered by the creditor, and waits for the debtor.";
    case "accepted":
      return `It was accepted${by}, and runs.`;
    case "expired":
      return "It expired: no answer came in time.";
    case "completed":
      return "It is completed: the plan was paid.";
    case "broken":
      return "It is broken: too many instalments were missed.";
    case "declined":
    case "withdrawn":
    case "cancelled":
      return `It was ${status}${by}.`;
  }
}
