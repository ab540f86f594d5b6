import type { ApiOperation } from "./api-operation.server.ts";
import * as arrangements from "./operations/arrangements.server.ts";
import * as claims from "./operations/claims.server.ts";
import * as documents from "./operations/documents.server.ts";
import * as disputes from "./operations/disputes.server.ts";
import * as events from "./operations/events.server.ts";
import * as imports from "./operations/imports.server.ts";
import * as linkKeys from "./operations/link-keys.server.ts";
import * as links from "./operations/links.server.ts";
import * as messages from "./operations/messages.server.ts";
import * as pauses from "./operations/pauses.server.ts";
import * as payments from "./operations/payments.server.ts";
import * as policy from "./operations/policy.server.ts";
import * as webhookEndpoints from "./operations/webhook-endpoints.server.ts";

/** Every route of the API with its policy: what the documentation and the tests go through. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  claims,
  pauses,
  payments,
  arrangements,
  disputes,
  policy,
  links,
  linkKeys,
  messages,
  documents,
  imports,
  events,
  webhookEndpoints,
].flatMap((operations) => Object.values(operations) as unknown as ApiOperation[]);
