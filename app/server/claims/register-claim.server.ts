import { createHash, randomInt } from "node:crypto";
import { makeCreditorReference } from "#app/domain/bank-transfer/creditor-reference.ts";
import { checkIntake, type IntakeProblem, type IntakeWarning } from "#app/domain/intake-check.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { PrincipalEntry } from "#app/domain/ledger.ts";
import { sum, toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { loadClaimOpening } from "./find-existing-claim.server.ts";
import { book } from "./ledger-store.server.ts";
import { readClaimBody } from "./read-claim-body.server.ts";
import { saveDebtor } from "./save-debtor.server.ts";

export type Registration = {
  readonly creditorId: string;
  readonly body: ClaimBody;
  readonly actor: string;
  /** Checks everything and works out the statement, and stores nothing. */
  readonly dryRun?: boolean;
};

export type Registered = {
  /** `unchanged`: the same claim was there already; nothing was written. Null on a dry run. */
  readonly result: "created" | "unchanged";
  readonly claimId: string | null;
  readonly invoiceIds: readonly string[];
  readonly statement: Statement;
  readonly warnings: readonly IntakeWarning[];
};

export type RegistrationRefusal =
  | { readonly kind: "against_the_rules"; readonly problems: readonly IntakeProblem[] }
  /** The reference is taken by a claim with another content. */
  | { readonly kind: "reference_taken"; readonly claimId: string }
  /** This debtor was charged these invoice numbers before, in another claim. */
  | { readonly kind: "invoice_already_charged"; readonly numbers: readonly string[] };

/**
 * Takes a claim in: debtor, invoices, the ledger's opening entries and `claim.opened`, in one transaction. The same body
 * again answers `unchanged`. What the law or arithmetic forbids is refused with the field and the amount allowed.
 */
export async function registerClaim(
  services: Services,
  registration: Registration,
): Promise<Result<Registered, RegistrationRefusal>> {
  const { creditorId, body } = registration;
  const today = services.clock.today();
  const now = services.clock.now();

  return inTransaction(services.database, async (tx) => {
    const creditor = await tx.creditor.findUniqueOrThrow({
      where: { id: creditorId },
      select: { canDeductVat: true, waiveRemainderBelow: true, language: true },
    });
    const { intake, terms } = readClaimBody(body, creditor);
    const { problems, warnings } = checkIntake(intake, { today, rates: INTEREST_RATES });
    if (problems.length > 0) return err({ kind: "against_the_rules", problems });

    // One registration at a time for each reference and debtor, so that two of the same cannot both find nothing.
    await lockName(tx, `claim:${creditorId}:${body.reference}`);
    if (body.debtor.reference !== undefined) await lockName(tx, `debtor:${creditorId}:${body.debtor.reference}`);
    const fingerprint = fingerprintOf(body);
    const existing = await loadClaimOpening(tx, { creditorId, reference: body.reference, today });
    if (existing && !Buffer.from(existing.fingerprint).equals(fingerprint)) {
      return err({ kind: "reference_taken", claimId: existing.claimId });
    }
    if (existing) return ok({ result: "unchanged", ...existing, warnings });

    const charged = await alreadyCharged(tx, { creditorId, body });
    if (charged.length > 0) return err({ kind: "invoice_already_charged", numbers: charged });

    const claimId = newId("clm", now);
    const entries = intake.invoices.map((invoice, index): PrincipalEntry => {
      const invoiceId = newId("inv", now);
      const { issuedOn, dueOn, amount } = invoice;
      return { type: "principal", factKey: `${invoiceId}:charged`, valueDate: issuedOn, sequence: index, amount, invoiceId, issuedOn, dueOn }; // prettier-ignore
    });
    const invoiceIds = entries.map((entry) => entry.invoiceId);
    const statement = statementAsOf({ terms, entries, asOf: today, rates: INTEREST_RATES });
    if (registration.dryRun) return ok({ result: "created", claimId: null, invoiceIds, statement, warnings });

    const debtorId = await saveDebtor(tx, { creditorId, debtor: body.debtor, language: creditor.language, now });
    await tx.claim.create({
      data: {
        id: claimId,
        creditorId,
        debtorId,
        reference: body.reference,
        kind: body.kind,
        description: body.description ?? "",
        interestType: body.interest.type,
        interestRate: body.interest.type === "contractual" ? body.interest.ratePercent : null,
        costsType: body.collectionCosts.type,
        fixedCosts: terms.collectionCosts.type === "fixed" ? terms.collectionCosts.amount : null,
        noticeDeliveredOn: noticeDay(terms.collectionCosts),
        waiveRemainderBelow: terms.waiveCostsIfRemainderBelow,
        metadata: body.metadata,
        paymentReference: newPaymentReference(),
        fingerprint: Uint8Array.from(fingerprint),
        createdAt: now,
        updatedAt: now,
      },
    });
    await tx.invoice.createMany({
      data: entries.map((entry, index) => ({
        id: entry.invoiceId,
        creditorId,
        claimId,
        debtorId,
        number: body.invoices[index]?.number ?? "",
        issuedOn: toDateColumn(entry.issuedOn),
        dueOn: toDateColumn(entry.dueOn),
        amount: entry.amount,
        description: body.invoices[index]?.description ?? "",
      })),
    });
    await book(tx, { id: claimId, creditorId }, { at: now, bookings: entries.map((entry) => ({ entry })) });
    const principal = toDecimal(sum(entries.map((entry) => entry.amount)));
    await appendEvents(tx, claimId, [{ type: "claim.opened", occurredAt: now, data: { principal, open: toDecimal(statement.open) } }]); // prettier-ignore
    appendAudit(tx, creditorId, { at: now, actor: registration.actor, action: "claim.registered", subject: claimId, data: { principal } }); // prettier-ignore
    return ok({ result: "created", claimId, invoiceIds, statement, warnings });
  });
}

async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))) AS locked`;
}

async function alreadyCharged(
  tx: Transaction,
  { creditorId, body }: Pick<Registration, "creditorId" | "body">,
): Promise<string[]> {
  if (body.debtor.reference === undefined) return [];
  const numbers = body.invoices.map((invoice) => invoice.number);
  const found = await tx.invoice.findMany({
    where: { creditorId, number: { in: numbers }, claim: { debtor: { reference: body.debtor.reference } } },
    select: { number: true },
  });
  return found.map((invoice) => invoice.number);
}

function noticeDay(costs: ReturnType<typeof readClaimBody>["terms"]["collectionCosts"]): Date | null {
  return costs.type === "none" || costs.noticeDeliveredOn === null ? null : toDateColumn(costs.noticeDeliveredOn);
}

/** Twelve digits under ISO 11649: short enough to type over, and telling nobody anything. */
function newPaymentReference(): string {
  const digits = Array.from({ length: 2 }, () => randomInt(1_000_000).toString().padStart(6, "0")).join("");
  const reference = makeCreditorReference(digits);
  if (!reference.ok) throw new Error("twelve digits make no creditor reference");
  return reference.value;
}

/** SHA-256 of the body with its fields in one order, so that the same claim written differently is the same claim. */
function fingerprintOf(body: ClaimBody): Buffer {
  return createHash("sha256")
    .update(JSON.stringify(sorted(body)))
    .digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]));
}
