import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type FoundLink, loadLink, openableLink } from "./link-record.server.ts";
import { findLiveLinkKey } from "./link-keys.server.ts";
import type { NamedSigner } from "./token/creditor-link-token.server.ts";
import { creditorLinkTokens } from "./token/link-tokens.server.ts";

/** The id of the link that a creditor calls so. Two tokens with one `jti` are the same link, or one of them is none. */
export function signedLinkId(creditorId: string, jti: string): string {
  return derivedId("lnk", `signed ${creditorId} ${jti}`);
}

/**
 * A link that a creditor signed: of one of its own claims, with a key that it did not take back. Asks the same of the
 * database whatever the token is, so that the time does not tell.
 */
export async function findSignedLink(services: Services, token: string, signer: NamedSigner): Promise<FoundLink> {
  const { prisma } = services.database;
  const { creditorId } = signer;
  const now = services.clock.now();
  const key = await findLiveLinkKey(prisma, signer);
  const verified = await creditorLinkTokens(services).verify(token, { creditorId, key, now });
  const claims = verified.ok ? verified.value : verified.error.kind === "expired" ? verified.error.claims : null;
  const jti = claims?.jti ?? "";
  const id = signedLinkId(creditorId, jti);
  const [claim, revoked, row] = [
    await prisma.claim.findFirst({ where: { creditorId, reference: claims?.reference ?? "" }, select: { id: true, debtorId: true } }), // prettier-ignore
    await prisma.revokedJti.findUnique({ where: { creditorId_jti: { creditorId, jti } }, select: { jti: true } }),
    await loadLink(prisma, { id }),
  ];
  if (!key || !claims || !claim || revoked || row?.revokedAt) return { kind: "refused" };
  if (row && (row.creditorId !== creditorId || row.claimId !== claim.id)) return { kind: "refused" };
  const { issuedAt, expiresAt } = claims;
  const link = row
    ? openableLink(row)
    : {
        ...{ id, creditorId, claimId: claim.id, debtorId: claim.debtorId, helperId: null, channel: "none" as const },
        addressHash: null,
        unwritten: { keyId: key.id, jti, issuedAt, expiresAt },
      };
  return { kind: verified.ok && (row?.expiresAt ?? expiresAt) > now ? "valid" : "expired", link };
}
