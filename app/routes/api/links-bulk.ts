import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { assertNever } from "#app/domain/result.ts";
import { bulkLinksCsv } from "#app/server/access/bulk-links-csv.server.ts";
import { type BulkRefusal, issueBulkLinks } from "#app/server/access/bulk-links.server.ts";
import { refused, refusedField, streamedCsv } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { createBulkLinks } from "#app/server/api/operations/links.server.ts";
import { readBulkSelection } from "#app/server/api/read-bulk-selection.server.ts";

const BATCHES = { name: "bulk-links", points: 60, seconds: 3_600 };

const route = apiRoute([
  on(createBulkLinks, async ({ services, caller: { creditorId, actor }, newId, body }) => {
    const counted = await services.limiter.count(BATCHES, creditorId);
    if (!counted.allowed) {
      return refused({ code: "too_many_requests", headers: { "Retry-After": String(counted.resetSeconds) } });
    }
    const selection = await readBulkSelection(services, { creditorId, body });
    if (!selection.ok) return selection;
    const batchId = newId("lbt");
    const order = { creditorId, batchId, selection: selection.value, channel: body.channel, actor };
    const issued = await issueBulkLinks(services, body.expiresAt ? { ...order, expiresAt: body.expiresAt } : order);
    if (!issued.ok) return refusal(issued.error);
    return streamedCsv("links.csv", bulkLinksCsv(services, { creditorId, batchId }));
  }),
]);

function refusal(error: BulkRefusal) {
  switch (error.kind) {
    case "too_many_claims":
      return refused({ code: "too_many_claims" });
    case "expiry_out_of_range": {
      const message = `must be in the future and at most ${error.latest.toISOString()}`;
      return refusedField("expiry_out_of_range", { path: "expiresAt", message });
    }
    default:
      return assertNever(error);
  }
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
