import { err, ok, type Result } from "#app/domain/result.ts";
import { parseApiKey } from "#app/server/platform/crypto/api-key.server.ts";
import { hashSecret, sameSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { Problem } from "./problem.server.ts";
import { countWrongKey } from "./rate-limits.server.ts";

/** In whose name a request is made. */
export type Caller = {
  readonly creditorId: string;
  readonly keyId: string;
  readonly scopes: readonly string[];
  /** As the audit log names it. */
  readonly actor: string;
};

/** Compared with when no key has the prefix, so that an unknown prefix takes as long as a wrong secret. */
const NO_KEY_HASH = hashSecret("no such key");

const USED_AGAIN_MS = 60 * 60 * 1000;

/**
 * Finds the creditor behind `Authorization: Bearer vk_…`. Keys are read anew for every request: one that is revoked
 * ends at once, in every process. Guessing is slowed down per address.
 */
export async function authenticate(
  services: Services,
  request: { authorization: string | null; clientAddress: string },
): Promise<Result<Caller, Problem>> {
  const presented = /^bearer +(\S+) *$/i.exec(request.authorization ?? "")?.[1];
  if (presented === undefined) return err(unauthorized("key_missing"));

  const now = services.clock.now();
  const parsed = parseApiKey(presented);
  const prefix = parsed.ok ? parsed.value.publicPart : "";
  const key = await services.database.prisma.apiKey.findUnique({
    where: { prefix },
    select: { id: true, creditorId: true, secretHash: true, scopes: true, expiresAt: true, revokedAt: true, lastUsedAt: true }, // prettier-ignore
  });
  const same = sameSecret(key?.secretHash ?? NO_KEY_HASH, parsed.ok ? parsed.value.hash : hashSecret(presented));
  const alive = key?.revokedAt === null && key.expiresAt > now;
  if (!key || !same || !alive) {
    const refused = await countWrongKey(services, request.clientAddress);
    return err(refused.ok ? unauthorized("key_invalid", refused.value) : refused.error);
  }
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() > USED_AGAIN_MS) {
    await services.database.prisma.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: now } });
  }
  return ok({ creditorId: key.creditorId, keyId: key.id, scopes: key.scopes, actor: `api:${key.id}` });
}

function unauthorized(code: "key_missing" | "key_invalid", limits: Readonly<Record<string, string>> = {}): Problem {
  const challenge = code === "key_missing" ? 'Bearer realm="Voldaan API"' : 'Bearer realm="Voldaan API", error="invalid_token"'; // prettier-ignore
  return { code, headers: { ...limits, "WWW-Authenticate": challenge } };
}
