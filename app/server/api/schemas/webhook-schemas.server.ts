import { z } from "zod";
import { EVENT_TYPES } from "#app/domain/events.ts";
import { EXAMPLE_IDS, idSchema, timeSchema } from "./shared-schemas.server.ts";

const noTime = z.string().nullable().meta({ format: "date-time" });

export const endpointSchema = z
  .strictObject({
    id: idSchema("endpoint"),
    url: z.string().meta({ format: "uri" }),
    events: z.array(z.enum(["*", ...EVENT_TYPES])),
    description: z.string(),
    signature: z.enum(["v1", "v1a"]),
    status: z.enum(["enabled", "disabled"]),
    disabledReason: z.string().nullable().meta({ description: "Why it is disabled: by the creditor, by its own 410, or after days of failure." }), // prettier-ignore
    failingSince: noTime,
    consecutiveFailures: z.int(),
    restsUntil: noTime.meta({ description: "It failed too often: until then nothing is sent, then one event to try." }),
    previousSecretUntil: noTime.meta({ description: "Until when the secret before the last rotation signs along." }),
    createdAt: timeSchema,
  })
  .meta({ id: "WebhookEndpoint" });

export type EndpointJson = z.infer<typeof endpointSchema>;

export const ENDPOINT_EXAMPLE = {
  id: EXAMPLE_IDS.endpoint,
  url: "https://books.example.nl/webhooks/voldaan",
  events: ["*"],
  description: "",
  signature: "v1",
  status: "enabled",
  disabledReason: null,
  failingSince: null,
  consecutiveFailures: 0,
  restsUntil: null,
  previousSecretUntil: null,
  createdAt: "2026-11-22T10:15:00.000Z",
};

export const deliverySchema = z
  .strictObject({
    id: z.string().meta({ example: "dlv_01kaghtw0078v5w3drzqyj9c2y" }),
    event: z.strictObject({ id: idSchema("event"), type: z.enum(EVENT_TYPES), occurredAt: timeSchema }),
    claim: z.string().nullable().meta({ example: EXAMPLE_IDS.claim }),
    body: z.string().meta({ description: "What every attempt posts, to the byte." }),
    status: z.enum(["pending", "delivered", "failed", "held"]),
    nextAttemptAt: noTime,
    createdAt: timeSchema,
    deliveredAt: noTime,
    attempts: z.array(
      z.strictObject({
        number: z.int(),
        trigger: z.enum(["schedule", "recovery", "redelivery"]),
        startedAt: timeSchema,
        request: z
          .strictObject({ url: z.string().meta({ format: "uri" }), headers: z.record(z.string(), z.string()) })
          .nullable()
          .meta({ description: "Where it was posted, and with which headers; null: not kept at the time." }),
        durationMs: z.int(),
        statusCode: z.int().nullable(),
        failure: z.string().nullable().meta({ description: "What went wrong when no answer came." }),
        responseBody: z.string().meta({ description: "The first kilobyte of the answer." }),
      }),
    ),
  })
  .meta({ id: "Delivery" });

export type DeliveryJson = z.infer<typeof deliverySchema>;

const REQUEST_BODY = JSON.stringify({
  type: "claim.opened",
  timestamp: "2026-11-22T10:15:00.000Z",
  data: { sequence: 1, claim: { id: EXAMPLE_IDS.claim, reference: "2026-00123" }, principal: "120.00", open: "162.31" },
});

const REQUEST_HEADERS = {
  "content-type": "application/json",
  "webhook-id": EXAMPLE_IDS.event,
  "webhook-timestamp": "1795342500",
  "webhook-signature": "v1,zDTkt3WmDualFZw3ewLZiMpfloSERzxMZgSggXcrzjQ=",
};

export const DELIVERY_EXAMPLE = {
  id: "dlv_01kaghtw0078v5w3drzqyj9c2y",
  event: { id: EXAMPLE_IDS.event, type: "claim.opened", occurredAt: "2026-11-22T10:15:00.000Z" },
  claim: EXAMPLE_IDS.claim,
  body: REQUEST_BODY,
  status: "delivered",
  nextAttemptAt: null,
  createdAt: "2026-11-22T10:15:00.000Z",
  deliveredAt: "2026-11-22T10:15:00.180Z",
  attempts: [
    {
      number: 1,
      trigger: "schedule",
      startedAt: "2026-11-22T10:15:00.060Z",
      request: { url: ENDPOINT_EXAMPLE.url, headers: REQUEST_HEADERS },
      durationMs: 120,
      statusCode: 204,
      failure: null,
      responseBody: "",
    },
  ],
};
