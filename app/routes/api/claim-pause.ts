import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import { answerClaim } from "#app/server/api/answer-claim.server.ts";
import { notFound, refused, refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { pauseClaimOperation } from "#app/server/api/operations/pauses.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { pauseByCreditor } from "#app/server/pauses/pause-by-creditor.server.ts";

const route = apiRoute([
  on(pauseClaimOperation, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const claimId = await findClaimId(services.database.prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const untilOn = (body.until ?? null) as LocalDate | null;
    const paused = await pauseByCreditor(services, { creditorId, claimId, actor, text: body.reason, untilOn });
    if (paused.ok) return answerClaim(services, { creditorId, claimId });
    switch (paused.error.kind) {
      case "claim_not_found":
        return notFound();
      case "claim_not_open":
        return refused({ code: "claim_not_open" });
      case "until_in_past":
        return refusedField("until_in_past", { path: "until", message: `must be ${paused.error.today} or later` });
    }
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
