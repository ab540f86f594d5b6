import { isOpenProposal, transition } from "#app/domain/arrangement/arrangement-state.ts";
import { mayPropose } from "#app/domain/arrangement/may-propose.ts";
import { type Answer, decideBefore, negotiate } from "#app/domain/arrangement/negotiate.ts";
import { type ArrangementMethod, type ArrangementPolicy, policyFor } from "#app/domain/arrangement/policy.ts";
import { toPolicyJson } from "#app/domain/arrangement/policy-json.ts";
import type { Reason } from "#app/domain/arrangement/reasons.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import { discountOf, type Wish } from "#app/domain/arrangement/wish.ts";
import { addDays, later, type LocalDate } from "#app/domain/calendar.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { claimStatements } from "#app/server/claims/claim-statement.server.ts";
import { noteHelperAct } from "#app/server/helper-links/note-helper-act.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendArrangementEvents, type ArrangementNews } from "./arrangement-events.server.ts";
import { policyOfCreditor } from "./arrangement-policy.server.ts";
import { type ArrangementRecord, findArrangement, findArrangements, lockClaims } from "./arrangement-record.server.ts";
import { holdCosts } from "./claim-holds.server.ts";
import { openingOf } from "./next-check.server.ts";
import { countOpenProposals, lastDeclined } from "./past-proposals.server.ts";
import { payDayText, scheduleJson, wishJson } from "./offer-json.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";
import { reasonJson } from "./reason-json.server.ts";
import { startPlan } from "./start-plan.server.ts";
import { tellCreditor } from "./tell-creditor.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

export type ProposalOrder = {
  readonly debtor: { readonly creditorId: string; readonly debtorId: string; readonly sessionId: string };
  /** Made when the form was shown (`newId("arr", …)`): the same form twice is one proposal. */
  readonly arrangementId: string;
  readonly claimIds: readonly string[];
  readonly wish: Wish;
  /** What the form showed: somebody who saw another amount looks again first. */
  readonly total: Cents;
  readonly method: ArrangementMethod;
  readonly reason: { readonly code: string | null; readonly text: string };
  /** policy: only when it is accepted at once. person: also when somebody has to decide. */
  readonly decide: "policy" | "person";
  readonly language: string;
};

export type ProposalRefusal =
  | { readonly kind: "invalid_request" }
  | { readonly kind: "amount_changed"; readonly total: Cents }
  | { readonly kind: "not_within_policy"; readonly answer: Answer }
  | { readonly kind: "may_not_propose"; readonly reason: Reason }
  | { readonly kind: "already_open"; readonly arrangementId: string };

export type Proposed = { readonly arrangementId: string; readonly status: "accepted" | "proposed" };

/**
 * A debtor's proposal over claims of one creditor: accepted at once where the policy allows, else put before a person
 * with the day on which the debtor hears. An answer to a counter-offer of the creditor becomes the next version of the
 * same arrangement. The same form again changes nothing.
 */
export async function proposeArrangement(
  services: Services,
  order: ProposalOrder,
): Promise<Result<Proposed, ProposalRefusal>> {
  const distinct = new Set(order.claimIds);
  if (!isId("arr", order.arrangementId) || distinct.size === 0 || distinct.size !== order.claimIds.length) {
    return err({ kind: "invalid_request" });
  }
  return inTransaction(services.database, (tx) => proposeIn(tx, services, order));
}

async function proposeIn(
  tx: Transaction,
  services: Services,
  order: ProposalOrder,
): Promise<Result<Proposed, ProposalRefusal>> {
  const { creditorId, debtorId } = order.debtor;
  const claims = await lockClaims(tx, { creditorId, claimIds: order.claimIds });
  if (claims.length !== order.claimIds.length) return err({ kind: "invalid_request" });
  if (claims.some((claim) => claim.debtorId !== debtorId)) return err({ kind: "invalid_request" });
  const open = await findOpen(tx, { creditorId, claims });
  const known = open?.id === order.arrangementId ? open : await findArrangement(tx, { creditorId, arrangementId: order.arrangementId }); // prettier-ignore
  if (known && known.debtorId !== debtorId) return err({ kind: "invalid_request" });
  if (known) return ok({ arrangementId: known.id, status: known.status === "accepted" ? "accepted" : "proposed" });
  const answers = open?.status === "countered" && sameClaims(open, order) ? open : null;
  if (open && !answers) return err({ kind: "already_open", arrangementId: open.id });

  const today = services.clock.today();
  const wholePolicy = answers?.policy ?? (await policyOfCreditor(tx, creditorId));
  const statements = await claimStatements(tx, claims, today);
  const { total } = planTotalOf(wholePolicy, statements);
  const policy = policyFor(wholePolicy, total);
  if (!answers) {
    const lastDeclinedOn = await lastDeclined(tx, { creditorId, claimIds: order.claimIds });
    const openProposals = await countOpenProposals(tx, { creditorId, debtorId });
    const claimStatuses = claims.map(({ status }) => status);
    const may = mayPropose({ policy, claimStatuses, total, openProposals, lastDeclinedOn, today });
    if (!may.ok) return err({ kind: "may_not_propose", reason: may.error });
  }
  if (total <= 0n) return err({ kind: "invalid_request" });
  if (total !== order.total) return err({ kind: "amount_changed", total });
  const { wish } = order;
  const answer = negotiate({ policy, total, wish, today });
  if (answer.kind !== "accepted" && order.decide === "policy") return err({ kind: "not_within_policy", answer });

  const proposal: Proposal = {
    policy,
    schedule: answer.kind === "accepted" ? answer.schedule : (answer.asked ?? []),
    discount: discountOf({ policy, total, wish }),
    total,
    reasons: answer.kind === "accepted" ? [] : answer.reasons,
    decideBefore: decideBefore(policy, today),
    byPolicy: answer.kind === "accepted",
  };
  const arrangementId = answers?.id ?? order.arrangementId;
  await storeProposal(tx, services, { order, proposal, answers });
  await announce(tx, services, { order, proposal, arrangementId, claims });
  await noteHelperAct(tx, services, { session: order.debtor, kind: "proposed" });
  return ok({ arrangementId, status: proposal.byPolicy ? "accepted" : "proposed" });
}

