import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import { asCents, parseDecimal } from "#app/domain/money.ts";
import { findDispute } from "#app/server/disputes/dispute-record.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { resolveDispute, type Resolution } from "#app/server/disputes/resolve-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Scenario, TestDebt } from "../arrangements/scenario.ts";

export const WHOLE: DisputeScope = { kind: "whole" };
export const COSTS: DisputeScope = { kind: "parts", invoices: [], interest: false, costs: true };
export const INTEREST: DisputeScope = { kind: "parts", invoices: [], interest: true, costs: false };
export const amount = (cents: bigint): DisputeScope => ({ kind: "amount", amount: asCents(cents) });

/** A consumer's debt of which costs are due since long, and interest runs. */
export const LATE_TERMS = {
  interest: { type: "statutory" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-08-03" },
};

/** The verbs of disputes over the claims of a scenario. */
export function disputing(scene: Scenario) {
  const { services, creditorId } = scene;

  function file(
    { claimId, debtor }: TestDebt,
    order: { scope?: DisputeScope; ground?: DisputeGround; disputeId?: string; text?: string } = {},
  ) {
    return openDispute(services, {
      debtor,
      claimId,
      disputeId: order.disputeId ?? newId("dsp", services.clock.now()),
      ground: order.ground ?? "amount_wrong",
      scope: order.scope ?? WHOLE,
      answers: {},
      text: order.text ?? "Dit klopt niet.",
      uploadIds: [],
      language: "nl",
    });
  }

  async function dispute(debt: TestDebt, order: Parameters<typeof file>[1] = {}): Promise<string> {
    const filed = await file(debt, order);
    if (!filed.ok) throw new Error(filed.error.kind);
    return filed.value.disputeId;
  }

  function resolve(disputeId: string, decision: Pick<Resolution, "outcome"> & { credit?: string }) {
    const credit = decision.credit === undefined ? null : parseDecimal(decision.credit);
    return resolveDispute(services, {
      creditorId,
      disputeId,
      outcome: decision.outcome,
      explanation: "Daarom.",
      actor: "api:test",
      ...(credit?.ok ? { credit: credit.value } : {}),
    });
  }

  async function stored(disputeId: string) {
    const found = await findDispute(services.database.prisma, { creditorId, disputeId });
    if (!found) throw new Error("no such dispute");
    return found;
  }

  return { file, dispute, resolve, stored };
}
