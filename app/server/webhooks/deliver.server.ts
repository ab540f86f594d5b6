import { setTimeout as sleep } from "node:timers/promises";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ClaimedDelivery } from "#app/server/webhooks/claim-deliveries.server.ts";
import { openSecrets } from "#app/server/webhooks/endpoint-secrets.server.ts";
import type { FinishedAttempt } from "#app/server/webhooks/delivery-store.server.ts";
import { finishDelivery, type DeliveryFate } from "#app/server/webhooks/finish-delivery.server.ts";
import { safeRequest } from "#app/server/webhooks/safe-request.server.ts";
import { signWebhook } from "#app/server/webhooks/signature.server.ts";

export type DeliverOptions = {
  /** For the whole attempt; 15 seconds unless given. */
  readonly deadlineMs?: number;
  /** From 0 to 1, as Math.random. */
  readonly random?: () => number;
};

/** The deadline of an attempt and these pauses together stay within the lease. */
const FINISH_AGAIN_AFTER_MS = [200, 1_000, 3_000, 6_000];

/**
 * Makes one attempt: signs the stored body for this moment with every secret that counts, sends it, and writes down what
 * came of it. Throws when the database stays away; the lease then ends and the same event is sent again.
 */
export async function deliver(
  services: Services,
  delivery: ClaimedDelivery,
  options: DeliverOptions = {},
): Promise<DeliveryFate> {
  crashPoint("deliver:claimed");
  const { clock, config, keys } = services;
  const startedAt = clock.now();
  // The receiver compares with its own clock, so this is the real time, whatever ours says.
  const nowMs = Date.now();
  const body = Buffer.from(delivery.body, "utf8");
  const headers = {
    "content-type": "application/json",
    ...signWebhook({
      id: delivery.eventId,
      timestampSeconds: Math.floor(nowMs / 1_000),
      body,
      secrets: openSecrets(keys, delivery.endpointId, delivery, startedAt),
    }),
  };
  const outcome = await safeRequest({
    url: delivery.url,
    headers,
    body,
    allowedTargets: config.webhookAllowedTargets,
    nowMs,
    ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
  });
  crashPoint("deliver:answered");
  const random = (options.random ?? Math.random)();
  return finishWithPatience(services, { delivery, headers, outcome, startedAt, now: clock.now(), random });
}

/** A database that restarts must not make every receiver get its event twice. */
async function finishWithPatience(services: Services, attempt: FinishedAttempt): Promise<DeliveryFate> {
  for (const pause of FINISH_AGAIN_AFTER_MS) {
    try {
      return await finishDelivery(services.database, attempt);
    } catch (err) {
      services.log.warn({ err, delivery: attempt.delivery.id }, "an attempt could not be written down, tries again");
      await sleep(pause);
    }
  }
  return finishDelivery(services.database, attempt);
}
