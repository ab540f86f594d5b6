import { earlier } from "#app/domain/calendar.ts";
import { checkIntake, type ClaimIntake, type IntakeProblem, type IntakeWarning } from "#app/domain/intake-check.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { PrincipalEntry } from "#app/domain/ledger.ts";
import { type Cents, sum } from "#app/domain/money.ts";
import { noticedClaim, noticedTogether } from "#app/domain/noticed-together.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import type { Clock } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { claimFingerprint } from "./claim-fingerprint.server.ts";
import { openKnownDebtors } from "./known-debtors.server.ts";
import { type KnownNoticed, loadNoticedClaims, noteNoticed } from "./noticed-claims.server.ts";
import { readClaimBody } from "./read-claim-body.server.ts";
import { type NewClaim, storeNewClaims } from "./store-new-claims.server.ts";

export type ClaimToRegister = {
  readonly body: ClaimBody;
  /** Of a registration that may come twice: where the same claim is there under this id, it is `created` again. */
  readonly claimId?: string;
};

export type ClaimsToRegister = {
  readonly creditorId: string;
  readonly claims: readonly ClaimToRegister[];
  /** Checks everything and works out the statements, and stores nothing. */
  readonly dryRun: boolean;
  /** What a dry run found good before, as if it were there. */
  readonly tried?: TriedClaims;
};

export type TriedClaims = {
  /** By reference. */
  readonly fingerprints: ReadonlyMap<string, Uint8Array>;
  readonly charges: readonly { readonly debtorReference: string; readonly number: string }[];
  /** In the order in which they came. */
  readonly debtors: readonly ClaimBody["debtor"][];
};

export type RegisteredOne = {
  readonly warnings: readonly IntakeWarning[];
  readonly fingerprint: Uint8Array<ArrayBuffer>;
} & (
  | {
      readonly result: "created";
      /** Null on a dry run. */
      readonly claimId: string | null;
      readonly invoiceIds: readonly string[];
      readonly principal: Cents;
      readonly statement: Statement;
    }
  /** The same claim was there already; nothing was written. */
  | { readonly result: "unchanged"; readonly claimId: string | null }
);

export type RegistrationRefusal =
  | { readonly kind: "against_the_rules"; readonly problems: readonly IntakeProblem[] }
  /** The reference is taken by a claim with another content; null: by one that was only tried. */
  | { readonly kind: "reference_taken"; readonly claimId: string | null }
  /** This debtor was charged these invoice numbers before, in another claim. */
  | { readonly kind: "invoice_already_charged"; readonly numbers: readonly string[] };

/**
 * Takes claims of one creditor in: debtors, invoices, the ledger's opening entries and `claim.opened`. Each stands for
 * itself: what the law or arithmetic forbids is refused, and the others go in. What stands earlier in the list counts as
 * there already. The caller notes it in the audit chain.
 */
export async function registerClaims(
  tx: Transaction,
  clock: Clock,
  { creditorId, claims, dryRun, tried }: ClaimsToRegister,
): Promise<Result<RegisteredOne, RegistrationRefusal>[]> {
  const today = clock.today();
  const now = clock.now();
  const bodies = claims.map(({ body }) => body);
  const creditor = await tx.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { canDeductVat: true, waiveRemainderBelow: true, postalDays: true, language: true },
  });
  const read = claims.map((claim) => ({ ...claim, ...readClaimBody(claim.body, creditor) }));
  await lockNames(tx, { creditorId, bodies });
  const known = await knownClaims(tx, { creditorId, bodies });
  for (const [reference, fingerprint] of tried?.fingerprints ?? []) {
    if (!known.has(reference)) known.set(reference, { claimId: null, fingerprint });
  }
  const charged = await chargedInvoices(tx, { creditorId, bodies });
  for (const { debtorReference, number } of tried?.charges ?? []) charged.add(chargeOf(debtorReference, number));
  const debtors = await openKnownDebtors(tx, { creditorId, debtors: bodies.map((body) => body.debtor), tried: tried?.debtors ?? [] }); // prettier-ignore
  const noticed = await noticedBefore(tx, { creditorId, claims: read });
  const opened: NewClaim[] = [];

  const outcomes = read.map(({ body, claimId: ownId, intake, terms }): Result<RegisteredOne, RegistrationRefusal> => {
    const checked = checkIntake(intake, { today, rates: INTEREST_RATES });
    const { problems } = checked;
    if (problems.length > 0) return err({ kind: "against_the_rules", problems });

    const fingerprint = claimFingerprint(body);
    const existing = known.get(body.reference);
    if (existing && !Buffer.from(existing.fingerprint).equals(fingerprint)) {
      return err({ kind: "reference_taken", claimId: existing.claimId });
    }
    // One that stands here comes in once more as it came in then, whatever its debtor corrected since.
    const isNew = !existing || existing.claimId === ownId;
    const own = noticedClaim(intake);
    const others = (noticed.get(body.debtor.reference ?? "") ?? []).filter(({ claimId }) => claimId !== ownId);
    const ofDebtor = isNew ? [...debtors.differing(body.debtor), ...noticedTogether(own, others, today)] : [];
    const warnings = [...checked.warnings, ...ofDebtor];
    if (existing) return ok({ result: "unchanged", claimId: existing.claimId, warnings, fingerprint });

    const debtor = body.debtor.reference;
    const again = body.invoices.filter(({ number }) => charged.has(chargeOf(debtor, number)));
    if (debtor !== undefined && again.length > 0) {
      return err({ kind: "invoice_already_charged", numbers: again.map(({ number }) => number) });
    }

    debtors.add(body.debtor);
    const claimId = ownId ?? newId("clm", now);
    if (own && debtor !== undefined) noteNoticed(noticed, debtor, { ...own, claimId });
    const entries = intake.invoices.map((invoice, index): PrincipalEntry => {
      const invoiceId = newId("inv", now);
      const { issuedOn, dueOn, amount } = invoice;
      return { type: "principal", factKey: `${invoiceId}:charged`, valueDate: earlier(issuedOn, today), sequence: index, amount, invoiceId, issuedOn, dueOn }; // prettier-ignore
    });
    const statement = statementAsOf({ terms, entries, asOf: today, rates: INTEREST_RATES });
    const principal = sum(entries.map((entry) => entry.amount));
    known.set(body.reference, { claimId: dryRun ? null : claimId, fingerprint });
    for (const { number } of body.invoices) charged.add(chargeOf(debtor, number));
    opened.push({ claimId, body, terms, entries, principal, open: statement.open, fingerprint });
    const invoiceIds = entries.map((entry) => entry.invoiceId);
    return ok({ result: "created", claimId: dryRun ? null : claimId, invoiceIds, principal, statement, warnings, fingerprint }); // prettier-ignore
  });
  if (!dryRun && opened.length > 0) await storeNewClaims(tx, { creditorId, language: creditor.language, now, opened });
  return outcomes;
}

