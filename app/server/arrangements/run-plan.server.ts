import { type Step, stepsOn } from "#app/domain/arrangement/missed.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import { addDays } from "#app/domain/calendar.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { toDecimal } from "#app/domain/money.ts";
import { isHeld } from "#app/server/claims/refresh-claim-status.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendArrangementEvents } from "./arrangement-events.server.ts";
import { type ArrangementRecord, type LockedArrangement, rhythmOf } from "./arrangement-record.server.ts";
import { collectDueInstalment, collectionsUnderWay, withoutCollected } from "./collect-instalment.server.ts";
import { storeChange } from "./change-plan.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";
import { followPlans } from "./follow-plans.server.ts";
import { instalmentData } from "./instalment-data.server.ts";
import { openingOf } from "./next-check.server.ts";
import { planNow } from "./plan-now.server.ts";
import { scheduleChecks } from "./start-plan.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

/** Does what a running plan asks today: reminds, repairs, warns, and at the very end breaks. Each step once. */
export async function runPlan(tx: Transaction, services: Services, locked: LockedArrangement): Promise<void> {
  const { arrangement, claims } = locked;
  const { id, creditorId, policy, acceptedOn, lastLetterOn, notices } = arrangement;
  const today = services.clock.today();
  if (acceptedOn === null) throw new Error(`arrangement ${id} runs without a day of acceptance`);
  // A dispute or a pause stops reminders, collections and the counting of what was missed, until it is over.
  if (await isHeld(tx, claims)) {
    const checkAt = openingOf(addDays(today, 1));
    await tx.arrangement.update({ where: { id }, data: { checkAt } });
    return;
  }
  const now = await planNow(tx, { arrangement, claims, today });
  // Nothing is left to pay since a change that did not let the plan follow: it does so now.
  if (now.plan.open === 0n) {
    const [claim] = claims;
    if (claim) await followPlans(tx, services, claim);
    return;
  }
  const collection = await collectDueInstalment(tx, services, { locked, now });
  const plan = withoutCollected(now.plan, await collectionsUnderWay(tx, arrangement));
  const steps = stepsOn({
    plan,
    policy,
    rhythm: rhythmOf(arrangement),
    acceptedOn,
    sent: notices,
    lastLetterOn,
    today,
  });
  for (const step of steps) await take(tx, services, { locked, plan, step });
  if (steps.some(({ kind }) => kind === "break")) return;
  await scheduleChecks(tx, services, { creditorId, arrangementId: id, claims });
  if (collection !== "blocked") return;
  const checkAt = new Date(services.clock.now().getTime() + COLLECT_AGAIN_AFTER_MS);
  await tx.arrangement.update({ where: { id }, data: { checkAt } });
}

/** A payment that the debtor began stands in the way of a collection; it is paid or over within the hour. */
const COLLECT_AGAIN_AFTER_MS = 60 * 60_000;

type Taking<Kind extends Step["kind"] = Step["kind"]> = {
  readonly locked: LockedArrangement;
  readonly plan: FollowedPlan;
  readonly step: Extract<Step, { kind: Kind }>;
};

async function take(tx: Transaction, services: Services, { locked, plan, step }: Taking): Promise<void> {
  const { arrangement } = locked;
  const { id } = arrangement;
  switch (step.kind) {
    case "remind":
    case "missed_first":
    case "missed_second": {
      const instalment = found(plan, step.seq);
      await noteSent(tx, services, { arrangement, step });
      const about = { ...instalment, dueOn: step.dueOn };
      if (step.kind === "remind" && arrangement.mandate?.status === "valid") {
        const announced = { kind: "debit_announced" as const, instalment: about, on: step.dueOn };
        return tellDebtor(tx, services, { arrangement, news: announced, key: `${id}:debit:${step.seq}:${step.dueOn}` });
      }
      const news = { kind: step.kind, instalment: about };
      return tellDebtor(tx, services, { arrangement, news, key: `${id}:${step.kind}:${step.seq}:${step.dueOn}` });
    }
    case "missed":
      return takeMissed(tx, services, { locked, plan, step });
    case "last_letter": {
      const today = services.clock.today();
      await tx.arrangement.update({ where: { id }, data: { lastLetterOn: toDateColumn(today) } });
      const news = { kind: step.kind, behind: step.behind, before: step.before };
      return tellDebtor(tx, services, { arrangement, news, key: `${id}:last_letter:${today}` });
    }
    case "caught_up":
      await tx.arrangement.update({ where: { id }, data: { lastLetterOn: null } });
      return;
    case "break": {
      const data = { paid: toDecimal(plan.paid), open: toDecimal(plan.open) };
      await endArrangement(tx, services, { locked, ending: { act: "break", actor: "worker", data } });
      return tellDebtor(tx, services, { arrangement, news: { kind: "broken" }, key: `${id}:broken` });
    }
  }
}

async function takeMissed(
  tx: Transaction,
  services: Services,
  { locked, plan, step }: Taking<"missed">,
): Promise<void> {
  const { arrangement } = locked;
  const { id, creditorId } = arrangement;
  const at = services.clock.now();
  const instalment = found(plan, step.seq);
  await noteSent(tx, services, { arrangement, step });
  const movedTo = step.change?.dueOn ?? null;
  const data = { instalment: instalmentData({ ...instalment, dueOn: step.dueOn }), movedTo };
  await appendArrangementEvents(tx, arrangement, { news: [{ type: "instalment.missed", data }], at });
  appendAudit(tx, creditorId, { at, actor: "worker", action: "instalment.missed", subject: id, data: { seq: step.seq, dueOn: step.dueOn, movedTo } }); // prettier-ignore
  if (!step.change) return;
  await storeChange(tx, arrangement, step.change);
  const news = { kind: "moved_to_end" as const, instalment, newDueOn: step.change.dueOn };
  await tellDebtor(tx, services, { arrangement, news, key: `${id}:moved_to_end:${step.seq}:${step.dueOn}` });
}

async function noteSent(
  tx: Transaction,
  services: Pick<Services, "clock">,
  input: {
    arrangement: ArrangementRecord;
    step: { kind: "remind" | "missed_first" | "missed_second" | "missed"; seq: number; dueOn: string };
  },
): Promise<void> {
  const { arrangement, step } = input;
  await tx.instalmentNotice.create({
    data: {
      arrangementId: arrangement.id,
      creditorId: arrangement.creditorId,
      seq: step.seq,
      kind: step.kind,
      dueOn: new Date(`${step.dueOn}T00:00:00.000Z`),
      sentAt: services.clock.now(),
    },
  });
}

function found(plan: FollowedPlan, seq: number) {
  const instalment = plan.instalments.find((other) => other.seq === seq);
  if (!instalment) throw new Error(`the plan has no instalment ${seq}`);
  return instalment;
}
