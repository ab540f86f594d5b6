import { z } from "zod";
import { EVENT_TYPES } from "#app/domain/events.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema } from "../paging.server.ts";
import {
  deliverySchema,
  DELIVERY_EXAMPLE,
  ENDPOINT_EXAMPLE,
  endpointSchema,
} from "../schemas/webhook-schemas.server.ts";
import { DIAGNOSIS_EXAMPLE, diagnosisSchema } from "../schemas/diagnosis-schema.server.ts";
import {
  emptyBody,
  EXAMPLE_IDS,
  idParam,
  idSchema,
  pageSchema,
  timeInput,
  timeSchema,
} from "../schemas/shared-schemas.server.ts";

const tag = "Webhook endpoints";

const params = z.strictObject({ endpoint: idParam("endpoint") });

const url = z.string().max(2048).meta({ format: "uri", description: "A public https address on port 443.", example: "https://books.example.nl/webhooks/voldaan" }); // prettier-ignore
const events = z
  .array(z.enum(["*", ...EVENT_TYPES]))
  .min(1)
  .max(EVENT_TYPES.length + 1)
  .meta({ description: "`*`: every type there is and will be." });
const description = z.string().trim().max(200);
const secret = z.string().meta({ description: "Shown this once: `whsec_…` to verify `v1`, `whpk_…` to verify `v1a`." });

export const createEndpoint = defineOperation({
  id: "createWebhookEndpoint",
  method: "POST",
  path: "/webhook-endpoints",
  tag,
  summary: "Add an endpoint",
  description: "Webhooks follow Standard Webhooks 1.0.0. An address that is not public, or not https, is refused.",
  scope: "webhooks:write",
  body: {
    kind: "json",
    schema: z
      .strictObject({
        url,
        events: events.default(["*"]),
        signature: z.enum(["v1", "v1a"]).default("v1").meta({ description: "HMAC-SHA256, or ed25519." }),
        description: description.optional(),
      })
      .meta({ id: "WebhookEndpointBody" }),
    example: { url: ENDPOINT_EXAMPLE.url, events: ["*"], signature: "v1" },
  },
  answers: {
    201: {
      description: "Added.",
      schema: z.strictObject({ ...endpointSchema.shape, secret }).meta({ id: "NewWebhookEndpoint" }),
      example: { ...ENDPOINT_EXAMPLE, secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD" },
    },
  },
  problems: ["url_refused"],
  location: ({ id }) => `/webhook-endpoints/${id}`,
});

export const listEndpointsOperation = defineOperation({
  id: "listWebhookEndpoints",
  method: "GET",
  path: "/webhook-endpoints",
  tag,
  summary: "List the endpoints, newest first",
  scope: "webhooks:read",
  query: z.strictObject({ limit: limitSchema, cursor: cursorSchema("whe") }),
  answers: {
    200: {
      description: "A page of endpoints.",
      schema: pageSchema(endpointSchema),
      example: { data: [ENDPOINT_EXAMPLE], nextCursor: null },
    },
  },
  problems: [],
});

export const getEndpointOperation = defineOperation({
  id: "getWebhookEndpoint",
  method: "GET",
  path: "/webhook-endpoints/{endpoint}",
  tag,
  summary: "Get an endpoint",
  scope: "webhooks:read",
  params,
  answers: { 200: { description: "The endpoint.", schema: endpointSchema, example: ENDPOINT_EXAMPLE } },
  problems: ["not_found"],
});

export const changeEndpoint = defineOperation({
  id: "changeWebhookEndpoint",
  method: "PATCH",
  path: "/webhook-endpoints/{endpoint}",
  tag,
  summary: "Change an endpoint",
  description: "Enabling a disabled endpoint sends, in order, all that was held.",
  scope: "webhooks:write",
  params,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        url: url.optional(),
        events: events.optional(),
        description: description.optional(),
        status: z.enum(["enabled", "disabled"]).optional(),
      })
      .meta({ id: "WebhookEndpointChange" }),
    example: { events: ["payment.paid", "claim.settled"] },
  },
  answers: { 200: { description: "The endpoint as it is now.", schema: endpointSchema, example: ENDPOINT_EXAMPLE } },
  problems: ["not_found", "url_refused"],
});