type Asked = { readonly creditorId: string; readonly bodies: readonly ClaimBody[] };

/** One registration at a time for each reference and debtor, so that two of the same cannot both find nothing. */
async function lockNames(tx: Transaction, { creditorId, bodies }: Asked): Promise<void> {
  const names = bodies.flatMap(({ reference, debtor }) => [
    `claim:${creditorId}:${reference}`,
    ...(debtor.reference === undefined ? [] : [`debtor:${creditorId}:${debtor.reference}`]),
  ]);
  // In one order for everybody, so that two that want the same names do not wait for each other.
  await tx.$executeRaw`
    SELECT 1 FROM (
      SELECT pg_advisory_xact_lock(name) FROM (
        SELECT DISTINCT hashtextextended(text, 0) AS name FROM unnest(${names}::text[]) AS text ORDER BY name
      ) AS ordered
    ) AS locked`;
}

function noticedBefore(
  tx: Transaction,
  { creditorId, claims }: { creditorId: string; claims: readonly { body: ClaimBody; intake: ClaimIntake }[] },
): Promise<Map<string, KnownNoticed[]>> {
  const asked = claims.flatMap(({ body, intake }) => {
    const own = noticedClaim(intake);
    return own && body.debtor.reference !== undefined ? [{ reference: body.debtor.reference, ...own }] : [];
  });
  const days = [...new Set(asked.map(({ noticeDeliveredOn }) => noticeDeliveredOn))];
  return loadNoticedClaims(tx, { creditorId, references: [...new Set(asked.map(({ reference }) => reference))], days });
}

type KnownClaim = { readonly claimId: string | null; readonly fingerprint: Uint8Array };

async function knownClaims(tx: Transaction, { creditorId, bodies }: Asked): Promise<Map<string, KnownClaim>> {
  const rows = await tx.claim.findMany({
    where: { creditorId, reference: { in: bodies.map(({ reference }) => reference) } },
    select: { id: true, reference: true, fingerprint: true },
  });
  return new Map(rows.map(({ id, reference, fingerprint }) => [reference, { claimId: id, fingerprint }]));
}

async function chargedInvoices(tx: Transaction, { creditorId, bodies }: Asked): Promise<Set<string>> {
  const named = bodies.filter(({ debtor }) => debtor.reference !== undefined);
  if (named.length === 0) return new Set();
  const references = named.map(({ debtor }) => debtor.reference);
  const numbers = named.flatMap(({ invoices }) => invoices.map(({ number }) => number));
  const rows = await tx.$queryRaw<{ reference: string; number: string }[]>`
    SELECT debtor.reference, invoice.number
    FROM debtor JOIN invoice ON invoice.creditor_id = debtor.creditor_id AND invoice.debtor_id = debtor.id
    WHERE debtor.creditor_id = ${creditorId} AND debtor.reference = ANY(${references}::text[])
      AND invoice.number = ANY(${numbers}::text[])`;
  return new Set(rows.map(({ reference, number }) => chargeOf(reference, number)));
}

const chargeOf = (debtor: string | undefined, number: string): string => JSON.stringify([debtor, number]);
