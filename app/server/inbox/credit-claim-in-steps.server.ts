import type { CreditEntry } from "#app/domain/ledger.ts";
import type { Cents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { creditClaim, type CreditRefusal } from "#app/server/claims/credit-claim.server.ts";
import { previewEntry } from "#app/server/claims/preview-entry.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { readAmount, readTyped, typedIn } from "./read-typed.server.ts";
import { type Step, takeStep } from "./take-step.server.ts";

const FIELDS = ["amount", "invoice", "reason", "formId"] as const;

export type CreditAnswers = Readonly<Record<(typeof FIELDS)[number], string>>;

export type CreditFault =
  | { readonly field: "amount"; readonly kind: "missing" | "not_an_amount" }
  | { readonly field: "amount"; readonly kind: "too_high"; readonly allowed: Cents }
  | { readonly field: "reason"; readonly kind: "missing" | "too_long" };

export type CreditCheck = {
  readonly amount: Cents;
  /** Null: the claim as a whole. */
  readonly invoiceNumber: string | null;
  readonly reason: string;
  readonly openBefore: Cents;
  readonly openAfter: Cents;
  /** What the debtor would have paid too much. */
  readonly creditAfter: Cents;
};

const LONGEST_REASON = 500;

type Order = {
  readonly grant: CreditorGrant;
  readonly claim: ClaimRecord;
  readonly invoices: readonly { readonly id: string; readonly number: string }[];
  readonly form: URLSearchParams;
};

/** Reduces a claim, after a page that says what is left of it. */
export async function creditClaimInSteps(
  services: Services,
  { grant, claim, invoices, form }: Order,
): Promise<Step<CreditAnswers, CreditCheck & { readonly shown: string }, CreditFault> | null> {
  const answers = typedIn(form, FIELDS);
  if (!isId("frm", answers.formId)) return null;
  const invoice = invoices.find(({ id }) => id === answers.invoice) ?? null;
  const creditedOn = services.clock.today();
  const invoiceId = invoice?.id ?? null;
  const { creditorId, id: claimId } = claim;
  // The same form with the same content is one credit; with another content, after going back, it is another.
  const factKeyOf = ({ amount, reason }: Ready) => `${derivedId("crn", JSON.stringify([answers.formId, claimId, String(amount), invoiceId, reason]))}:credited`; // prettier-ignore
  const order = { creditorId, claimId, invoiceId, creditedOn, actor: `user:${grant.userId}` };
  return takeStep({
    form,
    answers,
    read: () => read(answers),
    async check(ready) {
      const { amount, reason } = ready;
      const factKey = factKeyOf(ready);
      const tried = await creditClaim(services, { ...order, factKey, amount, reason, dryRun: true });
      if (!tried.ok) return err([faultOf(tried.error)]);
      const entry: CreditEntry = { type: "credit", factKey, valueDate: creditedOn, sequence: 0, amount, invoiceId };
      const { before, after } = await previewEntry(services.database.prisma, services, { claim, entry });
      const amounts = { openBefore: before.open, openAfter: after.open, creditAfter: after.credit };
      return ok({ amount, reason, invoiceNumber: invoice?.number ?? null, ...amounts, shown: Object.values(amounts).join(" ") }); // prettier-ignore
    },
    async isDone(ready) {
      const where = { creditorId, claimId, factKey: factKeyOf(ready) };
      return (await services.database.prisma.ledgerEntry.count({ where })) > 0;
    },
    async perform(ready) {
      const credited = await creditClaim(services, { ...order, ...ready, factKey: factKeyOf(ready) });
      return credited.ok ? credited : err([faultOf(credited.error)]);
    },
  });
}

type Ready = { readonly amount: Cents; readonly reason: string };

function read(answers: CreditAnswers): Result<Ready, readonly CreditFault[]> {
  const amount = readAmount(answers.amount);
  const reason = readTyped(answers.reason, LONGEST_REASON);
  const errors: CreditFault[] = [];
  if (!amount.ok) errors.push({ field: "amount", kind: amount.error });
  if (!reason.ok) errors.push({ field: "reason", kind: reason.error });
  return amount.ok && reason.ok ? ok({ amount: amount.value, reason: reason.value }) : err(errors);
}

function faultOf(refusal: CreditRefusal): CreditFault {
  if (refusal.kind === "credit_exceeds_principal")
    return { field: "amount", kind: "too_high", allowed: refusal.allowed };
  return { field: "amount", kind: "not_an_amount" };
}
