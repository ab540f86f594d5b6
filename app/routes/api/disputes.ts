import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { disputeJson } from "#app/server/api/dispute-json.server.ts";
import { listDisputesOperation } from "#app/server/api/operations/disputes.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { searchDisputes } from "#app/server/disputes/dispute-details.server.ts";

const route = apiRoute([
  on(listDisputesOperation, async ({ services, caller: { creditorId }, query }) => {
    const { status, claim, limit, cursor } = query;
    const claimId = claim === undefined ? undefined : await findClaimId(services.database.prisma, { creditorId, name: claim }); // prettier-ignore
    if (claimId === null) return answered(200, { data: [], nextCursor: null });
    const found = await searchDisputes(services, {
      creditorId,
      limit,
      ...(status === undefined ? {} : { status }),
      ...(claimId === undefined ? {} : { claimId }),
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const page = pageOf(found, { limit, idOf: ({ dispute }) => dispute.id });
    return answered(200, { ...page, data: page.data.map(disputeJson) });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
