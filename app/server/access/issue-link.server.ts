import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { hashOfAddress } from "#app/server/messages/stopped-address.server.ts";
import { newPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
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

const DEFAULT_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

export type LinkOrder = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly channel: LinkChannel;
  readonly expiresAt?: Date;
  /** For somebody who helps the debtor, within what was allowed. */
  readonly helperId?: string;
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
  const { creditorId, claimId, channel } = order;
  const now = services.clock.now();
  const issuedAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const latest = new Date(issuedAt.getTime() + LONGEST_LINK_LIFETIME_MS);
  const wanted = order.expiresAt ?? new Date(issuedAt.getTime() + DEFAULT_LIFETIME_MS);
  const expiresAt = new Date(Math.floor(wanted.getTime() / 1000) * 1000);
  if (expiresAt <= issuedAt || expiresAt > latest) return err({ kind: "expiry_out_of_range", latest });
  const claim = await tx.claim.findFirst({
    where: { id: claimId, creditorId },
    select: { debtorId: true, debtor: { select: { email: true } } },
  });
  if (!claim) return err({ kind: "claim_not_found" });
  const { email } = claim.debtor;
  const mailed = channel === "email" && email !== null;

  const id = newId("lnk", now);
  const code = newPaperCode();
  await tx.link.create({
    data: {
      id,
      creditorId,
      claimId,
      channel,
      codeHash: hashSecret(code),
      issuedAt,
      expiresAt,
      helperId: order.helperId ?? null,
      addressHash: mailed ? hashOfAddress({ creditorId, debtorId: claim.debtorId }, email) : null,
    },
  });
  appendAudit(tx, creditorId, { at: now, actor: order.actor, action: "link.issued", subject: id, data: { claim: claimId, channel } }); // prettier-ignore
  const tokens = await magicLinkTokens(services);
  const token = await tokens.sign({ jti: id, sub: claimId, issuedAt, expiresAt });
  const codeUrl = new URL(`/c/${code}`, services.config.baseUrl).href;
  return ok({
    id,
    url: new URL(`/l/${token}`, services.config.baseUrl).href,
    code,
    codeUrl,
    qrSvg: qrSvg(codeUrl, { label: codeUrl }),
    expiresAt,
  });
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
  await tx.helperGrant.updateMany({
    where: { creditorId, madeByLink: link.id, revokedAt: null },
    data: { revokedAt: now },
  });
  appendAudit(tx, creditorId, { at: now, actor, action: "link.revoked", subject: link.id });
  return true;
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
