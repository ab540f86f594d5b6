import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import { listenTo } from "#app/server/platform/database/notifications.server.ts";
import type { Services } from "#app/server/services.server.ts";
import {
  claimDeliveries,
  releaseDeliveries,
  SLOW_AFTER_SECONDS,
  type ClaimedDelivery,
} from "#app/server/webhooks/claim-deliveries.server.ts";
import { deliver, type DeliverOptions } from "#app/server/webhooks/deliver.server.ts";
import { publishEvents } from "#app/server/webhooks/publish-events.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";

const IDLE_MS = 1_000;
const CLAIMED_AT_ONCE = 20;
const DRAIN_MS = 25_000;

/** Slow attempts leave their slots and only wait, which costs little; this bounds them all together. */
const IN_FLIGHT_PER_SLOT = 4;

/**
 * Publishes events and delivers them, at once when one is announced and at least each second. `concurrency` is the
 * number of slots: attempts under way that have not turned out slow. `stop` takes no more, gives back what it did not
 * begin and waits for what is under way; the leases of what then still runs end by themselves.
 */
export function startDeliveries(services: Services, options: DeliverOptions & { readonly concurrency: number }): Job {
  const { database, clock, log } = services;
  const inFlight = new Map<string, { readonly since: number; readonly done: Promise<void> }>();
  let stopped = false;
  let announced = false;

  const publishing = startLoop({ name: "publish-events", idleMs: IDLE_MS, log, turn: publish });
  const claiming = startLoop({ name: "claim-deliveries", idleMs: IDLE_MS, log, turn: claim });
  const listening = listenTo({ url: services.databaseUrl, channel: EVENTS_CHANNEL, log, onNotice: wake });

  function wake(): void {
    announced = true;
    publishing.wake();
  }

  // Events become deliveries here, and are claimed after that: before, it would be looking in vain, and in the way.
  async function publish(): Promise<number> {
    const mayBeMore = announced;
    announced = false;
    const { published } = await publishEvents(database, { now: clock.now() });
    if (mayBeMore || published > 0) claiming.wake();
    return published;
  }

  async function claim(): Promise<number> {
    const limit = Math.min(freeSlots(), CLAIMED_AT_ONCE);
    if (limit <= 0) return 0;
    const deliveries = await claimDeliveries(database, { now: clock.now(), limit, slots: options.concurrency });
    if (stopped) await releaseDeliveries(database, deliveries);
    else deliveries.forEach(start);
    return deliveries.length;
  }

  function freeSlots(): number {
    const slowBefore = performance.now() - SLOW_AFTER_SECONDS * 1_000;
    const brisk = [...inFlight.values()].filter(({ since }) => since > slowBefore).length;
    return Math.min(options.concurrency - brisk, IN_FLIGHT_PER_SLOT * options.concurrency - inFlight.size);
  }

  function start(delivery: ClaimedDelivery): void {
    const done = attempt(delivery).finally(() => {
      inFlight.delete(delivery.lease + delivery.id);
      claiming.wake();
    });
    inFlight.set(delivery.lease + delivery.id, { since: performance.now(), done });
  }

  async function attempt(delivery: ClaimedDelivery): Promise<void> {
    const ids = { delivery: delivery.id, endpoint: delivery.endpointId, event: delivery.eventId };
    try {
      const fate = await deliver(services, delivery, options);
      log.debug({ ...ids, fate }, "delivery attempted");
    } catch (err) {
      log.error({ ...ids, err }, "delivery broke off, goes again when its lease ends");
    }
  }

  return {
    async stop() {
      stopped = true;
      await listening.stop();
      await Promise.all([publishing.stop(), claiming.stop()]);
      const drained = Promise.all([...inFlight.values()].map(({ done }) => done));
      await Promise.race([drained, after(DRAIN_MS)]);
    },
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
