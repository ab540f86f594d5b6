import { type PauseReason, pauseEndsOn } from "#app/domain/pause.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { lockClaims } from "#app/server/arrangements/arrangement-record.server.ts";
import { actorOf, type DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { openClaimsOf } from "#app/server/pauses/own-pause.server.ts";
import { pauseClaims } from "#app/server/pauses/pause-claims.server.ts";
import { tellCreditorOfPause, tellDebtorOfPause } from "#app/server/pauses/pause-news.server.ts";
import { pauseTermsOf } from "#app/server/pauses/pause-record.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { openQuestion, questionPath } from "#app/server/questions/open-question.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** What a debtor, or somebody for them, says that changes who deals with their money. */
export type SpecialCase = {
  readonly debtor: DebtorSessionScope;
  /** The claim whose letters hold what was written. */
  readonly claimId: string;
  /** Made when the form was shown (`newId("msg", …)`): the same form twice is told once. */
  readonly messageId: string;
  readonly about: "counsellor" | "bankrupt" | "deceased";
  readonly reason: PauseReason;
  /** What was filled in, as a letter to the creditor. */
  readonly subject: string;
  readonly body: string;
};

/**
 * Writes down what was said as a letter to the creditor, and lets everything of the debtor rest. After a death nothing goes
 * to the mail address and the phone of who died any more. Only the creditor reads names: the event holds none.
 */
export async function reportSpecialCase(
  services: Services,
  report: SpecialCase,
): Promise<Result<null, { kind: "invalid_request" }>> {
  const { debtor, claimId, messageId } = report;
  const { creditorId, debtorId } = debtor;
  if (!isId("msg", messageId)) return err({ kind: "invalid_request" });
  return inTransaction(services.database, async (tx) => {
    const claimIds = await openClaimsOf(tx, debtor);
    const held = await lockClaims(tx, { creditorId, claimIds: [...new Set([...claimIds, claimId])] });
    if (!held.some((claim) => claim.id === claimId && claim.debtorId === debtorId))
      return err({ kind: "invalid_request" });
    if (!(await writeDown(tx, services, report))) return ok(null);
    if (report.about === "deceased") await stopReaching(tx, services, debtor);
    const { about, reason } = report;
    const at = services.clock.now();
    await appendEvents(tx, claimId, [{ type: "debtor.help_requested", occurredAt: at, data: { about } }]);
    const untilOn = pauseEndsOn(reason, services.clock.today(), await pauseTermsOf(tx, creditorId));
    const order = { creditorId, debtorId, claimIds, reason, text: report.subject, untilOn, actor: actorOf(debtor) };
    const started = await pauseClaims(tx, services, order);
    const paused = started.map((pause) => pause.claimId);
    const news = { creditorId, debtorId, claimIds: paused.length > 0 ? paused : [claimId], reason, untilOn, pauseId: messageId, path: questionPath(messageId) }; // prettier-ignore
    if (paused.length > 0) await tellDebtorOfPause(tx, services, { ...news, kind: "started" });
    await tellCreditorOfPause(tx, services, { ...news, kind: "started" });
    return ok(null);
  });
}

/** Answers false when this form was sent before. */
async function writeDown(tx: Transaction, services: Services, report: SpecialCase): Promise<boolean> {
  const { debtor, claimId, messageId: id, subject, body, about } = report;
  const { creditorId } = debtor;
  const at = services.clock.now();
  const { count } = await tx.message.createMany({
    skipDuplicates: true,
    data: { id, creditorId, claimId, direction: "inbound", channel: "portal", ownOnly: true, subject, body, sentAt: at, createdAt: at }, // prettier-ignore
  });
  if (count === 0) return false;
  await openQuestion(tx, services, {
    creditorId,
    debtorId: debtor.debtorId,
    claimId,
    kind: about,
    key: id,
    messageId: id,
  });
  const data = { claim: claimId, about };
  appendAudit(tx, creditorId, { at, actor: actorOf(debtor), action: "debtor.help_requested", subject: id, data });
  return true;
}

async function stopReaching(
  tx: Transaction,
  services: Services,
  owner: { creditorId: string; debtorId: string },
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const debtor = await tx.debtor.findFirst({ where: { id: debtorId, creditorId }, select: { email: true, phone: true } }); // prettier-ignore
  for (const address of [debtor?.email, debtor?.phone])
    if (address) await stopAddress(tx, services, { owner, address });
}