export const deleteEndpointOperation = defineOperation({
  id: "deleteWebhookEndpoint",
  method: "DELETE",
  path: "/webhook-endpoints/{endpoint}",
  tag,
  summary: "Take an endpoint away",
  description: "Nothing more goes to it. The events stay in the feed.",
  scope: "webhooks:write",
  params,
  answers: { 204: { description: "Gone." } },
  problems: ["not_found"],
});

export const rotateSecretOperation = defineOperation({
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/webhook-endpoints/{endpoint}/rotate-secret",
  tag,
  summary: "Give an endpoint a new secret",
  description: "Until `previousSecretUntil` webhooks are signed with both, so that the receiver changes over in its own time.",
  scope: "webhooks:write",
  params,
  body: emptyBody,
  answers: {
    200: {
      description: "The new secret.",
      schema: z
        .strictObject({ id: idSchema("endpoint"), secret, previousSecretUntil: timeSchema })
        .meta({ id: "RotatedSecret" }),
      example: {
        id: EXAMPLE_IDS.endpoint,
        secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        previousSecretUntil: "2026-11-23T10:15:00.000Z",
      },
    },
  },
  problems: ["not_found"],
}); // prettier-ignore

export const testEndpoint = defineOperation({
  id: "testWebhookEndpoint",
  method: "POST",
  path: "/webhook-endpoints/{endpoint}/test",
  tag,
  summary: "Send a test event",
  description: "`webhook.test` goes to this endpoint the way every event goes. See its deliveries for what came of it.",
  scope: "webhooks:write",
  params,
  body: emptyBody,
  answers: {
    202: {
      description: "On its way.",
      schema: z.strictObject({ event: idSchema("event") }),
      example: { event: EXAMPLE_IDS.event },
    },
  },
  problems: ["not_found", "endpoint_disabled"],
});

export const recoverEndpoint = defineOperation({
  id: "recoverWebhookEndpoint",
  method: "POST",
  path: "/webhook-endpoints/{endpoint}/recover",
  tag,
  summary: "Send again what did not arrive",
  description:
    "Everything that happened from `since` to `until`, both included, and was held, given up or waits for a retry: in order, under the same `webhook-id`. With `delivered` also what arrived: a receiver that remembers ids answers it and does nothing. Enables the endpoint.",
  scope: "webhooks:write",
  params,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        since: timeInput.meta({ type: "string", format: "date-time", example: "2026-11-20T00:00:00Z" }),
        until: timeInput
          .optional()
          .meta({ type: "string", format: "date-time", description: "Up to now without it.", example: "2026-11-21T00:00:00Z" }),
        delivered: z.boolean().default(false).meta({ description: "Whether what arrived goes again too." }),
      })
      .meta({ id: "RecoverBody" }),
    example: { since: "2026-11-20T00:00:00Z" },
  },
  answers: {
    202: { description: "On their way.", schema: z.strictObject({ deliveries: z.int() }), example: { deliveries: 3 } },
  },
  problems: ["not_found"],
}); // prettier-ignore

export const diagnoseEndpointOperation = defineOperation({
  id: "diagnoseWebhookEndpoint",
  method: "GET",
  path: "/webhook-endpoints/{endpoint}/diagnosis",
  tag,
  summary: "Ask what is wrong with a receiver",
  description: "Judged by its last twenty attempts: what happened, what became of the events, and what to do.",
  scope: "webhooks:read",
  params,
  answers: { 200: { description: "The diagnosis.", schema: diagnosisSchema, example: DIAGNOSIS_EXAMPLE } },
  problems: ["not_found"],
});

export const listDeliveriesOperation = defineOperation({
  id: "listDeliveries",
  method: "GET",
  path: "/webhook-endpoints/{endpoint}/deliveries",
  tag,
  summary: "List what was sent to an endpoint, newest first, with every attempt",
  scope: "webhooks:read",
  params,
  query: z.strictObject({
    status: z.enum(["pending", "delivered", "failed", "held"]).optional(),
    limit: limitSchema,
    cursor: cursorSchema("dlv"),
  }),
  answers: {
    200: {
      description: "A page of deliveries.",
      schema: pageSchema(deliverySchema),
      example: { data: [DELIVERY_EXAMPLE], nextCursor: null },
    },
  },
  problems: ["not_found"],
});
