import { afterEach, expect, test } from "vitest";
import { makeSigningSecret, receiverKeyOf } from "#app/server/webhooks/signing-secret.server.ts";
import { signWebhook } from "#app/server/webhooks/signature.server.ts";
import { startReceiver, type Receiver } from "./receiver.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const BODY = `{"type":"payment.paid","timestamp":"2026-11-22T09:59:59.000Z","data":{"sequence":7,"claim":{"id":"clm_1","reference":"<F-1>"}}}`;
const secret = makeSigningSecret("v1");
let receiver: Receiver;

afterEach(() => receiver.close());

async function start(keys: readonly string[]): Promise<void> {
  receiver = await startReceiver({ port: 0, keys, now: () => NOW });
}

function post(options: { id: string; secrets?: readonly string[] }): Promise<Response> {
  const headers = signWebhook({
    id: options.id,
    timestampSeconds: NOW.getTime() / 1_000,
    body: Buffer.from(BODY),
    secrets: options.secrets ?? [secret],
  });
  return fetch(receiver.url, { method: "POST", headers, body: BODY, redirect: "manual" });
}

test("a verified event is read, its repeat is recognised", async () => {
  await start([secret]);
  expect((await post({ id: "evt_1" })).status).toBe(204);
  expect((await post({ id: "evt_1" })).status).toBe(204);
  expect(receiver.received.map(({ problem, duplicate }) => ({ problem, duplicate }))).toEqual([
    { problem: null, duplicate: false },
    { problem: null, duplicate: true },
  ]);
  expect(receiver.received[0]?.event).toEqual({
    type: "payment.paid",
    timestamp: "2026-11-22T09:59:59.000Z",
    sequence: 7,
    claimReference: "<F-1>",
  });
});

test("a webhook signed by a stranger is refused and not read", async () => {
  await start([secret]);
  expect((await post({ id: "evt_1", secrets: [makeSigningSecret("v1")] })).status).toBe(400);
  expect(receiver.received[0]).toMatchObject({ problem: "no_matching_signature", event: null });
});

test("during a rotation the old and the new key are both trusted, also an ed25519 one", async () => {
  const next = makeSigningSecret("v1a");
  await start([secret]);
  receiver.trust([receiverKeyOf(next), secret]);
  expect((await post({ id: "evt_1", secrets: [secret] })).status).toBe(204);
  expect((await post({ id: "evt_2", secrets: [next] })).status).toBe(204);
});

test("what was refused with an error is no duplicate when it comes again", async () => {
  await start([secret]);
  receiver.answerWith({ kind: "status", status: 503, headers: { "retry-after": "120" } });
  const refused = await post({ id: "evt_1" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "120"]);
  receiver.answerWith(null);
  await post({ id: "evt_1" });
  expect(receiver.received[1]?.duplicate).toBe(false);
});

test("the page lists what came in, with markup made harmless", async () => {
  await start([secret]);
  await post({ id: "evt_1" });
  const page = await (await fetch(receiver.url)).text();
  expect(page).toContain("<td>✓</td>");
  expect(page).toContain("<td>&lt;F-1&gt;</td>");
  expect(page).not.toContain("<F-1>");
});
