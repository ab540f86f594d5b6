import { type ArrangementPolicy, DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { fromPolicyJson, type PolicyJson, toPolicyJson } from "#app/domain/arrangement/policy-json.ts";
import { type PolicyProblem, checkPolicy } from "#app/domain/arrangement/policy-check.ts";
import { asCents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** What arrangements a creditor agrees to: as they set it, or what everybody starts with. */
export async function policyOfCreditor(
  tx: Pick<Transaction, "creditor">,
  creditorId: string,
): Promise<ArrangementPolicy> {
  const { arrangementPolicy, waiveRemainderBelow } = await tx.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { arrangementPolicy: true, waiveRemainderBelow: true },
  });
  return { ...readStoredPolicy(arrangementPolicy), waiveCostsIfRemainderBelow: asCents(waiveRemainderBelow) };
}

/** A policy as it is stored; null is the one that everybody starts with. */
export function readStoredPolicy(stored: unknown): ArrangementPolicy {
  return stored === null ? DEFAULT_POLICY : fromPolicyJson(stored as PolicyJson);
}

/**
 * Sets the policy of a creditor as a whole, or says everything that is wrong with it. Arrangements that were proposed
 * before keep to the policy of their first day.
 */
export async function setPolicy(
  services: Services,
  { creditorId, policy, actor }: { creditorId: string; policy: ArrangementPolicy; actor: string },
): Promise<Result<ArrangementPolicy, readonly PolicyProblem[]>> {
  const problems = checkPolicy(policy);
  if (problems.length > 0) return err(problems);
  return inTransaction(services.database, async (tx) => {
    const at = services.clock.now();
    await tx.creditor.update({
      where: { id: creditorId },
      data: { arrangementPolicy: toPolicyJson(policy), waiveRemainderBelow: policy.waiveCostsIfRemainderBelow },
    });
    const data = { enabled: policy.enabled, policy: JSON.stringify(toPolicyJson(policy)) };
    appendAudit(tx, creditorId, { at, actor, action: "policy.changed", subject: creditorId, data });
    return ok(policy);
  });
}
