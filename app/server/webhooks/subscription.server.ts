import type { EventType } from "#app/domain/events.ts";

/** What an endpoint asks for: some types, or all that there are and will be. */
export type EventChoice = "*" | EventType;

export type Subscriber = { readonly id: string; readonly events: readonly string[] };

/** Whether an event goes to an endpoint of its creditor: a test only to the endpoint it is for, others by their type. */
export function isMeantFor(event: { type: string; endpointId: string | null }, endpoint: Subscriber): boolean {
  if (event.endpointId !== null) return event.endpointId === endpoint.id;
  return endpoint.events.includes("*") || endpoint.events.includes(event.type);
}
