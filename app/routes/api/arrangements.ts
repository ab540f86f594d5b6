import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { arrangementJson } from "#app/server/api/arrangement-json.server.ts";
import { listArrangementsOperation } from "#app/server/api/operations/arrangements.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { searchArrangements } from "#app/server/arrangements/arrangement-details.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";

const route = apiRoute([
  on(listArrangementsOperation, async ({ services, caller: { creditorId }, query }) => {
    const { status, claim, limit, cursor } = query;
    const claimId = claim === undefined ? undefined : await findClaimId(services.database.prisma, { creditorId, name: claim }); // prettier-ignore
    if (claimId === null) return answered(200, { data: [], nextCursor: null });
    const found = await searchArrangements(services, {
      creditorId,
      limit,
      ...(status === undefined ? {} : { status }),
      ...(claimId === undefined ? {} : { claimId }),
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const page = pageOf(found, { limit, idOf: ({ arrangement }) => arrangement.id });
    return answered(200, { ...page, data: page.data.map(arrangementJson) });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
