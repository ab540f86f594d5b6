import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { listEventsOperation } from "#app/server/api/operations/events.server.ts";
import { invalid } from "#app/server/api/validation-errors.server.ts";
import { listEvents } from "#app/server/webhooks/event-feed.server.ts";

const route = apiRoute([
  on(listEventsOperation, async ({ services, caller: { creditorId }, query }) => {
    const { limit, type: types } = query;
    const after = query.after ?? query.cursor ?? null;
    const found = await listEvents(services, { creditorId, after, types, limit: limit + 1 });
    if (!found.ok) {
      const [path, code] = query.after === undefined ? (["cursor", "unreadable_cursor"] as const) : (["after", "not_allowed"] as const); // prettier-ignore
      return refused(invalid([{ path, code, message: "must be the id of an event of yours" }]));
    }
    const data = found.value.slice(0, limit);
    const more = found.value.length > limit;
    return answered(200, { data, nextCursor: more ? (data.at(-1)?.id ?? null) : null });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
