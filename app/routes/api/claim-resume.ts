import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerClaim } from "#app/server/api/answer-claim.server.ts";
import { notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { resumeClaimOperation } from "#app/server/api/operations/pauses.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { resumeByCreditor } from "#app/server/pauses/pause-by-creditor.server.ts";

const route = apiRoute([
  on(resumeClaimOperation, async ({ services, caller: { creditorId, actor }, newId, params }) => {
    const claimId = await findClaimId(services.database.prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const resumed = await resumeByCreditor(services, { creditorId, claimId, actor, endingId: newId("rsm") });
    if (resumed.ok) return answerClaim(services, { creditorId, claimId });
    return resumed.error.kind === "claim_not_found" ? notFound() : refused({ code: "claim_not_paused" });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
