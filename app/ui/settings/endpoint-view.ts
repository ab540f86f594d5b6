import type { EventType } from "#app/domain/events.ts";

/** A webhook endpoint on its pages. Times are RFC 3339. */
export type EndpointView = {
  readonly id: string;
  readonly url: string;
  readonly events: readonly ("*" | EventType)[];
  readonly description: string;
  readonly signature: "v1" | "v1a";
  readonly status: "enabled" | "disabled";
  readonly condition: EndpointCondition;
  readonly previousSecretUntil: string | null;
};

/** on: nothing wrong as far as is known. failing: it is tried again. resting: it failed so much that it gets a rest. */
export type EndpointCondition = "on" | "failing" | "resting" | "off";

export const DELIVERY_STATUSES = ["pending", "delivered", "failed", "held"] as const;

export type DeliveryStatusView = (typeof DELIVERY_STATUSES)[number];

export type DeliveryView = {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly status: DeliveryStatusView;
  readonly nextAttemptAt: string | null;
  readonly body: string;
  readonly attempts: readonly AttemptView[];
};

export type AttemptView = {
  readonly number: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly statusCode: number | null;
  readonly failure: string | null;
  readonly request: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | null;
  readonly responseBody: string;
};

export type DeliveriesView = {
  readonly status: DeliveryStatusView | null;
  readonly items: readonly DeliveryView[];
  /** The delivery after which the next page begins; null on the last. */
  readonly next: string | null;
};

/** What is wrong with a receiver, in words. */
export type ReceiverView = {
  readonly title: string;
  readonly meaning: string;
  readonly tone: "done" | "busy" | "problem";
  readonly faults: readonly { readonly code: string; readonly happened: string; readonly next: string }[];
  readonly looked: { readonly attempts: number; readonly failures: number };
  readonly lastAttempt: (AttemptView & { readonly type: string }) | null;
  readonly lastSuccessAt: string | null;
  readonly missing: { readonly waiting: number; readonly held: number; readonly givenUp: number };
  readonly nextAttemptAt: string | null;
  readonly disabledAt: string | null;
};

export type EndpointFaultView = {
  readonly field: "url" | "events" | "description" | "since" | "until";
  readonly kind:
    | "unreadable"
    | "too_long"
    | "userinfo"
    | "not_https"
    | "port_not_allowed"
    | "ip_literal"
    | "host_not_public"
    | "deleted_since"
    | "no_events"
    | "description_too_long"
    | "not_a_day"
    | "until_before_since";
};

export const ENDPOINT_DONE = ["changed", "tested", "enabled", "disabled", "again", "range"] as const;

export type EndpointDone = (typeof ENDPOINT_DONE)[number];

/** A secret that was made just now, shown this once. */
export type NewSecretView = { readonly secret: string; readonly until: string | null };
