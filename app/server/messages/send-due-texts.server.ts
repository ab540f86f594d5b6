import { randomUUID } from "node:crypto";
import type { SmsSender } from "#app/server/platform/sms/sms-sender.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { finishSending } from "./finish-sending.server.ts";
import type { KeptNews } from "./queue-news.server.ts";
import { findSendingStop } from "./sending-stop.server.ts";
import { textsGo } from "./texts-go.server.ts";

const MINUTE_MS = 60_000;
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * 60 * MINUTE_MS, 8 * 60 * MINUTE_MS];

/** Other refusals, such as of our password, say nothing of whoever it is for. */
const REFUSES_THE_NUMBER = new Set([400, 410, 422]);

/**
 * Sends text messages that are due and answers how many it took. At least once: a crash after the provider took one sends
 * it again under the same id. The creditor is told when the provider took one, and when it never will be taken; each
 * is looked at again before it goes. Without a sender they are marked as captured,
 * and in production, where nobody would read them, as failed.
 */
export async function sendDueTexts(
  services: Services,
  { sender, limit }: { sender: SmsSender | null; limit: number },
): Promise<number> {
  const { prisma } = services.database;
  const lease = randomUUID();
  const now = services.clock.now();
  const taken = await prisma.$queryRaw<{ id: string }[]>`
    UPDATE outgoing_sms SET lease = ${lease}::uuid, locked_until = now() + interval '60 seconds', attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM outgoing_sms
      WHERE status = 'pending' AND next_at <= ${now} AND (locked_until IS NULL OR locked_until < now())
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  if (taken.length > 0) crashPoint("send:claimed");
  for (const { id } of taken) await sendOne(services, { id, lease, sender });
  return taken.length;
}

async function sendOne(
  services: Services,
  { id, lease, sender }: { id: string; lease: string; sender: SmsSender | null },
): Promise<void> {
  const { prisma } = services.database;
  // Those before it may have taken long, and nobody else may take this one while it goes.
  await prisma.$executeRaw`
    UPDATE outgoing_sms SET locked_until = now() + interval '60 seconds' WHERE id = ${id} AND lease = ${lease}::uuid`;
  const text = await prisma.outgoingSms.findFirst({ where: { id, lease } });
  if (!text) return;
  const now = services.clock.now();
  const release = (data: object) =>
    prisma.outgoingSms.updateMany({ where: { id, lease }, data: { lease: null, lockedUntil: null, ...data } });
  const { creditorId, claimId, recipient } = text;
  const news = text.news as KeptNews | null;
  const leased = { channel: "sms", id, lease, creditorId, claimId, kind: text.kind, recipient, news } as const;
  const stop = await findSendingStop(prisma, { ...text, channel: "sms" });
  if (stop) return finishSending(services, leased, { kind: "stopped", reason: stop });
  if (!sender && !textsGo(services.config)) {
    return finishSending(services, leased, { kind: "failed", reason: "sms_off", code: null });
  }
  if (!sender) {
    await release({ status: "captured", sentAt: now });
    return;
  }
  const sent = await sender.send({ id, to: recipient, text: text.text });
  crashPoint("send:answered");
  if (sent.ok) return finishSending(services, leased, { kind: "sent" });
  const { kind, reason, status } = sent.error;
  const delay = RETRY_AFTER_MS[text.attempts - 1];
  const again = kind === "temporary" && delay !== undefined;
  services.log.warn({ sms: id, kind, reason, status, again }, "text message not sent");
  if (again) {
    await release({ nextAt: new Date(now.getTime() + delay), failure: reason });
    return;
  }
  const isNumberRefused = kind === "permanent" && (status === undefined || REFUSES_THE_NUMBER.has(status));
  await finishSending(services, leased, { kind: "failed", reason, code: status?.toString() ?? null, isNumberRefused });
}
