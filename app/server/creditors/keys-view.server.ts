import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { type LinkKey, listLinkKeys } from "#app/server/access/link-keys.server.ts";
import { decidedByOf } from "#app/server/inbox/decided-by.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ApiKeyDetails, listApiKeys } from "./list-api-keys.server.ts";

type Whose = { readonly grant: Pick<CreditorGrant, "creditorId" | "userId">; readonly services: Services };

const MOST_LINK_KEYS = 50;

/** Every key of a creditor as its page shows it. */
export async function loadKeys({ grant, services }: Whose) {
  const { creditorId } = grant;
  const keys = await listApiKeys(services, { creditorId });
  const linkKeys = await listLinkKeys(services.database.prisma, { creditorId, limit: MOST_LINK_KEYS });
  return {
    keys: await Promise.all(keys.map((key) => keyView(key, { grant, services }))),
    linkKeys: linkKeys.map(linkKeyView),
  };
}

/** One API key; null when it is not the creditor's. */
export async function loadKey(whose: Whose, keyId: string) {
  const { creditorId } = whose.grant;
  const key = (await listApiKeys(whose.services, { creditorId })).find(({ id }) => id === keyId);
  return key ? keyView(key, whose) : null;
}

/** One link key; null when it is not the creditor's. */
export async function loadLinkKey({ grant: { creditorId }, services }: Whose, keyId: string) {
  const keys = await listLinkKeys(services.database.prisma, { creditorId, limit: MOST_LINK_KEYS });
  const key = keys.find(({ id }) => id === keyId);
  return key ? linkKeyView(key) : null;
}

async function keyView({ createdBy, expiresAt, ...key }: ApiKeyDetails, { grant, services }: Whose) {
  const { creditorId, userId } = grant;
  return {
    ...key,
    madeBy: await decidedByOf(services.database.prisma, { actor: createdBy, creditorId, userId }),
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    lastDay: dayInAmsterdam(new Date(expiresAt.getTime() - 1)),
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

function linkKeyView({ id, kid, alg, createdAt, revokedAt }: LinkKey) {
  return { id, kid, alg, createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null };
}
