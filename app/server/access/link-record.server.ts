import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { OpeningLink } from "./debtor-session.server.ts";
import type { LinkChannel } from "./issue-link.server.ts";

export type FoundLink =
  | { readonly kind: "valid"; readonly link: OpenableLink }
  /** Genuine, only too old: a new one may go to the address the creditor registered. */
  | { readonly kind: "expired"; readonly link: OpenableLink }
  /** Wrong, unknown, revoked or forged: all the same to who asks. */
  | { readonly kind: "refused" };

/** `helperId`: for somebody who helps the debtor. `channel`: how it was handed over. */
export type OpenableLink = OpeningLink & {
  readonly channel: LinkChannel;
  /** Of the mail address or phone number that it went to. */
  readonly addressHash: string | null;
  /** Of a link that the creditor signed and nobody used yet, so that there is no row of it. */
  readonly unwritten?: UnwrittenLink;
};

export type UnwrittenLink = {
  readonly keyId: string;
  readonly jti: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

export type LinkRow = NonNullable<Awaited<ReturnType<typeof loadLink>>>;

export function loadLink(tx: Transaction, where: { id: string } | { codeHash: string }) {
  return tx.link.findFirst({
    where,
    select: {
      id: true,
      creditorId: true,
      claimId: true,
      helperId: true,
      channel: true,
      addressHash: true,
      expiresAt: true,
      revokedAt: true,
      claim: { select: { debtorId: true } },
    },
  });
}

export function openableLink({ claim, ...link }: LinkRow): OpenableLink {
  const { id, creditorId, claimId, helperId, channel, addressHash } = link;
  return { id, creditorId, claimId, debtorId: claim.debtorId, helperId, channel, addressHash };
}

/**
 * Writes the row of a link that the creditor signed, at its first use. False where the creditor took it or its key back, or
 * its name stands for another claim. Of every other link there is a row already: true.
 */
export async function writeSignedLink(tx: Transaction, link: OpenableLink): Promise<boolean> {
  const { id, creditorId, claimId, unwritten } = link;
  if (!unwritten) return true;
  const { keyId, jti, issuedAt, expiresAt } = unwritten;
  await lockName(tx, jtiLock(creditorId, jti));
  // Held, so that who takes the key back finds this link.
  const keys = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM link_key WHERE id = ${keyId} AND creditor_id = ${creditorId} AND revoked_at IS NULL FOR SHARE`;
  if (keys.length === 0 || (await tx.revokedJti.count({ where: { creditorId, jti } })) > 0) return false;
  await tx.link.createMany({
    skipDuplicates: true,
    data: { id, creditorId, claimId, channel: "none", codeHash: null, keyId, externalJti: jti, issuedAt, expiresAt },
  });
  return (await tx.link.count({ where: { id, creditorId, claimId } })) === 1;
}

/** Whoever uses a signed link first and whoever takes it back wait for each other. */
export const jtiLock = (creditorId: string, jti: string): string => `jti:${creditorId}:${jti}`;
