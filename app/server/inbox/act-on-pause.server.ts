import type { LocalDate } from "#app/domain/calendar.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import {
  endPauseByCreditor,
  extendPauseByCreditor,
  type PauseActRefusal,
} from "#app/server/pauses/act-on-pause.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type DoneOnPause = "extended" | "ended";

export type PauseFormError =
  | { readonly field: "until"; readonly kind: "not_a_day" | "past" }
  | { readonly field: "until"; readonly kind: "not_longer"; readonly untilOn: LocalDate | null }
  | { readonly field: "extendReason" | "endReason"; readonly kind: "missing" | "too_long" };

/** What was typed, kept as it was. */
export type PauseFormAnswers = Readonly<Record<"until" | "extendReason" | "endReason", string>>;

export type PauseActFault =
  | { readonly kind: "not_found" | "ended" }
  | { readonly kind: "incomplete"; readonly errors: readonly PauseFormError[]; readonly answers: PauseFormAnswers };

/** As long as a reason by API may be. */
const MOST_CHARACTERS = 500;

type Order = { readonly grant: CreditorGrant; readonly pauseId: string; readonly form: URLSearchParams };

/** Does what a form on a pause's page asks, in the name of the user who sent it. */
export async function actOnPause(services: Services, order: Order): Promise<Result<DoneOnPause, PauseActFault>> {
  const { grant, pauseId, form } = order;
  const act = form.get("act");
  if (act !== "extend" && act !== "end") return err({ kind: "not_found" });
  const field = act === "extend" ? "extendReason" : "endReason";
  const text = (form.get(field) ?? "").replaceAll("\r\n", "\n").trim();
  const errors: PauseFormError[] = [];
  const untilOn = act === "extend" ? readUntil(form.get("until") ?? "") : ok(null);
  if (!untilOn.ok) errors.push({ field: "until", kind: "not_a_day" });
  if (text === "") errors.push({ field, kind: "missing" });
  if (text.length > MOST_CHARACTERS) errors.push({ field, kind: "too_long" });
  if (errors.length > 0 || !untilOn.ok) return err({ kind: "incomplete", errors, answers: answersOf(form) });
  const whose = { creditorId: grant.creditorId, pauseId, text, actor: `user:${grant.userId}` };
  if (act === "end") {
    const ended = await endPauseByCreditor(services, whose);
    return ended.ok ? ok("ended") : err(faultOf(ended.error, form));
  }
  const extended = await extendPauseByCreditor(services, { ...whose, untilOn: untilOn.value });
  return extended.ok ? ok("extended") : err(faultOf(extended.error, form));
}

/** Nothing typed: until somebody ends it. */
function readUntil(typed: string): Result<LocalDate | null, null> {
  if (typed.trim() === "") return ok(null);
  const day = parseTypedDay(typed);
  return day.ok ? ok(day.value) : err(null);
}

function faultOf(refusal: PauseActRefusal, form: URLSearchParams): PauseActFault {
  const incomplete = (error: PauseFormError) => ({ kind: "incomplete" as const, errors: [error], answers: answersOf(form) }); // prettier-ignore
  switch (refusal.kind) {
    case "pause_not_found":
      return { kind: "not_found" };
    case "pause_ended":
      return { kind: "ended" };
    case "until_in_past":
      return incomplete({ field: "until", kind: "past" });
    case "not_longer":
      return incomplete({ field: "until", kind: "not_longer", untilOn: refusal.untilOn });
  }
}

function answersOf(form: URLSearchParams): PauseFormAnswers {
  const typed = (field: string) => (form.get(field) ?? "").slice(0, 5_000);
  return { until: typed("until"), extendReason: typed("extendReason"), endReason: typed("endReason") };
}