type Proposal = {
  readonly policy: ArrangementPolicy;
  readonly schedule: Schedule;
  readonly discount: Cents;
  readonly total: Cents;
  readonly reasons: readonly Reason[];
  readonly decideBefore: LocalDate;
  readonly byPolicy: boolean;
};

async function storeProposal(
  tx: Transaction,
  services: Services,
  { order, proposal, answers }: { order: ProposalOrder; proposal: Proposal; answers: ArrangementRecord | null },
): Promise<void> {
  const { creditorId, debtorId, sessionId } = order.debtor;
  const { wish, reason, method } = order;
  const at = services.clock.now();
  const version = (answers?.version ?? 0) + 1;
  const id = answers?.id ?? order.arrangementId;
  const moved = answers ? transition(answers.status, "counter_by_debtor") : ok("proposed" as const);
  if (!moved.ok) throw new Error(`arrangement ${id} takes no proposal`);
  const stored = {
    status: moved.value,
    version,
    decideBefore: toDateColumn(proposal.decideBefore),
    validUntil: null,
    discount: proposal.discount,
    paymentMethod: method,
    reasonCode: reason.code,
    reasonText: reason.text === "" ? null : reason.text,
    reviewReasons: proposal.reasons.map(reasonJson),
    creditorTold: false,
    checkAt: openingOf(later(addDays(services.clock.today(), 1), addDays(proposal.decideBefore, -1))),
  };
  if (answers) {
    await tx.arrangement.update({ where: { id }, data: stored });
  } else {
    const policy = toPolicyJson(proposal.policy);
    await tx.arrangement.create({ data: { id, creditorId, debtorId, language: order.language, policy, createdAt: at, ...stored } }); // prettier-ignore
    await tx.arrangementClaim.createMany({
      data: order.claimIds.map((claimId) => ({ arrangementId: id, claimId, creditorId })),
    });
  }
  await tx.arrangementOffer.create({
    data: {
      arrangementId: id,
      creditorId,
      version,
      by: "debtor",
      schedule: scheduleJson(proposal.schedule),
      wish: wishJson(wish),
      frequency: wish.settlement ? null : wish.frequency,
      payDay: payDayText(wish.payDay),
      total: proposal.total,
      actor: `debtor:${sessionId}`,
      createdAt: at,
    },
  });
}

async function announce(
  tx: Transaction,
  services: Services,
  input: { order: ProposalOrder; proposal: Proposal; arrangementId: string; claims: readonly ClaimRecord[] },
): Promise<void> {
  const { order, proposal, arrangementId, claims } = input;
  const { creditorId, sessionId } = order.debtor;
  const at = services.clock.now();
  const actor = `debtor:${sessionId}`;
  const arrangement = await findArrangement(tx, { creditorId, arrangementId });
  if (!arrangement) throw new Error("a proposal vanished while it was made");
  const { version } = arrangement;
  const decideBefore = proposal.byPolicy ? null : proposal.decideBefore;
  const data = { decision: proposal.byPolicy ? "policy" : "person", decideBefore, reasons: proposal.reasons.map(reasonJson) }; // prettier-ignore
  const news: ArrangementNews = { type: "arrangement.proposed", data };
  await holdCosts(tx, arrangement, services.clock.today());
  await appendArrangementEvents(tx, arrangement, { news: [news], at });
  const key = `${arrangementId}:${version}`;
  if (proposal.byPolicy) {
    const acceptance = { act: "accept_by_policy", by: "policy", actor: "policy" } as const;
    await startPlan(tx, services, { locked: { arrangement, claims }, acceptance });
    const running = await findArrangement(tx, { creditorId, arrangementId });
    if (running)
      await tellDebtor(tx, services, { arrangement: running, news: { kind: "accepted", by: "policy" }, key });
  } else {
    await tellDebtor(tx, services, {
      arrangement,
      news: { kind: "proposed", decideBefore: proposal.decideBefore },
      key,
    });
    await tellCreditor(tx, services, { arrangement, kind: "proposed", key });
    appendAudit(tx, creditorId, { at, actor, action: "arrangement.proposed", subject: arrangementId, data: { version, total: toDecimal(proposal.total) } }); // prettier-ignore
  }
}

async function findOpen(
  tx: Transaction,
  { creditorId, claims }: { creditorId: string; claims: readonly ClaimRecord[] },
): Promise<ArrangementRecord | null> {
  const claimId = { in: claims.map(({ id }) => id) };
  const [open] = await findArrangements(tx, { creditorId, claims: { some: { claimId, open: true } } }, 1);
  return open ?? null;
}

const sameClaims = (open: ArrangementRecord, order: ProposalOrder): boolean =>
  isOpenProposal(open.status) && [...open.claimIds].sort().join() === [...order.claimIds].sort().join();
