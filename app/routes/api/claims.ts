import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { claimJson } from "#app/server/api/claim-json.server.ts";
import { warningsJson } from "#app/server/api/intake-json.server.ts";
import { createClaim, listClaims } from "#app/server/api/operations/claims.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { registrationProblem } from "#app/server/api/registration-problem.server.ts";
import { triedClaimJson } from "#app/server/api/tried-claim-json.server.ts";
import { findClaimDetails, searchClaims } from "#app/server/claims/claim-details.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";

const route = apiRoute([
  on(listClaims, async ({ services, caller, query }) => {
    const { status, updatedSince, q, limit, cursor } = query;
    const found = await searchClaims(services.database.prisma, {
      creditorId: caller.creditorId,
      limit,
      ...(status === undefined ? {} : { status }),
      ...(updatedSince === undefined ? {} : { updatedSince }),
      ...(q === undefined ? {} : { q }),
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const page = pageOf(found, { limit, idOf: (claim) => claim.id });
    return answered(200, { ...page, data: page.data.map(claimJson) });
  }),

  on(createClaim, async ({ services, caller, newId, query, body }) => {
    const { creditorId, actor } = caller;
    const dryRun = query.dryRun === "true";
    const registered = await registerClaim(services, { creditorId, claimId: newId("clm"), body, actor, dryRun });
    if (!registered.ok) return refused(registrationProblem(registered.error, body));
    if (dryRun) return answered(200, triedClaimJson(body, registered.value));
    const { claimId, result, warnings } = registered.value;
    const claim = claimId && (await findClaimDetails(services.database.prisma, { creditorId, claimId }));
    if (!claim) throw new Error("a claim vanished while it was registered");
    return answered(result === "created" ? 201 : 200, { ...claimJson(claim), warnings: warningsJson(warnings) });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
