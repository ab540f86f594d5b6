import { fork } from "node:child_process";
import { once } from "node:events";
import { Pool } from "undici";
import { APPLICATION_ROLE, openDatabase } from "#app/server/platform/database/client.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";
import { startDeliveries } from "#app/worker/jobs/deliver-webhooks.ts";
import { createTestServices } from "../support/services.ts";

const CREDITORS = 8;
const EVENTS = 500;
const CONCURRENCY = 32;

/**
 * Webhooks per second from the outbox to the receiver, published, signed, sent and written down by one worker, beside as many
 * posts of the same bytes to the same receiver by bare undici on kept connections.
 */
export async function deliveries(): Promise<void> {
  const receiver = fork(new URL("./counting-receiver.mjs", import.meta.url));
  const [{ port }] = (await once(receiver, "message")) as [{ port: number }];
  const url = `http://127.0.0.1:${port}/`;
  const small = await createTestServices({ env: { WEBHOOK_ALLOWED_TARGETS: `127.0.0.1:${port}` } });
  // With as many connections as a worker has.
  const database = openDatabase({ url: small.databaseUrl, poolSize: 20, role: APPLICATION_ROLE });
  const services = { ...small, database };
  try {
    const { prisma } = services.database;
    const now = services.clock.now();
    const body = JSON.stringify({ type: "webhook.test", timestamp: now, data: { padding: "x".repeat(400) } });
    for (let creditor = 0; creditor < CREDITORS; creditor += 1) {
      const creditorId = newId("crd", now);
      await prisma.creditor.create({ data: { id: creditorId, name: "Bakkerij Jansen", iban: "NL13TEST0123456789", accountHolder: "Jansen" } }); // prettier-ignore
      for (let endpoint = 0; endpoint < 2; endpoint += 1) {
        const added = await registerEndpoint(services, { creditorId, url, events: ["payment.paid"], signature: "v1", actor: "bench" }); // prettier-ignore
        if (!added.ok) throw new Error(added.error.reason);
      }
      const event = { creditorId, type: "payment.paid", occurredAt: now, body };
      await prisma.event.createMany({ data: Array.from({ length: EVENTS / 2 }, () => ({ id: newId("evt", now), ...event })) }); // prettier-ignore
    }
    const total = (CREDITORS * 2 * EVENTS) / 2;
    const portal = await perSecond(total, async () => {
      receiver.send({ expect: total });
      const arrived = once(receiver, "message");
      const job = startDeliveries(services, { concurrency: CONCURRENCY });
      await arrived;
      // What is under way is written down before it stops.
      await job.stop();
    });
    const delivered = await prisma.delivery.count({ where: { status: "delivered" } });
    if (delivered !== total) throw new Error(`${delivered} of ${total} deliveries are written down`);
    const bare = await perSecond(total, () => postAll(url, { total, body }));
    console.log(`\nWebhooks (${total} to ${2 * CREDITORS} endpoints, one worker, ${CONCURRENCY} at a time)`);
    console.log(`  portal        ${portal.toFixed(0)} deliveries/s`);
    console.log(`  bare undici   ${bare.toFixed(0)} posts/s`);
    console.log(`  ratio         ${(portal / bare).toFixed(3)}`);
  } finally {
    await database.close();
    await small.close();
    receiver.kill();
  }
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1_000);
}

async function postAll(url: string, { total, body }: { total: number; body: string }): Promise<void> {
  const pool = new Pool(new URL(url).origin, { connections: CONCURRENCY });
  let left = total;
  async function keepPosting(): Promise<void> {
    while (left-- > 0) {
      const { body: answer } = await pool.request({ method: "POST", path: "/", body, headers: { "content-type": "application/json" } }); // prettier-ignore
      await answer.dump();
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, keepPosting));
  await pool.close();
}
