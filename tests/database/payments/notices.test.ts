import { expect, test } from "vitest";
import { action, loader } from "#app/routes/hooks/mollie.ts";
import { claimNotices, finishNotice } from "#app/server/payments/notice-inbox.server.ts";
import { receiveNotice } from "#app/server/payments/receive-notice.server.ts";
import { settleDueNotices } from "#app/server/payments/settle-notices.server.ts";
import type { Shop, TestClaim } from "../../support/shop.ts";
import { withShop } from "../../support/with-shop.ts";

let shop: Shop;

withShop((opened) => (shop = opened));

const asked = () => shop.simulator.control.requests().filter(({ method }) => method === "GET").length;
const inbox = () => shop.services.database.prisma.providerNotice.findMany({ orderBy: { id: "asc" } });

function post(body: string, options: { paymentId?: string; app?: Shop["services"] } = {}): Promise<Response> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const request = new Request("https://voldaan.test/hooks/mollie", { method: "POST", body, headers });
  const context = { app: options.app ?? shop.services, clientAddress: "192.0.2.9", nonce: "", requestId: "" };
  const params = options.paymentId === undefined ? {} : { paymentId: options.paymentId };
  return action({ request, params, context } as unknown as Parameters<typeof action>[0]);
}

test("two hundred identical notices at once are booked once (T21)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });

  const answers = await Promise.all(Array.from({ length: 200 }, () => post(`id=${payment.providerId}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await Promise.all(Array.from({ length: 8 }, () => shop.settleAll()));

  expect(await shop.moneyOf(claim)).toEqual(["payment 100.00 2026-11-22"]);
  expect((await shop.eventsOf(claim)).map(({ type }) => type)).toEqual([
    "claim.opened",
    "payment.paid",
    "claim.settled",
  ]);
});

test("two hundred interleaved notices of ten payments, while workers run, book each once (T21)", async () => {
  const claims: TestClaim[] = [];
  while (claims.length < 10) claims.push(await shop.newClaim());
  const payments = await Promise.all(claims.map((claim) => shop.startOpen([{ claim, amount: "100.00" }])));
  for (const { providerId } of payments) shop.simulator.control.setStatus({ paymentId: providerId, status: "paid" });

  const sent = Array.from({ length: 200 }, (_, index) => post(`id=${payments[(index * 7) % 10]?.providerId}`));
  await Promise.all([...sent, shop.settleAll(), shop.settleAll()]);
  await shop.settleAll();

  for (const claim of claims) expect(await shop.moneyOf(claim)).toEqual(["payment 100.00 2026-11-22"]);
});

test("a notice that comes while one is worked on makes the worker look again", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await post(`id=${payment.providerId}`);
  const [claimed] = await claimNotices(shop.services, 1);
  await post(`id=${payment.providerId}`);
  if (claimed) await finishNotice(shop.services, claimed, null);

  expect((await inbox()).filter(({ processedAt }) => processedAt === null)).toMatchObject([
    { version: 2, lease: null },
  ]);
  await shop.settleAll();
  expect((await inbox()).filter(({ processedAt }) => processedAt === null)).toEqual([]);
});

test("a notice is worked on by one process at a time, and who lost the lease finishes nothing", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await post(`id=${payment.providerId}`);
  const [first] = await claimNotices(shop.services, 10);
  expect(await claimNotices(shop.services, 10)).toEqual([]);

  await shop.services.database.pool.query("update provider_notice set locked_until = now() - interval '1 second'");
  const [second] = await claimNotices(shop.services, 10);
  expect(second).toMatchObject({ id: first?.id, attempts: 2 });
  if (first) await finishNotice(shop.services, first, null);
  expect((await inbox()).at(-1)).toMatchObject({ processedAt: null, lease: second?.lease });
  if (second) await finishNotice(shop.services, second, null);
  expect((await inbox()).at(-1)).toMatchObject({ processedAt: expect.any(Date), lease: null });
});

test("without an answer it is tried again later, and booked then", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  shop.simulator.control.addFault({ kind: "reset", times: 2, method: "GET" });

  await post(`id=${payment.providerId}`);
  await shop.settleAll();
  expect((await inbox()).at(-1)).toMatchObject({
    attempts: 1,
    failure: "no_answer",
    nextAt: new Date("2026-11-22T10:00:05Z"),
  });
  shop.services.clock.advance(5_000);
  await shop.settleAll();
  expect((await inbox()).at(-1)).toMatchObject({ attempts: 2, nextAt: new Date("2026-11-22T10:00:20Z") });
  shop.services.clock.advance(15_000);
  await shop.settleAll();

  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
  expect((await inbox()).at(-1)).toMatchObject({ processedAt: expect.any(Date), failure: null });
});

test("ids that nobody can mean cost neither a row nor a question (T20, T22)", async () => {
  const before = (await inbox()).length;
  const paid = await shop.newClaim();
  const payment = await shop.startOpen([{ claim: paid, amount: "100.00" }]);
  const bodies = ["id=tr_unknown1", "id=re_1", "id=", "", "id=tr_%00", `id=tr_${"a".repeat(41)}`, "id[]=tr_1", "{}"];
  for (const body of bodies) expect((await post(body)).status).toBe(200);
  // This attempt has its payment already: another one cannot be its.
  expect((await post("id=tr_unknown2", { paymentId: payment.id })).status).toBe(200);

  expect(await inbox()).toHaveLength(before);
  expect(asked()).toBe(0);
});

test("a flood of guesses at an attempt we miss the payment of is limited; known payments never are (T22)", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "reset", when: "after", method: "POST", times: 1 });
  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toMatchObject({ ok: false });
  const known = await shop.startOpen([{ claim: await shop.newClaim(), amount: "100.00" }]);

  const from = "198.51.100.7";
  const outcomes = [];
  for (let count = 0; count < 80; count += 1) {
    outcomes.push(await receiveNotice(shop.services, { providerId: `tr_guess${count}`, attemptId: paymentId, from }));
  }
  expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(60);
  expect(outcomes.filter((outcome) => outcome === "limited")).toHaveLength(20);
  const told = { providerId: known.providerId, attemptId: known.id, from };
  expect(await receiveNotice(shop.services, told)).toBe("stored");
  await shop.settleAll();
  expect(asked()).toBe(61);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "creating", providerId: "" });
});

test("a payment of another attempt does not settle or end the one in the address (T20)", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "reset", method: "POST", times: 1 });
  await shop.start([{ claim, amount: "100.00" }], paymentId);
  const other = await shop.services.providers.of({ id: shop.creditorId, mollieApiKey: null })?.create({
    ...{ attemptId: "pay_somebodyElses", amount: 10_000n as never, description: "x", method: "ideal", language: "nl" },
    ...{
      returnUrl: "https://voldaan.test/return/x",
      noticeUrl: "https://voldaan.test/hooks/mollie/x",
      sequence: { type: "oneoff" },
    },
  });
  const foreign = other?.ok ? other.value.providerId : "";
  shop.simulator.control.setStatus({ paymentId: foreign, status: "paid" });
  await post(`id=${foreign}`, { paymentId });
  await shop.settleAll();

  expect(await shop.moneyOf(claim)).toEqual([]);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "creating", providerId: "" });
  expect((await inbox()).at(-1)).toMatchObject({ failure: "unknown", processedAt: expect.any(Date) });
});

test("the address takes small POSTs only, and says when a notice could not be stored", async () => {
  expect(loader().status).toBe(405);
  expect((await post(`id=tr_1&x=${"a".repeat(2_000)}`)).status).toBe(413);
  const broken = { ...shop.services.database, pool: { query: () => Promise.reject(new Error("down")) } };
  const app = { ...shop.services, database: broken } as unknown as Shop["services"];
  expect((await post("id=tr_1", { app })).status).toBe(503);
  expect(await settleDueNotices(shop.services, 10)).toBe(0);
});
