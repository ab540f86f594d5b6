import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import type { KeptNews } from "./queue-news.server.ts";
import type { SendingStop } from "./sending-stop.server.ts";
import { tellAgain } from "./tell-again.server.ts";
import { type Sending, type SendingNews, tellOfSending } from "./tell-of-sending.server.ts";
import { forgetUnusable, rememberUnusable } from "./unusable-number.server.ts";
import { type DebtorWay, mailToDebtor, wayToDebtor } from "./way-to-debtor.server.ts";

/** A mail or text message that we hold the lease of. */
export type LeasedSending = Sending & {
  readonly lease: string;
  readonly recipient: string;
  /** What it tells a debtor; null of what is no news, such as nothing but a link. */
  readonly news: KeptNews | null;
};

export type SendingEnd =
  | { readonly kind: "sent" }
  | { readonly kind: "stopped"; readonly reason: SendingStop }
  /** `isNumberRefused`: and so will be whatever else goes to that phone number. */
  | {
      readonly kind: "failed";
      readonly reason: string;
      readonly code: string | null;
      readonly isNumberRefused?: boolean;
    };

/**
 * Writes down the end of a mail or text message, and tells of it once for each of its claims, if the lease is still ours. Its
 * words go: they may hold a link, and what is not kept cannot leak. News that waited for an address which changed since is told
 * at the one of now instead, and news that no text message brings is told by mail.
 */
export async function finishSending(services: Services, sending: LeasedSending, end: SendingEnd): Promise<void> {
  await inTransaction(services.database, async (tx) => {
    const debtor = await debtorOf(tx, sending);
    const way = debtor && sending.news && (await otherWay(tx, services, { debtor, channel: sending.channel, end }));
    const isMoved = way !== null && end.kind === "stopped";
    const isOurs = await tellOfSending(tx, {
      sending,
      news: isMoved ? null : newsOf(end),
      occurredAt: services.clock.now(),
      write: () => writeEnd(tx, services, { sending, end }),
    });
    crashPoint("send:finishing");
    if (!isOurs || !debtor) return;
    const { owner, claimId } = debtor;
    if (sending.channel === "sms")
      await learnOfNumber(tx, services, { end, own: { owner, number: sending.recipient } });
    if (way && sending.news)
      await tellAgain(tx, services, { sending: { ...sending, claimId }, news: sending.news, way });
  });
}

async function debtorOf(tx: Transaction, { creditorId, claimId }: Sending) {
  if (claimId === null) return null;
  const claim = await tx.claim.findFirst({
    where: { id: claimId, creditorId },
    select: { debtorId: true, debtor: { select: { email: true, phone: true, channel: true } } },
  });
  return claim && { claimId, owner: { creditorId, debtorId: claim.debtorId }, ...claim.debtor };
}

type Debtor = NonNullable<Awaited<ReturnType<typeof debtorOf>>>;

async function otherWay(
  tx: Transaction,
  services: Services,
  { debtor, channel, end }: { debtor: Debtor; channel: Sending["channel"]; end: SendingEnd },
): Promise<DebtorWay | null> {
  if (end.kind === "stopped" && end.reason === "address_changed") return wayToDebtor(tx, services, debtor);
  return end.kind === "failed" && channel === "sms" ? mailToDebtor(tx, debtor) : null;
}

function newsOf(end: SendingEnd): SendingNews {
  if (end.kind === "sent") return { type: "message.sent" };
  return { type: "message.bounced", reason: end.reason, code: end.kind === "failed" ? end.code : null };
}

/** Answers whether the lease was still ours. */
async function writeEnd(
  tx: Transaction,
  { clock }: Services,
  { sending: { channel, id, lease }, end }: { sending: LeasedSending; end: SendingEnd },
): Promise<boolean> {
  const state = end.kind === "sent" ? { status: "sent" as const, sentAt: clock.now() } : { status: "failed" as const, failure: end.reason }; // prettier-ignore
  const data = { ...state, text: "", news: Prisma.DbNull, lease: null, lockedUntil: null };
  const { count } = await (channel === "email"
    ? tx.outgoingMail.updateMany({ where: { id, lease }, data: { ...data, html: "" } })
    : tx.outgoingSms.updateMany({ where: { id, lease }, data }));
  return count > 0;
}

async function learnOfNumber(
  tx: Transaction,
  services: Services,
  { end, own }: { end: SendingEnd; own: Parameters<typeof forgetUnusable>[1] },
): Promise<void> {
  if (end.kind === "sent") await forgetUnusable(tx, own);
  if (end.kind === "failed" && end.isNumberRefused === true) await rememberUnusable(tx, services, own);
}
