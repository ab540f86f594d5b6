import type { Allocation } from "#app/domain/account.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import type { ClaimTerms } from "#app/domain/claim-terms.ts";
import { limitationWarning, type LimitationWarning } from "#app/domain/law/limitation-warning.ts";
import { asCents, type Cents, ZERO } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type AuditLine, loadClaimAudit } from "./load-claim-audit.server.ts";
import { type ClaimLetter, type ClaimLinkRow, loadClaimLetters, loadClaimLinks } from "./load-claim-letters.server.ts";
import { loadClaimMatters, type ClaimMatter } from "./load-claim-matters.server.ts";
import { loadOwingDebtor, type OwingDebtor } from "./who-owes.server.ts";

/** A payment, credit or other fact of a claim, with where it went. */
export type ClaimFact = Pick<StatementEntry, "factKey" | "date" | "type" | "amount"> & {
  readonly allocation: Allocation;
  readonly paymentId: string | null;
  readonly method: string | null;
  readonly reference: string | null;
  /** In the creditor's words. */
  readonly reason: string;
};

export type ClaimInvoice = {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: Cents;
  readonly open: Cents;
  /** Of one that is still open. */
  readonly limitation: LimitationWarning | null;
};

/** A claim as somebody of its creditor sees it, as of today. */
export type InboxClaim = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly kind: ClaimTerms["kind"];
  readonly status: ClaimStatus;
  readonly paymentReference: string;
  readonly statement: Statement;
  readonly interestType: ClaimTerms["interest"]["type"];
  readonly noticeDeliveredOn: LocalDate | null;
  readonly asksCosts: boolean;
  readonly invoices: readonly ClaimInvoice[];
  readonly facts: readonly ClaimFact[];
  readonly debtor: OwingDebtor;
  readonly pauseId: string | null;
  /** Arrangements, disputes, pauses, complaints and questions, the newest first. */
  readonly matters: readonly ClaimMatter[];
  readonly letters: readonly ClaimLetter[];
  readonly links: readonly ClaimLinkRow[];
  readonly audit: readonly AuditLine[];
};

/** A claim of the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxClaim(
  services: Services,
  { grant, claimId }: { grant: CreditorGrant; claimId: string },
): Promise<InboxClaim | null> {
  const { creditorId } = grant;
  const { prisma } = services.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  if (!claim) return null;
  const own = { creditorId, claimId };
  const [row, statement, debtor, matters, letters, links, audit, pause] = await Promise.all([
    prisma.claim.findFirstOrThrow({ where: { id: claimId, creditorId }, select: { description: true, paymentReference: true } }), // prettier-ignore
    claimStatement(prisma, claim, services.clock.today()),
    loadOwingDebtor(services, claim),
    loadClaimMatters(services, own),
    loadClaimLetters(services, own),
    loadClaimLinks(services, own),
    loadClaimAudit(services, { grant, claim }),
    prisma.pause.findFirst({ where: { creditorId, claimId, endedAt: null }, select: { id: true } }),
  ]);
  const { reference, status, terms } = claim;
  const { collectionCosts } = terms;
  const noticeDeliveredOn = collectionCosts.type === "none" ? null : collectionCosts.noticeDeliveredOn;
  return {
    id: claimId,
    reference,
    status,
    kind: terms.kind,
    interestType: terms.interest.type,
    noticeDeliveredOn,
    asksCosts: collectionCosts.type !== "none",
    ...row,
    statement,
    invoices: await invoicesOf(services, { claim, statement, noticeDeliveredOn }),
    facts: await factsOf(services, { claim, statement }),
    debtor,
    pauseId: pause?.id ?? null,
    matters,
    letters,
    links,
    audit,
  };
}

async function invoicesOf(
  services: Services,
  {
    claim,
    statement,
    noticeDeliveredOn,
  }: { claim: ClaimRecord; statement: Statement; noticeDeliveredOn: LocalDate | null },
): Promise<ClaimInvoice[]> {
  const rows = await services.database.prisma.invoice.findMany({
    where: { creditorId: claim.creditorId, claimId: claim.id },
    orderBy: [{ dueOn: "asc" }, { number: "asc" }],
    select: { id: true, number: true, description: true, issuedOn: true, dueOn: true, amount: true },
  });
  const { kind } = claim.terms;
  const demandedOn = noticeDeliveredOn === null ? [] : [noticeDeliveredOn];
  return rows.map(({ issuedOn, dueOn: due, amount, ...invoice }) => {
    const dueOn = fromDateColumn(due);
    const open = statement.invoices.find(({ invoiceId }) => invoiceId === invoice.id)?.open ?? ZERO;
    return {
      ...invoice,
      issuedOn: fromDateColumn(issuedOn),
      dueOn,
      amount: asCents(amount),
      open,
      limitation: open > ZERO ? limitationWarning({ kind, dueOn, demandedOn }, services.clock.today()) : null,
    };
  });
}

async function factsOf(
  services: Services,
  { claim, statement }: { claim: ClaimRecord; statement: Statement },
): Promise<ClaimFact[]> {
  const { creditorId, id: claimId } = claim;
  const { prisma } = services.database;
  const rows = await prisma.ledgerEntry.findMany({ where: { creditorId, claimId, type: { not: "principal" } }, select: { factKey: true, paymentId: true, reason: true } }); // prettier-ignore
  const ids = rows.flatMap(({ paymentId }) => paymentId ?? []);
  const payments = await prisma.payment.findMany({ where: { creditorId, id: { in: ids } }, select: { id: true, method: true, reference: true } }); // prettier-ignore
  return statement.entries
    .map(({ factKey, date, type, amount, allocation }) => {
      const row = rows.find((one) => one.factKey === factKey);
      const payment = payments.find(({ id }) => id === row?.paymentId);
      return { factKey, date, type, amount, allocation, paymentId: payment?.id ?? null, method: payment?.method ?? null, reference: payment?.reference ?? null, reason: row?.reason ?? "" }; // prettier-ignore
    })
    .reverse();
}
