import { z } from "zod";
import { EVENT_TYPES, isEventType } from "#app/domain/events.ts";
import { defineOperation } from "../api-operation.server.ts";
import { limitSchema } from "../paging.server.ts";
import { EXAMPLE_IDS, idParam, idSchema, pageSchema, timeSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Events";

const eventSchema = z
  .strictObject({
    id: idSchema("event"),
    type: z.enum(EVENT_TYPES),
    timestamp: timeSchema,
    data: z.record(z.string(), z.unknown()).meta({
      description: "`sequence` counts per claim without gaps; `claim` names it; the rest depends on the type.",
    }),
  })
  .meta({ id: "Event", description: "The fields of the webhook's body, with its `webhook-id` as `id`." });

const typesSchema = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.string().refine(isEventType, "must be event types, separated by commas")))
  .meta({
    type: "string",
    description: "Only these types, separated by commas.",
    example: "payment.paid,claim.settled",
  });

export const listEventsOperation = defineOperation({
  id: "listEvents",
  method: "GET",
  path: "/events",
  tag,
  summary: "Pull the events, oldest first",
  description:
    "Every event of the last 90 days in the order of the feed. Go on with the id of the last event you have: nothing is skipped and nothing comes twice.",
  scope: "events:read",
  query: z.strictObject({
    after: z.string().max(80).optional().meta({ description: "Id of the last event you have.", example: EXAMPLE_IDS.event }), // prettier-ignore
    cursor: z.string().max(80).optional().meta({ description: "The same, as in every other list." }),
    type: typesSchema.optional(),
    limit: limitSchema,
  }),
  answers: {
    200: {
      description: "A page of events. `nextCursor` is null when there are no more for now.",
      schema: pageSchema(eventSchema),
      example: {
        data: [
          {
            id: EXAMPLE_IDS.event,
            type: "claim.opened",
            timestamp: "2026-11-22T10:15:00.000Z",
            data: { sequence: 1, claim: { id: EXAMPLE_IDS.claim, reference: "2026-00123" }, principal: "120.00", open: "162.31" }, // prettier-ignore
          },
        ],
        nextCursor: null,
      },
    },
  },
  problems: [],
});

export const redeliverEventOperation = defineOperation({
  id: "redeliverEvent",
  method: "POST",
  path: "/events/{event}/redeliver",
  tag,
  summary: "Send an event again",
  description:
    "Under the same `webhook-id`, to every enabled endpoint that asks for its type, also one that has it; or to `endpoint` alone.",
  scope: "webhooks:write",
  params: z.strictObject({ event: idParam("event") }),
  body: {
    kind: "json",
    schema: z
      .strictObject({ endpoint: idParam("endpoint").optional() })
      .meta({ id: "Redeliver", description: "Without `endpoint`: to all that ask for its type." }),
    example: { endpoint: EXAMPLE_IDS.endpoint },
    optional: true,
  },
  answers: {
    202: {
      description: "On its way.",
      schema: z.strictObject({ deliveries: z.int().meta({ description: "To how many endpoints." }) }),
      example: { deliveries: 1 },
    },
  },
  problems: ["not_found", "no_endpoint", "endpoint_disabled"],
});
