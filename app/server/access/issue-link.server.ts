import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { hashOfAddress } from "#app/server/messages/stopped-address.server.ts";
import { newPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { keyOrNewest } from "#app/server/platform/crypto/key-ring.server.ts";
import { newId, type SecretBytes } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { qrSvg } from "#app/server/platform/qr/qr-svg.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { LONGEST_LINK_LIFETIME_MS } from "./token/magic-link-token.server.ts";
import { magicLinkTokens } from "./token/link-tokens.server.ts";

export type LinkChannel = "none" | "email" | "sms" | "letter";

export type IssuedLink = {
  readonly id: string;
  readonly url: string;
  /** For paper and for typing; kept only as its hash, so it is shown this once. */
  readonly code: string;
  readonly codeUrl: string;
  /** Points to the short code: a token makes a QR too dense for thin paper. */
  readonly qrSvg: string;
  readonly expiresAt: Date;
};

export type LinkRefusal =
  { readonly kind: "claim_not_found" } | { readonly kind: "expiry_out_of_range"; readonly latest: Date };

export const DEFAULT_LINK_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

export type LinkOrder = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly channel: LinkChannel;
  readonly expiresAt?: Date;
  /** For somebody who helps the debtor, within what was allowed. */
  readonly helperId?: string;
  /**
   * Of an order that may come twice: where the link is there already, it is answered again, with the same token and code, as
   * long as the key that made them is in the ring.
   */
  readonly again?: { readonly id: string; readonly secretBytes: SecretBytes };
  readonly actor: string;
};

/** Issues a magic link to a claim, signed with the newest key, and a paper code for the same rights. Default: 90 days. */
export async function issueLink(services: Services, order: LinkOrder): Promise<Result<IssuedLink, LinkRefusal>> {
  return inTransaction(services.database, (tx) => issueLinkIn(tx, services, order));
}

export async function issueLinkIn(
  tx: Transaction,
  services: Services,
  order: LinkOrder,
): Promise<Result<IssuedLink, LinkRefusal>> {
  const { creditorId, claimId, channel, again } = order;
  const now = services.clock.now();
  if (again) await lockName(tx, `link:${again.id}`);
  const issued = again && (await tx.link.findFirst({ where: { id: again.id, creditorId, claimId } }));
  const key = keyOrNewest(services.keys, issued?.signedBy);
  const code = newPaperCode(again?.secretBytes(key));
  if (issued) {
    // Only a key that is gone from the ring makes another code: the first one ends.
    await tx.link.update({ where: { id: issued.id }, data: { codeHash: hashSecret(code), signedBy: key.id } });
    return ok(await shown(services, { ...issued, code, signedBy: key.id }));
  }
  const issuedAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const latest = new Date(issuedAt.getTime() + LONGEST_LINK_LIFETIME_MS);
  const wanted = order.expiresAt ?? new Date(issuedAt.getTime() + DEFAULT_LINK_LIFETIME_MS);
  const expiresAt = new Date(Math.floor(wanted.getTime() / 1000) * 1000);
  if (expiresAt <= issuedAt || expiresAt > latest) return err({ kind: "expiry_out_of_range", latest });
  const claim = await tx.claim.findFirst({
    where: { id: claimId, creditorId },
    select: { debtorId: true, debtor: { select: { email: true, phone: true } } },
  });
  if (!claim) return err({ kind: "claim_not_found" });
  const address = addressOf(channel, claim.debtor);

  const id = again?.id ?? newId("lnk", now);
  await tx.link.create({
    data: {
      id,
      creditorId,
      claimId,
      channel,
      codeHash: hashSecret(code),
      signedBy: key.id,
      issuedAt,
      expiresAt,
      helperId: order.helperId ?? null,
      addressHash: address && hashOfAddress({ creditorId, debtorId: claim.debtorId }, address),
    },
  });
  appendAudit(tx, creditorId, { at: now, actor: order.actor, action: "link.issued", subject: id, data: { claim: claimId, channel } }); // prettier-ignore
  return ok(await shown(services, { id, claimId, code, issuedAt, expiresAt, signedBy: key.id }));
}

