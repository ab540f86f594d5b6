import type { EventType } from "#app/domain/events.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { claimDeliveries, type ClaimedDelivery } from "#app/server/webhooks/claim-deliveries.server.ts";
import { deliver } from "#app/server/webhooks/deliver.server.ts";
import type { DeliveryFate } from "#app/server/webhooks/finish-delivery.server.ts";
import { publishEvents } from "#app/server/webhooks/publish-events.server.ts";
import { registerEndpoint, type EndpointOrder } from "#app/server/webhooks/register-endpoint.server.ts";
import { startReceiver, type Receiver } from "../../support/receiver.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

/** One creditor with its receiver; what the worker does is done here by hand, at times that the test chooses. */
export type Scenario = {
  readonly services: TestServices;
  readonly receiver: Receiver;
  readonly creditorId: string;
  addCreditor(): Promise<string>;
  addClaim(creditorId?: string): Promise<string>;
  addEndpoint(order?: Partial<EndpointOrder>): Promise<{ id: string; secret: string }>;
  /** An event of each type, in one transaction, now. */
  happen(claimId: string, ...types: EventType[]): Promise<void>;
  publish(): Promise<number>;
  claim(options?: { limit?: number; slots?: number }): Promise<ClaimedDelivery[]>;
  deliver(delivery: ClaimedDelivery): Promise<DeliveryFate>;
  /** Publishes, and attempts all that is due, and all that this lets go, until nothing is. */
  work(): Promise<DeliveryFate[]>;
  /** Works on, from one due time to the next, for so many hours. */
  workFor(hours: number): Promise<void>;
  /** Ids of a claim's events, by sequence. */
  eventIds(claimId: string): Promise<string[]>;
  close(): Promise<void>;
};

/** `allowed`: other receivers of the test, as `host:port`. */
export async function openScenario({ allowed = [] }: { allowed?: readonly string[] } = {}): Promise<Scenario> {
  const receiver = await startReceiver();
  const services = await createTestServices({
    env: { WEBHOOK_ALLOWED_TARGETS: [receiver.host, ...allowed].join(",") },
  });
  const { database, clock } = services;
  const { prisma } = database;

  async function addCreditor(): Promise<string> {
    const id = newId("crd", clock.now());
    await prisma.creditor.create({
      data: { id, name: "Loodgieter Jansen", iban: "NL02ABNA0123456789", accountHolder: "Jansen" },
    });
    await prisma.user.create({ data: { id: newId("usr", clock.now()), creditorId: id, email: `${id}@example.nl` } });
    return id;
  }

  async function addClaim(owner: string): Promise<string> {
    const id = newId("clm", clock.now());
    const debtorId = newId("dbt", clock.now());
    await prisma.debtor.create({ data: { id: debtorId, creditorId: owner, type: "person", name: "J. de Vries" } });
    await prisma.claim.create({
      data: {
        id,
        creditorId: owner,
        debtorId,
        reference: id,
        kind: "consumer",
        interestType: "none",
        costsType: "none",
        paymentReference: id,
        fingerprint: new Uint8Array(32),
      },
    });
    return id;
  }

  const creditorId = await addCreditor();
  const scenario: Scenario = {
    services,
    receiver,
    creditorId,
    addCreditor,
    addClaim: (owner = creditorId) => addClaim(owner),
    async addEndpoint(order = {}) {
      const defaults = { creditorId, url: receiver.url(), events: ["*"], signature: "v1", actor: "operator" } as const;
      const added = await registerEndpoint(services, { ...defaults, ...order });
      if (!added.ok) throw new Error(added.error.reason);
      return { id: added.value.endpoint.id, secret: added.value.secret };
    },
    async happen(claimId, ...types) {
      const events = types.map((type) => ({ type, occurredAt: clock.now(), data: {} }));
      await inTransaction(database, (tx) => appendEvents(tx, claimId, events));
    },
    publish: async () => (await publishEvents(database, { now: clock.now() })).published,
    claim: ({ limit = 20, slots = 64 } = {}) => claimDeliveries(database, { now: clock.now(), limit, slots }),
    deliver: (delivery) => deliver(services, delivery, { deadlineMs: 2_000, random: () => 0 }),
    async work() {
      const fates: DeliveryFate[] = [];
      while ((await scenario.publish()) > 0);
      for (;;) {
        const claimed = await scenario.claim();
        if (claimed.length === 0) return fates;
        fates.push(...(await Promise.all(claimed.map(scenario.deliver))));
      }
    },
    async workFor(hours) {
      const end = new Date(clock.now().getTime() + hours * 3_600_000);
      for (;;) {
        await scenario.work();
        const due = { status: "pending", nextAt: { gt: clock.now(), lte: end } } as const;
        const next = await prisma.delivery.findFirst({ where: due, orderBy: { nextAt: "asc" } });
        const resting = { breakerOpenUntil: { gt: clock.now(), lte: end }, status: "enabled" } as const;
        const rested = await prisma.webhookEndpoint.findFirst({ where: resting, orderBy: { breakerOpenUntil: "asc" } });
        const times = [next?.nextAt, rested?.breakerOpenUntil].flatMap((time) => (time ? [time.getTime()] : []));
        if (times.length === 0) return;
        clock.moveTo(new Date(Math.min(...times)).toISOString());
      }
    },
    async eventIds(claimId) {
      const events = await prisma.event.findMany({ where: { claimId }, orderBy: { sequence: "asc" } });
      return events.map(({ id }) => id);
    },
    async close() {
      await receiver.close();
      await services.close();
    },
  };
  return scenario;
}
