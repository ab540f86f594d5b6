import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { isLinkName } from "./token/creditor-link-token.server.ts";
import {
  type JwkFault,
  LINK_ALGORITHMS,
  type LinkAlgorithm,
  type PublicJwk,
  type PublicLinkKey,
  readPublicJwk,
} from "./token/public-jwk.server.ts";

export type LinkKey = PublicLinkKey & {
  readonly id: string;
  readonly kid: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
};

export type LinkKeyOrder = {
  readonly creditorId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly keyId: string;
  readonly kid: string;
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly actor: string;
};

export type LinkKeyRefusal =
  { readonly kind: "jwk"; readonly fault: JwkFault } | { readonly kind: "kid_not_allowed" | "kid_taken" | "too_many" };

/** Enough to change keys at leisure. */
export const MOST_LIVE_LINK_KEYS = 10;

/** Ids of keys begin so, and a `kid` never does: either of them names a key. */
const ID_PREFIX = "lky_";

/**
 * Lets a creditor sign links with its own private key, of which this is the public half. Several live side by side. A `kid`
 * names one key for good, also after it was taken back.
 */
export async function registerLinkKey(
  services: Services,
  order: LinkKeyOrder,
): Promise<Result<LinkKey, LinkKeyRefusal>> {
  const { creditorId, keyId: id, kid, actor } = order;
  if (!isLinkName(kid) || kid.startsWith(ID_PREFIX)) return err({ kind: "kid_not_allowed" });
  const read = readPublicJwk(order.jwk);
  if (!read.ok) return err({ kind: "jwk", fault: read.error });
  const { alg, jwk } = read.value;
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    await lockName(tx, `link-keys:${creditorId}`);
    const known = await tx.linkKey.findUnique({ where: { creditorId_kid: { creditorId, kid } }, select: columns });
    if (known) return known.id === id ? ok(keyOf(known)) : err({ kind: "kid_taken" });
    const live = await tx.linkKey.count({ where: { creditorId, revokedAt: null } });
    if (live >= MOST_LIVE_LINK_KEYS) return err({ kind: "too_many" });
    const data = { id, creditorId, kid, alg, publicJwk: { ...jwk }, createdAt: now };
    const made = await tx.linkKey.create({ data, select: columns });
    appendAudit(tx, creditorId, { at: now, actor, action: "link_key.registered", subject: id, data: { alg } });
    return ok(keyOf(made));
  });
}

/** The keys of a creditor, newest first, also those that are over. Up to `limit` + 1, the last to show that there are more. */
export async function listLinkKeys(
  tx: Transaction,
  { creditorId, after, limit }: { creditorId: string; after?: string; limit: number },
): Promise<LinkKey[]> {
  const rows = await tx.linkKey.findMany({
    where: { creditorId, ...(after === undefined ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: columns,
  });
  return rows.map(keyOf);
}

/**
 * Takes a key back by its id or `kid`: no link that it signed opens anything from now on, and the sessions they opened end,
 * with what was given in them to somebody who helps. Doing it again changes nothing. False when it is not the creditor's.
 */
export async function revokeLinkKey(
  services: Services,
  { creditorId, key: name, actor }: { creditorId: string; key: string; actor: string },
): Promise<boolean> {
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const where = name.startsWith(ID_PREFIX) ? { id: name } : { kid: name };
    const key = await tx.linkKey.findFirst({ where: { creditorId, ...where }, select: { id: true } });
    if (!key) return false;
    const keyId = key.id;
    const taken = await tx.linkKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: now } });
    if (taken.count === 0) return true;
    await tx.$executeRaw`
      UPDATE helper_grant SET revoked_at = ${now}
      WHERE creditor_id = ${creditorId} AND revoked_at IS NULL
        AND made_by_link IN (SELECT id FROM link WHERE creditor_id = ${creditorId} AND key_id = ${keyId})`;
    const ofKey = { creditorId, link: { keyId } };
    await tx.link.updateMany({ where: { creditorId, keyId, revokedAt: null }, data: { revokedAt: now } });
    await tx.debtorSession.updateMany({ where: { ...ofKey, endedAt: null }, data: { endedAt: now } });
    appendAudit(tx, creditorId, { at: now, actor, action: "link_key.revoked", subject: keyId });
    return true;
  });
}

/** The creditor's key of that name, as long as it may sign. */
export async function findLiveLinkKey(
  tx: Transaction,
  { creditorId, kid }: { creditorId: string; kid: string },
): Promise<LinkKey | null> {
  const name = isLinkName(kid) ? kid : "";
  const row = await tx.linkKey.findUnique({ where: { creditorId_kid: { creditorId, kid: name } }, select: columns });
  return row?.revokedAt === null ? keyOf(row) : null;
}

const columns = { id: true, kid: true, alg: true, publicJwk: true, createdAt: true, revokedAt: true } as const;

type Row = { id: string; kid: string; alg: string; publicJwk: unknown; createdAt: Date; revokedAt: Date | null };

function keyOf({ alg, publicJwk, ...row }: Row): LinkKey {
  const known = LINK_ALGORITHMS.find((name): name is LinkAlgorithm => name === alg);
  if (!known) throw new Error(`a link key for ${alg}`);
  return { ...row, alg: known, jwk: publicJwk as PublicJwk };
}