/** Where a link goes that is handed over so: somebody there who does not know the debtor ends it. */
export function addressOf(
  channel: LinkChannel,
  debtor: { readonly email: string | null; readonly phone: string | null },
): string | null {
  if (channel === "email") return debtor.email;
  return channel === "sms" ? debtor.phone : null;
}

type Issued = Pick<IssuedLink, "id" | "code" | "expiresAt"> & {
  readonly claimId: string;
  readonly issuedAt: Date;
  /** The key of the ring that its token and code come from. */
  readonly signedBy: string;
};

async function shown(
  services: Services,
  { id, claimId, code, issuedAt, expiresAt, signedBy }: Issued,
): Promise<IssuedLink> {
  const tokens = await magicLinkTokens(services);
  const token = await tokens.sign({ jti: id, sub: claimId, issuedAt, expiresAt }, signedBy);
  const codeUrl = new URL(`/c/${code}`, services.config.baseUrl).href;
  return {
    id,
    url: new URL(`/l/${token}`, services.config.baseUrl).href,
    code,
    codeUrl,
    qrSvg: qrSvg(codeUrl, { label: codeUrl }),
    expiresAt,
  };
}

/**
 * Ends a link for good, however its token is spelled, the sessions it opened, and what was given in them to somebody who helps.
 * Answers false when it is not the creditor's.
 */
export async function revokeLink(
  services: Services,
  { creditorId, linkId, actor }: { creditorId: string; linkId: string; actor: string },
): Promise<boolean> {
  return inTransaction(services.database, (tx) => revokeLinkIn(tx, services, { creditorId, linkId, actor }));
}

export async function revokeLinkIn(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { creditorId, linkId, actor }: { creditorId: string; linkId: string; actor: string },
): Promise<boolean> {
  const now = services.clock.now();
  const link = await tx.link.findFirst({ where: { id: linkId, creditorId }, select: { id: true, revokedAt: true } });
  if (!link) return false;
  if (link.revokedAt) return true;
  await tx.link.update({ where: { id: link.id }, data: { revokedAt: now } });
  await tx.debtorSession.updateMany({ where: { linkId: link.id, endedAt: null }, data: { endedAt: now } });
  appendAudit(tx, creditorId, { at: now, actor, action: "link.revoked", subject: link.id });
  const given = await tx.helperGrant.findMany({
    where: { creditorId, madeByLink: link.id, revokedAt: null },
    select: { id: true },
  });
  for (const { id: helperId } of given) await revokeHelperIn(tx, services, { creditorId, helperId, actor });
  return true;
}

/** Somebody who helps looks along no more: their link, code and sessions end at once. Doing it again changes nothing. */
export async function revokeHelperIn(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { creditorId, helperId, actor }: { creditorId: string; helperId: string; actor: string },
): Promise<void> {
  const at = services.clock.now();
  const { count } = await tx.helperGrant.updateMany({
    where: { id: helperId, creditorId, revokedAt: null },
    data: { revokedAt: at },
  });
  if (count === 0) return;
  await tx.debtorSession.updateMany({ where: { helperId, creditorId, endedAt: null }, data: { endedAt: at } });
  const link = await tx.link.findFirst({ where: { helperId, creditorId }, select: { id: true } });
  if (link) await revokeLinkIn(tx, services, { creditorId, linkId: link.id, actor });
  appendAudit(tx, creditorId, { at, actor, action: "helper.revoked", subject: helperId });
}

/** Every link that was mailed to an address about this debtor opens nothing any more. */
export async function revokeMailedLinks(
  tx: Transaction,
  services: Pick<Services, "clock">,
  {
    owner,
    addressHash,
    actor,
  }: { owner: { creditorId: string; debtorId: string }; addressHash: string; actor: string },
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const links = await tx.link.findMany({
    where: { creditorId, claim: { debtorId }, addressHash, revokedAt: null },
    select: { id: true },
  });
  for (const { id: linkId } of links) await revokeLinkIn(tx, services, { creditorId, linkId, actor });
}
