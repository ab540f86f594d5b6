import type { Allocation } from "#app/domain/account.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { previewEntry } from "#app/server/claims/preview-entry.server.ts";
import {
  type OutsidePaymentRefusal,
  outsideEntry,
  recordOutsidePayment,
} from "#app/server/payments/record-outside-payment.server.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { readAmount, readDay, typedIn } from "./read-typed.server.ts";
import { type Step, takeStep } from "./take-step.server.ts";

const FIELDS = ["amount", "receivedOn", "method", "reference", "formId"] as const;

export const OUTSIDE_METHODS = ["bank_transfer", "cash", "other"] as const;

type OutsideMethod = (typeof OUTSIDE_METHODS)[number];

export type PaymentAnswers = Readonly<Record<(typeof FIELDS)[number], string>>;

export type PaymentFault =
  | { readonly field: "amount"; readonly kind: "missing" | "not_an_amount" }
  | { readonly field: "receivedOn"; readonly kind: "missing" | "not_a_day" | "in_future" }
  | { readonly field: "receivedOn"; readonly kind: "before_first_invoice"; readonly issuedOn: LocalDate }
  | { readonly field: "reference"; readonly kind: "recorded_before" | "too_long" };

export type PaymentCheck = {
  readonly amount: Cents;
  readonly receivedOn: LocalDate;
  readonly method: OutsideMethod;
  readonly reference: string;
  readonly allocation: Allocation | null;
  readonly openBefore: Cents;
  readonly openAfter: Cents;
  /** A payment of the same amount on the same day stands there already. */
  readonly hasAlike: boolean;
};

type Ready = Pick<PaymentCheck, "amount" | "receivedOn" | "method" | "reference">;

const LONGEST_REFERENCE = 140;

/** Books money that came outside the portal, after a page that says where it goes. */
export async function recordPaymentInSteps(
  services: Services,
  { grant, claim, form }: { grant: CreditorGrant; claim: ClaimRecord; form: URLSearchParams },
): Promise<Step<PaymentAnswers, PaymentCheck & { readonly shown: string }, PaymentFault> | null> {
  const answers = typedIn(form, FIELDS);
  if (!isId("frm", answers.formId)) return null;
  const { creditorId, id: claimId } = claim;
  // The same form with the same content is one payment; with another content, after going back, it is another payment.
  const idOf = ({ amount, receivedOn, method, reference }: Ready) => derivedIdFrom("pay", { made: answers.formId, text: JSON.stringify([claimId, String(amount), receivedOn, method, reference]) }); // prettier-ignore
  return takeStep({
    form,
    answers,
    read: () => read(answers, services.clock.today()),
    async check(ready) {
      const entry = outsideEntry(claim, { ...ready, paymentId: idOf(ready) });
      const first = await firstIssue(services, claim);
      if (first !== null && ready.receivedOn < first) return err([{ field: "receivedOn", kind: "before_first_invoice", issuedOn: first } as const]); // prettier-ignore
      const { before, after, allocation } = await previewEntry(services.database.prisma, services, { claim, entry });
      const openBefore = before.open;
      const openAfter = after.open;
      const hasAlike = await hasPaymentLike(services, { claim, ready });
      return ok({
        ...ready,
        allocation,
        openBefore,
        openAfter,
        hasAlike,
        shown: `${openBefore} ${openAfter} ${after.credit}`,
      });
    },
    async isDone(ready) {
      const where = { id: idOf(ready), creditorId };
      return (await services.database.prisma.payment.count({ where })) > 0;
    },
    async perform(ready) {
      const { reference, ...received } = ready;
      const recorded = await recordOutsidePayment(services, {
        creditorId,
        claimId,
        paymentId: idOf(ready),
        ...received,
        ...(reference === "" ? {} : { reference }),
        actor: `user:${grant.userId}`,
      });
      return recorded.ok ? recorded : err([faultOf(recorded.error)]);
    },
  });
}

function read(answers: PaymentAnswers, today: LocalDate): Result<Ready, readonly PaymentFault[]> {
  const amount = readAmount(answers.amount);
  const receivedOn = readDay(answers.receivedOn);
  const reference = answers.reference.trim();
  const errors: PaymentFault[] = [];
  if (!amount.ok) errors.push({ field: "amount", kind: amount.error });
  if (!receivedOn.ok) errors.push({ field: "receivedOn", kind: receivedOn.error });
  else if (receivedOn.value > today) errors.push({ field: "receivedOn", kind: "in_future" });
  if (reference.length > LONGEST_REFERENCE) errors.push({ field: "reference", kind: "too_long" });
  if (!amount.ok || !receivedOn.ok || errors.length > 0) return err(errors);
  const method = OUTSIDE_METHODS.find((one) => one === answers.method) ?? "bank_transfer";
  return ok({ amount: amount.value, receivedOn: receivedOn.value, method, reference });
}

async function hasPaymentLike(
  services: Services,
  { claim, ready }: { claim: ClaimRecord; ready: Ready },
): Promise<boolean> {
  const { amount, receivedOn } = ready;
  const where = { creditorId: claim.creditorId, amount, quotedOn: toDateColumn(receivedOn), status: "paid" as const, parts: { some: { claimId: claim.id } } }; // prettier-ignore
  return (await services.database.prisma.payment.count({ where })) > 0;
}

async function firstIssue(services: Services, { creditorId, id: claimId }: ClaimRecord): Promise<LocalDate | null> {
  const where = { creditorId, claimId, type: "principal" } as const;
  const first = await services.database.prisma.ledgerEntry.findFirst({ where, orderBy: { valueDate: "asc" }, select: { valueDate: true } }); // prettier-ignore
  return first && fromDateColumn(first.valueDate);
}

function faultOf(refusal: OutsidePaymentRefusal): PaymentFault {
  switch (refusal.kind) {
    case "payment_already_recorded":
      return { field: "reference", kind: "recorded_before" };
    case "received_before_first_invoice":
      return { field: "receivedOn", kind: "before_first_invoice", issuedOn: refusal.issuedOn };
    case "received_in_future":
    case "claim_not_found":
      return { field: "receivedOn", kind: "in_future" };
  }
}
