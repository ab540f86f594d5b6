import { type ArrangementStatus, transition } from "#app/domain/arrangement/arrangement-state.ts";
import { ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { claimStatements } from "#app/server/claims/claim-statement.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findArrangement } from "./arrangement-record.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";
import { actorOf, type DebtorSessionScope, lockOwn } from "./own-arrangement.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";
import { startPlan } from "./start-plan.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

export type DebtorAnswerRefusal =
  | { readonly kind: "not_found" }
  | { readonly kind: "not_possible"; readonly status: ArrangementStatus }
  | { readonly kind: "newer_offer"; readonly version: number }
  | { readonly kind: "offer_expired" }
  | { readonly kind: "nothing_open" };

/** The debtor agrees to the counter-offer they saw: the plan runs from today. Agreeing twice is agreeing once. */
export async function acceptCounterOffer(
  services: Services,
  answer: { debtor: DebtorSessionScope; arrangementId: string; version: number },
): Promise<Result<null, DebtorAnswerRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockOwn(tx, answer);
    if (!locked) return err({ kind: "not_found" });
    const { arrangement, claims } = locked;
    const { id, creditorId, status, version, validUntil } = arrangement;
    if (version !== answer.version) return err({ kind: "newer_offer", version });
    if (status === "accepted") return ok(null);
    if (!transition(status, "accept_by_debtor").ok) return err({ kind: "not_possible", status });
    const today = services.clock.today();
    if (validUntil !== null && today > validUntil) return err({ kind: "offer_expired" });
    const statements = await claimStatements(tx, claims, today);
    if (planTotalOf(arrangement.policy, statements).total <= ZERO) return err({ kind: "nothing_open" });

    const acceptance = { act: "accept_by_debtor", by: "debtor", actor: actorOf(answer.debtor) } as const;
    await startPlan(tx, services, { locked, acceptance });
    const running = await findArrangement(tx, { creditorId, arrangementId: id });
    if (running) await tellDebtor(tx, services, { arrangement: running, news: { kind: "accepted", by: "debtor" }, key: `${id}:${version}:accepted` }); // prettier-ignore
    return ok(null);
  });
}

/** The debtor takes back the proposal, or lets a counter-offer go. Costs and reminders go on from tomorrow. */
export async function withdrawArrangement(
  services: Services,
  answer: { debtor: DebtorSessionScope; arrangementId: string },
): Promise<Result<null, DebtorAnswerRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockOwn(tx, answer);
    if (!locked) return err({ kind: "not_found" });
    const { id, status, version } = locked.arrangement;
    if (status === "withdrawn") return ok(null);
    if (!transition(status, "withdraw").ok) return err({ kind: "not_possible", status });
    await endArrangement(tx, services, { locked, ending: { act: "withdraw", actor: actorOf(answer.debtor) } });
    await tellDebtor(tx, services, { arrangement: locked.arrangement, news: { kind: "withdrawn" }, key: `${id}:${version}:withdrawn` }); // prettier-ignore
    return ok(null);
  });
}
