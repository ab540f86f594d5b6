import { addDays } from "#app/domain/calendar.ts";
import { EVENT_TYPES } from "#app/domain/events.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";
import { lineOf } from "#app/server/creditors/form-reader.server.ts";
import { instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import type { EventChoice } from "#app/server/webhooks/subscription.server.ts";
import type { TargetRefusal } from "#app/server/webhooks/target-policy.server.ts";

export type EndpointFault = {
  readonly field: "url" | "events" | "description" | "since" | "until";
  readonly kind:
    TargetRefusal["kind"] | "deleted_since" | "no_events" | "description_too_long" | "not_a_day" | "until_before_since";
};

export type EndpointFields = {
  readonly url: string;
  readonly events: readonly EventChoice[];
  readonly description: string;
};

const LONGEST_DESCRIPTION = 200;

/** What an endpoint's form says; whether the address can receive is for the verb to judge. */
export function readEndpointForm(form: URLSearchParams): Result<EndpointFields, readonly EndpointFault[]> {
  const chosen = form.getAll("events");
  const events: EventChoice[] =
    form.get("reach") === "some" ? EVENT_TYPES.filter((type) => chosen.includes(type)) : ["*"];
  const description = lineOf(form, "description");
  const faults: EndpointFault[] = [
    ...(events.length === 0 ? [{ field: "events", kind: "no_events" } as const] : []),
    ...(description.length > LONGEST_DESCRIPTION
      ? [{ field: "description", kind: "description_too_long" } as const]
      : []),
  ];
  return faults.length > 0 ? err(faults) : ok({ url: lineOf(form, "url"), events, description });
}

export type EventRange = { readonly since: Date; readonly until?: Date; readonly delivered: boolean };

/** From the first moment of one day to the last of another; up to now where no last day is filled in. */
export function readRangeForm(form: URLSearchParams): Result<EventRange, readonly EndpointFault[]> {
  const first = parseTypedDay(lineOf(form, "since"));
  const typedLast = lineOf(form, "until");
  const last = typedLast === "" ? null : parseTypedDay(typedLast);
  if (!first.ok) return err([{ field: "since", kind: "not_a_day" }]);
  if (last && !last.ok) return err([{ field: "until", kind: "not_a_day" }]);
  if (last?.ok && last.value < first.value) return err([{ field: "until", kind: "until_before_since" }]);
  const since = instantInAmsterdam({ date: first.value, minute: 0 });
  const delivered = form.get("delivered") === "yes";
  if (!last?.ok) return ok({ since, delivered });
  const after = instantInAmsterdam({ date: addDays(last.value, 1), minute: 0 });
  return ok({ since, until: new Date(after.getTime() - 1), delivered });
}
