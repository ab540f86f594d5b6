import { readPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { openDebtorSession } from "./debtor-session.server.ts";
import { findSignedLink } from "./find-signed-link.server.ts";
import { type FoundLink, type LinkRow, loadLink, type OpenableLink, openableLink, writeSignedLink } from "./link-record.server.ts"; // prettier-ignore
import { namedSigner } from "./token/creditor-link-token.server.ts";
import { magicLinkTokens } from "./token/link-tokens.server.ts";

/** What somebody holds: the token of a link's address, or the code on paper. */
export type LinkKey = { readonly token: string } | { readonly code: string };

/** Looks a link up without changing anything. */
export async function findLink(services: Services, key: LinkKey): Promise<FoundLink> {
  if ("code" in key) return findByCode(services, key.code);
  const signer = namedSigner(key.token);
  return signer ? findSignedLink(services, key.token, signer) : findByToken(services, key.token);
}

async function findByToken(services: Services, token: string): Promise<FoundLink> {
  const tokens = await magicLinkTokens(services);
  const verified = await tokens.verify(token, services.clock.now());
  const named = verified.ok ? verified.value : verified.error.kind === "expired" ? verified.error : null;
  // Also asks for a link that cannot be, so that the time does not tell.
  const link = await loadLink(services.database.prisma, { id: named?.jti ?? "lnk_none" });
  if (!named || !link || link.revokedAt || link.claimId !== named.sub) return { kind: "refused" };
  return found(link, { valid: verified.ok && link.expiresAt > services.clock.now() });
}

async function findByCode(services: Services, typed: string): Promise<FoundLink> {
  const code = readPaperCode(typed);
  const link = await loadLink(services.database.prisma, { codeHash: code.ok ? hashSecret(code.value) : "" });
  if (!link || link.revokedAt) return { kind: "refused" };
  return found(link, { valid: link.expiresAt > services.clock.now() });
}

/** Somebody who helped and whose time is over is sent no new link: the debtor makes one. */
function found(link: LinkRow, { valid }: { valid: boolean }): FoundLink {
  if (!valid && link.helperId !== null) return { kind: "refused" };
  return { kind: valid ? "valid" : "expired", link: openableLink(link) };
}

/** Counts that a link was looked at, by a person or a mail scanner: the one thing a GET of a link leaves behind. */
export async function countAccess(services: Services, link: OpenableLink): Promise<void> {
  if (link.unwritten) return;
  await services.database.prisma.link.updateMany({ where: { id: link.id }, data: { accessCount: { increment: 1 } } });
}

/** Opens a session for whoever pressed the button. Answers the session's token, or null when the link was revoked meanwhile. */
export async function enterByLink(services: Services, link: OpenableLink): Promise<string | null> {
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    if (!(await writeSignedLink(tx, link))) return null;
    const current = await tx.link.findFirst({
      where: { id: link.id, creditorId: link.creditorId, revokedAt: null, expiresAt: { gt: now } },
      select: { id: true },
    });
    return current ? openDebtorSession(tx, { link, now }) : null;
  });
}
