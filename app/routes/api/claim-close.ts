import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerClaim } from "#app/server/api/answer-claim.server.ts";
import { notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { closeClaimOperation } from "#app/server/api/operations/pauses.server.ts";
import { closeClaim } from "#app/server/claims/close-claim.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";

const route = apiRoute([
  on(closeClaimOperation, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const claimId = await findClaimId(services.database.prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const closed = await closeClaim(services, { creditorId, claimId, actor, reason: body.reason });
    if (closed.ok) return answerClaim(services, { creditorId, claimId });
    return closed.error.kind === "claim_not_found" ? notFound() : refused({ code: "claim_not_open" });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
