import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { openSecrets, sealSecret } from "#app/server/webhooks/endpoint-secrets.server.ts";
import { findEndpoint, findRegistered, type Endpoint } from "#app/server/webhooks/endpoint-store.server.ts";
import { makeSigningSecret, receiverKeyOf, type SignatureScheme } from "#app/server/webhooks/signing-secret.server.ts";
import type { EventChoice } from "#app/server/webhooks/subscription.server.ts";
import { checkTarget, type TargetRefusal } from "#app/server/webhooks/target-policy.server.ts";

export type EndpointOrder = {
  readonly creditorId: string;
  readonly url: string;
  readonly events: readonly EventChoice[];
  readonly signature: SignatureScheme;
  readonly description?: string;
  /** Made by the caller: the same id again adds nothing and answers the same secret. */
  readonly endpointId?: string;
  readonly actor: string;
};

export type UrlRefused = { readonly kind: "url_refused"; readonly reason: TargetRefusal["kind"] };

export type RegisteredEndpoint = {
  readonly endpoint: Endpoint;
  /** What the receiver verifies with (`whsec_` or `whpk_`). */
  readonly secret: string;
  /** It was added by the same order before, and taken away since: there is none now. */
  readonly deleted: boolean;
};

/** Adds an endpoint. Its secret is shown to who ordered it, and to nobody else. */
export async function registerEndpoint(
  services: Services,
  order: EndpointOrder,
): Promise<Result<RegisteredEndpoint, UrlRefused>> {
  const { creditorId, url, signature, actor } = order;
  const target = checkTarget(url, services.config.webhookAllowedTargets);
  if (!target.ok) return err({ kind: "url_refused", reason: target.error.kind });
  const now = services.clock.now();
  const id = order.endpointId ?? newId("whe", now);
  const secret = makeSigningSecret(signature);
  return inTransaction(services.database, async (tx) => {
    await lockName(tx, `webhook-endpoint:${id}`);
    const known = await findRegistered(tx, { creditorId, endpointId: id });
    if (known) {
      // The stored secret, not one made anew: it is the same whatever keys the application has by now.
      const [kept = ""] = openSecrets(services.keys, id, known.secrets, now);
      return ok({ endpoint: known.endpoint, secret: receiverKeyOf(kept), deleted: known.deleted });
    }
    await tx.webhookEndpoint.create({
      data: {
        id,
        creditorId,
        url,
        events: [...new Set(order.events)],
        description: order.description ?? "",
        signature,
        secret: sealSecret(services.keys, id, secret),
        createdAt: now,
      },
      select: { id: true },
    });
    appendAudit(tx, creditorId, { at: now, actor, action: "webhook_endpoint.registered", subject: id });
    const endpoint = await findEndpoint(tx, { creditorId, endpointId: id });
    if (!endpoint) throw new Error("the endpoint just written is not there");
    return ok({ endpoint, secret: receiverKeyOf(secret), deleted: false });
  });
}
