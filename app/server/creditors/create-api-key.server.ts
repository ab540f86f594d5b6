import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newApiKey } from "#app/server/platform/crypto/api-key.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { ALL_SCOPES, isApiScope } from "./api-scopes.server.ts";

export type NewApiKeyOrder = {
  readonly creditorId: string;
  /** Absent or empty: everything. */
  readonly scopes?: readonly string[];
  readonly expiresAt?: Date;
  readonly actor: string;
};

export type ApiKeyRefusal =
  | { readonly kind: "creditor_not_found" }
  | { readonly kind: "unknown_scopes"; readonly scopes: readonly string[] }
  | { readonly kind: "expired_already" };

/** Makes an API key. The key itself is answered this once: only its hash is kept. */
export async function createApiKey(
  services: Services,
  order: NewApiKeyOrder,
): Promise<Result<{ id: string; key: string; scopes: readonly string[] }, ApiKeyRefusal>> {
  const { creditorId, actor } = order;
  const scopes = order.scopes && order.scopes.length > 0 ? [...new Set(order.scopes)] : [ALL_SCOPES];
  const unknown = scopes.filter((scope) => !isApiScope(scope));
  if (unknown.length > 0) return err({ kind: "unknown_scopes", scopes: unknown });
  const now = services.clock.now();
  const expiresAt = order.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= now) return err({ kind: "expired_already" });

  const { key, publicPart, hash } = newApiKey();
  const id = newId("key", now);
  return inTransaction(services.database, async (tx) => {
    const creditor = await tx.creditor.findUnique({ where: { id: creditorId }, select: { id: true } });
    if (!creditor) return err({ kind: "creditor_not_found" });
    await tx.apiKey.create({
      data: { id, creditorId, prefix: publicPart, secretHash: hash, scopes, createdAt: now, expiresAt },
    });
    const data = { scopes: scopes.join(" ") };
    appendAudit(tx, creditorId, { at: now, actor, action: "api_key.created", subject: id, data });
    return ok({ id, key, scopes });
  });
}
