import { randomUUID } from "node:crypto";
import type { Mailer } from "#app/server/platform/mail/mailer.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { finishSending } from "./finish-sending.server.ts";
import type { KeptNews } from "./queue-news.server.ts";
import { findSendingStop } from "./sending-stop.server.ts";

const MINUTE_MS = 60_000;
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * 60 * MINUTE_MS, 8 * 60 * MINUTE_MS, 24 * 60 * MINUTE_MS]; // prettier-ignore

/**
 * Sends mails that are due and answers how many it took. At least once: a crash after the server took a mail sends it
 * again with the same Message-ID. Of a mail to a debtor the creditor is told when the server took it, and when it never
 * will be taken; each is looked at again before it goes. Without a mailer they are marked as captured.
 */
export async function sendDueMails(
  services: Services,
  { mailer, limit }: { mailer: Mailer | null; limit: number },
): Promise<number> {
  const { prisma } = services.database;
  const lease = randomUUID();
  const now = services.clock.now();
  const taken = await prisma.$queryRaw<{ id: string }[]>`
    UPDATE outgoing_mail SET lease = ${lease}::uuid, locked_until = now() + interval '60 seconds', attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM outgoing_mail
      WHERE status = 'pending' AND next_at <= ${now} AND (locked_until IS NULL OR locked_until < now())
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  if (taken.length > 0) crashPoint("send:claimed");
  for (const { id } of taken) await sendOne(services, { id, lease, mailer });
  return taken.length;
}

async function sendOne(
  services: Services,
  { id, lease, mailer }: { id: string; lease: string; mailer: Mailer | null },
): Promise<void> {
  const { prisma } = services.database;
  // Those before it may have taken long, and nobody else may take this one while it goes.
  await prisma.$executeRaw`
    UPDATE outgoing_mail SET locked_until = now() + interval '60 seconds' WHERE id = ${id} AND lease = ${lease}::uuid`;
  const mail = await prisma.outgoingMail.findFirst({ where: { id, lease } });
  if (!mail) return;
  const now = services.clock.now();
  const release = (data: object) =>
    prisma.outgoingMail.updateMany({ where: { id, lease }, data: { lease: null, lockedUntil: null, ...data } });
  const { creditorId, claimId, kind, recipient } = mail;
  const news = mail.news as KeptNews | null;
  const leased = { channel: "email", id, lease, creditorId, claimId, kind, recipient, news } as const;
  const stop = await findSendingStop(prisma, { ...mail, channel: "email" });
  if (stop) return finishSending(services, leased, { kind: "stopped", reason: stop });
  if (!mailer) {
    await release({ status: "captured", sentAt: now });
    return;
  }
  const { subject, text, html } = mail;
  const sent = await mailer.send({ messageId: id, to: recipient, subject, text, html });
  crashPoint("send:answered");
  if (sent.ok) return finishSending(services, leased, { kind: "sent" });
  const { reason, replyCode, enhancedCode } = sent.error;
  const delay = RETRY_AFTER_MS[mail.attempts - 1];
  const again = sent.error.kind === "temporary" && delay !== undefined;
  services.log.warn({ mail: id, kind: sent.error.kind, reason, again }, "mail not sent");
  if (again) {
    await release({ nextAt: new Date(now.getTime() + delay), failure: reason });
    return;
  }
  const code = enhancedCode ?? replyCode?.toString() ?? null;
  await finishSending(services, leased, { kind: "failed", reason, code });
}
