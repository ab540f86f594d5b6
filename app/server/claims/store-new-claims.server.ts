import { randomInt } from "node:crypto";
import { makeCreditorReference } from "#app/domain/bank-transfer/creditor-reference.ts";
import type { ClaimTerms } from "#app/domain/claim-terms.ts";
import type { PrincipalEntry } from "#app/domain/ledger.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { FIRST_SEQUENCE, openClaimEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { bookOpenings } from "./ledger-store.server.ts";
import { saveDebtors } from "./save-debtors.server.ts";
import { writeSearchText } from "./search-text.server.ts";

/** A claim that was found good, with what follows from its body. */
export type NewClaim = {
  readonly claimId: string;
  readonly body: ClaimBody;
  readonly terms: ClaimTerms;
  readonly entries: readonly PrincipalEntry[];
  readonly principal: Cents;
  /** What is owed today. */
  readonly open: Cents;
  readonly fingerprint: Uint8Array<ArrayBuffer>;
};

/** Writes new claims with all that belongs to them. Nobody else knows them yet. */
export async function storeNewClaims(
  tx: Transaction,
  {
    creditorId,
    language,
    now,
    opened,
  }: { creditorId: string; language: string; now: Date; opened: readonly NewClaim[] },
): Promise<void> {
  const debtors = opened.map(({ body }) => body.debtor);
  const debtorIds = await saveDebtors(tx, { creditorId, debtors, language, now });
  const claims = opened.map((claim, index) => ({ ...claim, debtorId: debtorIds[index] ?? "" }));
  const rows = claims.map(({ claimId, debtorId, body, terms, fingerprint }) => ({
    id: claimId,
    creditor_id: creditorId,
    debtor_id: debtorId,
    reference: body.reference,
    kind: body.kind,
    description: body.description ?? "",
    interest_type: body.interest.type,
    interest_rate: body.interest.type === "contractual" ? body.interest.ratePercent : null,
    costs_type: body.collectionCosts.type,
    fixed_costs: terms.collectionCosts.type === "fixed" ? terms.collectionCosts.amount : null,
    notice_delivered_on: terms.collectionCosts.type === "none" ? null : terms.collectionCosts.noticeDeliveredOn,
    waive_remainder_below: terms.waiveCostsIfRemainderBelow,
    metadata: body.metadata,
    payment_reference: newPaymentReference(),
    fingerprint,
    event_sequence: FIRST_SEQUENCE,
    created_at: now,
    updated_at: now,
  }));
  await insertRows(tx, "claim", rows);
  const invoices = claims.flatMap(({ claimId, debtorId, body, entries }) =>
    entries.map((entry, index) => ({
      id: entry.invoiceId,
      creditor_id: creditorId,
      claim_id: claimId,
      debtor_id: debtorId,
      number: body.invoices[index]?.number ?? "",
      issued_on: entry.issuedOn,
      due_on: entry.dueOn,
      amount: entry.amount,
      description: body.invoices[index]?.description ?? "",
    })),
  );
  await insertRows(tx, "invoice", invoices);
  await writeSearchText(tx, { creditorId, claimIds: claims.map(({ claimId }) => claimId) });
  await bookOpenings(tx, { creditorId, at: now, claims });
  const events = claims.map(({ claimId, body, principal, open }) => ({
    claim: { id: claimId, reference: body.reference },
    data: { principal: toDecimal(principal), open: toDecimal(open) },
  }));
  await openClaimEvents(tx, { creditorId, at: now, events });
}

/** Twelve digits under ISO 11649: short enough to type over, and telling nobody anything. */
function newPaymentReference(): string {
  const digits = Array.from({ length: 2 }, () => randomInt(1_000_000).toString().padStart(6, "0")).join("");
  const reference = makeCreditorReference(digits);
  if (!reference.ok) throw new Error("twelve digits make no creditor reference");
  return reference.value;
}
