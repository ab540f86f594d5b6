import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { hashOfAddress, isStoppedAddress } from "./stopped-address.server.ts";

/** Why what waited must not go any more. */
export type SendingStop =
  | "address_changed"
  | "address_stopped"
  | "link_revoked"
  | "claim_settled"
  | "claim_closed"
  | "claim_disputed"
  | "claim_paused";

type Waiting = {
  readonly creditorId: string;
  readonly claimId: string | null;
  /** The link that it brings. */
  readonly linkId: string | null;
  /** What it tells a debtor; null of what is no news. */
  readonly news: unknown;
  readonly kind: string;
  readonly channel: "email" | "sms";
  readonly recipient: string;
  readonly createdAt: Date;
};

/** What is nothing but the creditor's way to ask: it goes only to a debtor who may be asked. */
const ASKING = "link";

/**
 * Looks again, just before a mail or text message goes: it may have waited for the morning or for a server. Nothing goes to an
 * address that was stopped. News, and whatever brings a link, goes to the address that is the debtor's now, or not at all. What
 * only asks does not go once the claim rests, is over, or was disputed since.
 */
export async function findSendingStop(tx: Transaction, waiting: Waiting): Promise<SendingStop | null> {
  const { creditorId, claimId, linkId, news, channel, recipient } = waiting;
  if (claimId === null) return null;
  const claim = await tx.claim.findFirst({
    where: { id: claimId, creditorId },
    select: { id: true, status: true, debtorId: true, debtor: { select: { email: true, phone: true } } },
  });
  if (!claim) return null;
  const owner = { creditorId, debtorId: claim.debtorId };
  if (await isStoppedAddress(tx, { owner, address: recipient })) return "address_stopped";
  if (linkId === null && news === null) return null;
  const address = channel === "email" ? claim.debtor.email : claim.debtor.phone;
  if (!address || hashOfAddress(owner, address) !== hashOfAddress(owner, recipient)) return "address_changed";
  if (linkId === null) return null;
  const link = await tx.link.findFirst({ where: { id: linkId, creditorId, revokedAt: null }, select: { id: true } });
  if (!link) return "link_revoked";
  return waiting.kind === ASKING ? findClaimStop(tx, { creditorId, claim, since: waiting.createdAt }) : null;
}

async function findClaimStop(
  tx: Transaction,
  { creditorId, claim, since }: { creditorId: string; claim: { id: string; status: string }; since: Date },
): Promise<SendingStop | null> {
  if (claim.status === "settled") return "claim_settled";
  if (claim.status === "closed") return "claim_closed";
  const running = { creditorId, claimId: claim.id, endedAt: null };
  // A link to a claim that was disputed already is how its debtor comes back to the dispute.
  if ((await tx.dispute.count({ where: { ...running, createdAt: { gte: since } } })) > 0) return "claim_disputed";
  return (await tx.pause.count({ where: running })) > 0 ? "claim_paused" : null;
}
