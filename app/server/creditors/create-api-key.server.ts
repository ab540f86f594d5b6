import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newApiKey } from "#app/server/platform/crypto/api-key.server.ts";
import { newId, type RandomBytes } from "#app/server/platform/crypto/random-id.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { ALL_SCOPES, isApiScope } from "./api-scopes.server.ts";

export type NewApiKeyOrder = {
  readonly creditorId: string;
  /** What it is for, in the creditor's words: `Exact Online`. Absent: `API key`. */
  readonly name?: string;
  /** Absent or empty: everything. */
  readonly scopes?: readonly string[];
  /** At most a year away; a year when absent. */
  readonly expiresAt?: Date;
  /** Of an order that may come twice: as long as the key works, the second makes no other and is answered the same. */
  readonly again?: { readonly id: string; readonly secretBytes: RandomBytes };
  readonly actor: string;
};

export type ApiKeyRefusal =
  | { readonly kind: "creditor_not_found" }
  | { readonly kind: "name_missing" }
  | { readonly kind: "name_too_long"; readonly longest: number }
  /** The same order came before, and its key was revoked since, or was made by a key ring that is gone. */
  | { readonly kind: "made_already" }
  | { readonly kind: "unknown_scopes"; readonly scopes: readonly string[] }
  | { readonly kind: "expired_already" }
  | { readonly kind: "expires_too_late"; readonly latest: Date };

export type NewApiKey = {
  readonly id: string;
  /** Answered this once: only its hash is kept. */
  readonly key: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
};

const LONGEST_NAME = 100;

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_LIFE_MS = 365 * DAY_MS;

/** So that the same day of next year can be named, also across a leap day. */
const LONGEST_LIFE_MS = 366 * DAY_MS;

/** Makes an API key. The key itself is answered to whoever orders it, and kept as a hash alone. */
export async function createApiKey(
  services: Services,
  order: NewApiKeyOrder,
): Promise<Result<NewApiKey, ApiKeyRefusal>> {
  const { creditorId, actor } = order;
  const name = (order.name ?? "API key").trim().replace(/\s+/g, " ");
  if (name === "") return err({ kind: "name_missing" });
  if (name.length > LONGEST_NAME) return err({ kind: "name_too_long", longest: LONGEST_NAME });
  const scopes = order.scopes && order.scopes.length > 0 ? [...new Set(order.scopes)] : [ALL_SCOPES];
  const unknown = scopes.filter((scope) => !isApiScope(scope));
  if (unknown.length > 0) return err({ kind: "unknown_scopes", scopes: unknown });
  const now = services.clock.now();
  const latest = new Date(now.getTime() + LONGEST_LIFE_MS);
  const expiresAt = order.expiresAt ?? new Date(now.getTime() + DEFAULT_LIFE_MS);
  if (expiresAt <= now) return err({ kind: "expired_already" });
  if (expiresAt > latest) return err({ kind: "expires_too_late", latest });

  const { key, publicPart, hash } = newApiKey(order.again?.secretBytes);
  const id = order.again?.id ?? newId("key", now);
  return inTransaction(services.database, async (tx) => {
    const creditor = await tx.creditor.findUnique({ where: { id: creditorId }, select: { id: true } });
    if (!creditor) return err({ kind: "creditor_not_found" });
    await lockName(tx, `api-key:${id}`);
    const made = await tx.apiKey.findFirst({
      where: { id, creditorId },
      select: { secretHash: true, revokedAt: true },
    });
    if (made && (made.revokedAt || made.secretHash !== hash)) return err({ kind: "made_already" });
    if (made) return ok({ id, key, name, scopes, expiresAt });
    const secret = { prefix: publicPart, secretHash: hash };
    await tx.apiKey.create({ data: { id, creditorId, name, createdBy: actor, ...secret, scopes, createdAt: now, expiresAt } }); // prettier-ignore
    const data = { scopes: scopes.join(" "), expiresAt: expiresAt.toISOString() };
    appendAudit(tx, creditorId, { at: now, actor, action: "api_key.created", subject: id, data });
    return ok({ id, key, name, scopes, expiresAt });
  });
}
