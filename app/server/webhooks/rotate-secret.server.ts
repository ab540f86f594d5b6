import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { openSecrets, sealSecret } from "#app/server/webhooks/endpoint-secrets.server.ts";
import { findRegistered, lockEndpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";
import { makeSigningSecret, receiverKeyOf } from "#app/server/webhooks/signing-secret.server.ts";

const OVERLAP_MS = 24 * 3_600_000;

export type RotatedSecret = {
  /** What the receiver verifies with from now on (`whsec_` or `whpk_`), shown this once. */
  readonly secret: string;
  /** Until then webhooks are signed with both, so that the receiver can change over in its own time. */
  readonly previousSecretUntil: Date;
};

export type RotationOrder = EndpointScope & {
  /** Made by the caller: the same id again, with no other rotation in between, changes nothing. */
  readonly rotationId?: string;
  readonly actor: string;
};

/** Gives an endpoint a new secret. The one before signs along for 24 hours; one still older stops at once. */
export async function rotateSecret(
  services: Services,
  order: RotationOrder,
): Promise<Result<RotatedSecret, { readonly kind: "not_found" }>> {
  const { creditorId, endpointId, actor } = order;
  const now = services.clock.now();
  const previousSecretUntil = new Date(now.getTime() + OVERLAP_MS);
  return inTransaction(services.database, async (tx) => {
    await lockEndpoint(tx, order);
    const known = await findRegistered(tx, order);
    if (!known || known.deleted) return err({ kind: "not_found" });
    const { endpoint, secrets, rotationId: lastRotation } = known;
    if (lastRotation !== null && lastRotation === order.rotationId && endpoint.previousSecretUntil) {
      const [kept = ""] = openSecrets(services.keys, endpointId, secrets, now);
      return ok({ secret: receiverKeyOf(kept), previousSecretUntil: endpoint.previousSecretUntil });
    }
    const rotationId = order.rotationId ?? newId("rot", now);
    const secret = makeSigningSecret(endpoint.signature);
    const sealed = sealSecret(services.keys, endpointId, secret);
    await tx.$executeRaw`
      UPDATE webhook_endpoint
      SET previous_secret = secret, previous_secret_until = ${previousSecretUntil}, secret = ${sealed}, rotation_id = ${rotationId}
      WHERE id = ${endpointId}`;
    appendAudit(tx, creditorId, {
      at: now,
      actor,
      action: "webhook_endpoint.secret_rotated",
      subject: endpointId,
    });
    return ok({ secret: receiverKeyOf(secret), previousSecretUntil });
  });
}
