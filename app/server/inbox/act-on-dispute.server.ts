import { DISPUTE_OUTCOMES, type DisputeOutcome } from "#app/domain/dispute/dispute-state.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { findDisputeDetails } from "#app/server/disputes/dispute-details.server.ts";
import { resolveDispute, type ResolutionRefusal } from "#app/server/disputes/resolve-dispute.server.ts";
import { writeToDebtor } from "#app/server/disputes/write-to-debtor.server.ts";
import { payBackCredit } from "#app/server/payments/pay-back-credit.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type DoneOnDispute = "asked" | "written" | "paid_back" | "pay_back_yourself" | DisputeOutcome;

export type DisputeFormError =
  | { readonly field: "message"; readonly kind: "missing" | "too_long" }
  | { readonly field: "outcome"; readonly kind: "missing" }
  | { readonly field: "explanation"; readonly kind: "missing" | "too_long" }
  | { readonly field: "credit"; readonly kind: "missing" | "not_an_amount" }
  | { readonly field: "credit"; readonly kind: "too_high"; readonly allowed: Cents };

/** What was typed, kept as it was. */
export type DisputeFormAnswers = Readonly<Record<"message" | "outcome" | "explanation" | "credit", string>>;

export type DisputeActFault =
  | { readonly kind: "not_found" | "ended" }
  | { readonly kind: "incomplete"; readonly errors: readonly DisputeFormError[]; readonly answers: DisputeFormAnswers };

const MOST_CHARACTERS = 4_000;

type Order = { readonly grant: CreditorGrant; readonly disputeId: string; readonly form: URLSearchParams };

/** Does what a form on a dispute's page asks, in the name of the user who sent it. */
export async function actOnDispute(services: Services, order: Order): Promise<Result<DoneOnDispute, DisputeActFault>> {
  switch (order.form.get("act")) {
    case "ask":
      return write(services, order, true);
    case "write":
      return write(services, order, false);
    case "resolve":
      return resolve(services, order);
    case "pay_back":
      return payBack(services, order);
    default:
      return err({ kind: "not_found" });
  }
}

async function write(
  services: Services,
  { grant, disputeId, form }: Order,
  asks: boolean,
): Promise<Result<DoneOnDispute, DisputeActFault>> {
  const body = textOf(form, "message");
  const messageId = form.get("messageId") ?? "";
  if (!isId("msg", messageId)) return err({ kind: "not_found" });
  const errors: DisputeFormError[] = [];
  if (body === "") errors.push({ field: "message", kind: "missing" });
  if (body.length > MOST_CHARACTERS) errors.push({ field: "message", kind: "too_long" });
  if (errors.length > 0) return err({ kind: "incomplete", errors, answers: answersOf(form) });
  const { creditorId, userId } = grant;
  const written = await writeToDebtor(services, {
    creditorId,
    disputeId,
    messageId,
    body,
    asks,
    actor: `user:${userId}`,
  });
  if (written.ok) return ok(asks ? "asked" : "written");
  return err({ kind: written.error.kind === "dispute_not_found" ? "not_found" : "ended" });
}

/** Pays back what was paid too much on the claim of a dispute that was decided. */
async function payBack(
  services: Services,
  { grant, disputeId }: Order,
): Promise<Result<DoneOnDispute, DisputeActFault>> {
  const { creditorId, userId } = grant;
  const details = await findDisputeDetails(services, { creditorId, disputeId });
  if (!details || details.dispute.status !== "resolved") return err({ kind: "not_found" });
  const { claimId } = details.dispute;
  const { left } = await payBackCredit(services, { creditorId, claimId, actor: `user:${userId}` });
  return ok(left > ZERO ? "pay_back_yourself" : "paid_back");
}

async function resolve(
  services: Services,
  { grant, disputeId, form }: Order,
): Promise<Result<DoneOnDispute, DisputeActFault>> {
  const explanation = textOf(form, "explanation");
  const outcome = DISPUTE_OUTCOMES.find((one) => one === form.get("outcome"));
  const typed = (form.get("credit") ?? "").trim();
  const errors: DisputeFormError[] = [];
  if (outcome === undefined) errors.push({ field: "outcome", kind: "missing" });
  const credit = outcome === "partly_upheld" ? creditOf(typed) : ok(undefined);
  if (!credit.ok) errors.push({ field: "credit", kind: credit.error });
  if (explanation === "") errors.push({ field: "explanation", kind: "missing" });
  if (explanation.length > MOST_CHARACTERS) errors.push({ field: "explanation", kind: "too_long" });
  if (errors.length > 0 || outcome === undefined || !credit.ok) {
    return err({ kind: "incomplete", errors, answers: answersOf(form) });
  }
  const { creditorId, userId } = grant;
  const resolved = await resolveDispute(services, {
    creditorId,
    disputeId,
    outcome,
    explanation,
    actor: `user:${userId}`,
    ...(credit.value === undefined ? {} : { credit: credit.value }),
  });
  return resolved.ok ? ok(outcome) : err(faultOf(resolved.error, form));
}

function creditOf(typed: string): Result<Cents | undefined, "missing" | "not_an_amount"> {
  if (typed === "") return err("missing");
  const amount = parseEuro(typed);
  return amount.ok && amount.value > ZERO ? ok(amount.value) : err("not_an_amount");
}

function faultOf(refusal: ResolutionRefusal, form: URLSearchParams): DisputeActFault {
  switch (refusal.kind) {
    case "dispute_not_found":
      return { kind: "not_found" };
    case "not_possible":
      return { kind: "ended" };
    case "credit_exceeds_disputed":
      return incomplete({ field: "credit", kind: "too_high", allowed: refusal.allowed }, form);
    case "credit_required":
    case "credit_not_allowed":
      return incomplete({ field: "credit", kind: "missing" }, form);
  }
}

const incomplete = (error: DisputeFormError, form: URLSearchParams): DisputeActFault => ({
  kind: "incomplete",
  errors: [error],
  answers: answersOf(form),
});

const textOf = (form: URLSearchParams, field: string): string =>
  (form.get(field) ?? "").replaceAll("\r\n", "\n").trim();

function answersOf(form: URLSearchParams): DisputeFormAnswers {
  const typed = (field: string) => (form.get(field) ?? "").slice(0, 8_000);
  return {
    message: typed("message"),
    outcome: typed("outcome"),
    explanation: typed("explanation"),
    credit: typed("credit"),
  };
}
