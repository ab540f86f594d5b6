import type { LocalDate } from "#app/domain/calendar.ts";
import { checkIntake, type ClaimIntake, type IntakeProblem, type IntakeWarning } from "#app/domain/intake-check.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { presumedDelivery } from "#app/domain/law/notice.ts";
import { asCents } from "#app/domain/money.ts";
import { noticedClaim, noticedTogether } from "#app/domain/noticed-together.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { correctDetails } from "#app/server/details/correct-details.server.ts";
import type { CorrectedDetails } from "#app/server/details/detail-fields.server.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ClaimRecord, lockClaim } from "./claim-record.server.ts";
import { claimStatement } from "./claim-statement.server.ts";
import { loadNoticedClaims } from "./noticed-claims.server.ts";
import { followLedger } from "./follow-ledger.server.ts";

/** The day a notice was delivered, or sent by post and then delivered when the law presumes it. */
export type NoticeDay = { readonly happened: "delivered" | "sent"; readonly on: LocalDate };

export type ClaimChange = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly description?: string;
  /** Takes the place of all that was there. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Set once: amounts follow from it. */
  readonly notice?: NoticeDay;
  /** How the debtor of the claim is reached; what is not there stays as it is. */
  readonly debtor?: CorrectedDetails;
  readonly actor: string;
};

export type ClaimChangeRefusal =
  | { readonly kind: "claim_not_found" }
  | { readonly kind: "claim_not_open" }
  | { readonly kind: "no_costs_asked" }
  | { readonly kind: "notice_in_future"; readonly notice: NoticeDay; readonly today: LocalDate }
  | { readonly kind: "notice_already_set"; readonly noticeDeliveredOn: LocalDate }
  | { readonly kind: "against_the_rules"; readonly problems: readonly IntakeProblem[] };

type Changed = { readonly warnings: readonly IntakeWarning[] };

/** Changes what is safe to change of a claim; its amounts, and who owes them, are no part of that. */
export async function changeClaim(
  services: Services,
  change: ClaimChange,
): Promise<Result<Changed, ClaimChangeRefusal>> {
  const { description, metadata, notice, debtor, actor } = change;
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, change);
    if (!claim) return err({ kind: "claim_not_found" });
    const at = services.clock.now();
    const noticeDeliveredOn = notice && (await deliveryOf(tx, claim, notice));
    const noted = await setNotice(tx, services, { claim, notice, noticeDeliveredOn });
    if (!noted.ok) return noted;
    if (debtor) await correctDetails(tx, services, { claim, wanted: debtor, actor });
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...(description === undefined ? {} : { description }),
        ...(metadata === undefined ? {} : { metadata }),
        updatedAt: at,
      },
    });
    const fields = { description, metadata, noticeDeliveredOn, debtor };
    const changed = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const data = { fields: changed.join(" "), ...(noticeDeliveredOn === undefined ? {} : { noticeDeliveredOn }) };
    appendAudit(tx, claim.creditorId, { at, actor, action: "claim.changed", subject: claim.id, data });
    return noted;
  });
}

async function deliveryOf(tx: Transaction, { creditorId }: ClaimRecord, notice: NoticeDay): Promise<LocalDate> {
  if (notice.happened === "delivered") return notice.on;
  const { postalDays } = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { postalDays: true } }); // prettier-ignore
  return presumedDelivery(notice.on, postalDays);
}

async function setNotice(
  tx: Transaction,
  services: Services,
  {
    claim,
    notice,
    noticeDeliveredOn,
  }: { claim: ClaimRecord; notice: NoticeDay | undefined; noticeDeliveredOn: LocalDate | undefined },
): Promise<Result<Changed, ClaimChangeRefusal>> {
  const { collectionCosts } = claim.terms;
  if (notice === undefined || noticeDeliveredOn === undefined) return ok({ warnings: [] });
  if (collectionCosts.type === "none") return err({ kind: "no_costs_asked" });
  const known = collectionCosts.noticeDeliveredOn;
  if (known === noticeDeliveredOn) return ok({ warnings: [] });
  if (known !== null) return err({ kind: "notice_already_set", noticeDeliveredOn: known });
  if (claim.status === "settled" || claim.status === "closed") return err({ kind: "claim_not_open" });
  const today = services.clock.today();
  if (notice.on > today) return err({ kind: "notice_in_future", notice, today });

  const terms = { ...claim.terms, collectionCosts: { ...collectionCosts, noticeDeliveredOn } };
  const intake = { ...terms, invoices: await invoicesOf(tx, claim) };
  const { problems, warnings } = checkIntake(intake, { today, rates: INTEREST_RATES });
  const own = problems.filter((problem) => problem.path[0] === "collectionCosts");
  if (own.length > 0) return err({ kind: "against_the_rules", problems: own });

  const at = services.clock.now();
  const before = await claimStatement(tx, claim, today);
  await tx.claim.update({ where: { id: claim.id }, data: { noticeDeliveredOn: toDateColumn(noticeDeliveredOn) } });
  const after = await claimStatement(tx, { ...claim, terms }, today);
  await appendEvents(tx, claim.id, await followLedger(tx, claim, { before, after, at }));
  await followPlans(tx, services, claim);
  const ofCosts = warnings.filter((warning) => warning.path[0] === "collectionCosts");
  return ok({ warnings: [...ofCosts, ...(await togetherWarnings(tx, { claim, intake, noticeDeliveredOn, today }))] });
}

type Noticed = {
  readonly claim: ClaimRecord;
  readonly intake: Parameters<typeof noticedClaim>[0];
  readonly noticeDeliveredOn: LocalDate;
  readonly today: LocalDate;
};

async function togetherWarnings(
  tx: Transaction,
  { claim, intake, noticeDeliveredOn, today }: Noticed,
): Promise<IntakeWarning[]> {
  const { creditorId, debtorId: id } = claim;
  const { reference } = await tx.debtor.findFirstOrThrow({ where: { creditorId, id }, select: { reference: true } });
  if (reference === null) return [];
  const wanted = { creditorId, references: [reference], days: [noticeDeliveredOn] };
  const ofDebtor = (await loadNoticedClaims(tx, wanted)).get(reference) ?? [];
  const others = ofDebtor.filter(({ claimId }) => claimId !== claim.id);
  return noticedTogether(noticedClaim(intake), others, today);
}

async function invoicesOf(tx: Transaction, claim: ClaimRecord): Promise<ClaimIntake["invoices"]> {
  const rows = await tx.invoice.findMany({
    where: { claimId: claim.id, creditorId: claim.creditorId },
    select: { number: true, issuedOn: true, dueOn: true, amount: true },
  });
  return rows.map((row) => ({
    number: row.number,
    issuedOn: fromDateColumn(row.issuedOn),
    dueOn: fromDateColumn(row.dueOn),
    amount: asCents(row.amount),
  }));
}
