import { policyFor } from "#app/domain/arrangement/policy.ts";
import { toPolicyJson } from "#app/domain/arrangement/policy-json.ts";
import { checkSchedule, type Schedule, type ScheduleProblem } from "#app/domain/arrangement/schedule.ts";
import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { claimStatements } from "#app/server/claims/claim-statement.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendArrangementEvents } from "./arrangement-events.server.ts";
import { policyOfCreditor } from "./arrangement-policy.server.ts";
import { findArrangement, lockClaims } from "./arrangement-record.server.ts";
import { holdCosts } from "./claim-holds.server.ts";
import { openingOf } from "./next-check.server.ts";
import { scheduleJson } from "./offer-json.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

export type CreditorOffer = {
  readonly creditorId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly arrangementId: string;
  readonly claimIds: readonly string[];
  readonly schedule: Schedule;
  readonly reason: string;
  readonly validUntil?: LocalDate;
  readonly actor: string;
};

export type OfferRefusal =
  | { readonly kind: "claim_not_found" }
  /** Claims of two debtors make no arrangement. */
  | { readonly kind: "several_debtors" }
  | { readonly kind: "claim_not_open"; readonly claimId: string; readonly status: ClaimStatus }
  | { readonly kind: "already_open"; readonly arrangementId: string }
  | { readonly kind: "schedule_wrong"; readonly problems: readonly ScheduleProblem[]; readonly total: Cents }
  | { readonly kind: "valid_until_past"; readonly today: LocalDate };

/** The creditor offers an arrangement by itself: it waits for the debtor as a counter-offer does. */
export async function offerArrangement(
  services: Services,
  order: CreditorOffer,
): Promise<Result<{ arrangementId: string }, OfferRefusal>> {
  const { creditorId, arrangementId: id } = order;
  return inTransaction(services.database, async (tx) => {
    const claims = await lockClaims(tx, order);
    const [first] = claims;
    if (first === undefined || claims.length !== order.claimIds.length) return err({ kind: "claim_not_found" });
    if (await findArrangement(tx, { creditorId, arrangementId: id })) return ok({ arrangementId: id });
    const { debtorId } = first;
    if (claims.some((claim) => claim.debtorId !== debtorId)) return err({ kind: "several_debtors" });
    const claimId = { in: claims.map((claim) => claim.id) };
    const open = await tx.arrangementClaim.findFirst({ where: { claimId, creditorId, open: true }, select: { arrangementId: true } }); // prettier-ignore
    if (open) return err({ kind: "already_open", arrangementId: open.arrangementId });
    const held = claims.find(({ status }) => status !== "open");
    if (held) return err({ kind: "claim_not_open", claimId: held.id, status: held.status });

    const at = services.clock.now();
    const today = services.clock.today();
    const statements = await claimStatements(tx, claims, today);
    const whole = await policyOfCreditor(tx, creditorId);
    const { total } = planTotalOf(whole, statements);
    const policy = policyFor(whole, total);
    const problems = checkSchedule(order.schedule, { total, today });
    if (problems.length > 0) return err({ kind: "schedule_wrong", problems, total });
    const validUntil = order.validUntil ?? addDays(today, policy.counterOffer.validDays);
    if (validUntil < today) return err({ kind: "valid_until_past", today });

    const { language } = await tx.debtor.findFirstOrThrow({ where: { id: debtorId, creditorId }, select: { language: true } }); // prettier-ignore
    await tx.arrangement.create({
      data: {
        id,
        creditorId,
        debtorId,
        status: "countered",
        language,
        policy: toPolicyJson(policy),
        validUntil: toDateColumn(validUntil),
        checkAt: openingOf(addDays(validUntil, 1)),
        createdAt: at,
      },
    });
    await tx.arrangementClaim.createMany({
      data: claims.map((claim) => ({ arrangementId: id, claimId: claim.id, creditorId })),
    });
    await tx.arrangementOffer.create({
      data: {
        arrangementId: id,
        creditorId,
        version: 1,
        by: "creditor",
        schedule: scheduleJson(order.schedule),
        total,
        message: order.reason,
        validUntil: toDateColumn(validUntil),
        actor: order.actor,
        createdAt: at,
      },
    });
    const arrangement = await findArrangement(tx, { creditorId, arrangementId: id });
    if (!arrangement) throw new Error("an offer vanished while it was made");
    await holdCosts(tx, arrangement, today);
    await appendArrangementEvents(tx, arrangement, { news: [{ type: "arrangement.countered", data: { validUntil } }], at }); // prettier-ignore
    await tellDebtor(tx, services, { arrangement, news: { kind: "countered", message: order.reason, validUntil }, key: `${id}:1` }); // prettier-ignore
    appendAudit(tx, creditorId, { at, actor: order.actor, action: "arrangement.offered", subject: id, data: { total: toDecimal(total) } }); // prettier-ignore
    return ok({ arrangementId: id });
  });
}
