import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startMollieSimulator, type MollieSimulator } from "./simulator.ts";

let simulator: MollieSimulator;

beforeAll(async () => {
  simulator = await startMollieSimulator({
    port: 0,
    now: () => new Date("2026-10-05T08:00:00Z"),
    allowUnauthenticatedControl: true,
  });
});

beforeEach(() => {
  simulator.control.reset();
});

afterAll(async () => {
  await simulator.close();
});

async function open(description = "Factuur 1"): Promise<string> {
  const response = await fetch(`${simulator.url}/v2/payments`, {
    method: "POST",
    headers: { authorization: "Bearer test_firstShop" },
    body: JSON.stringify({
      amount: { currency: "EUR", value: "1234.50" },
      description,
      redirectUrl: "https://shop.example/back",
      cancelUrl: "https://shop.example/cancelled",
    }),
  });
  return ((await response.json()) as { id: string }).id;
}

async function submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams(fields),
  });
  return { status: response.status, location: response.headers.get("location") };
}

test("the checkout page says that it is no bank, in Dutch and English, and changes nothing", async () => {
  const paymentId = await open("<script>Factuur</script>");
  const response = await fetch(`${simulator.url}/checkout/${paymentId}`);
  const text = await response.text();
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(text).toContain("dit is geen bank");
  expect(text).toContain("not a bank");
  expect(text).toContain("€ 1234,50");
  expect(text).toContain("&lt;script&gt;Factuur");
  expect(text).not.toContain("<script");
  expect(simulator.control.payment({ paymentId }).status).toBe("open");
});

test.each([
  ["paid", "https://shop.example/back"],
  ["failed", "https://shop.example/back"],
  ["expired", "https://shop.example/back"],
  ["canceled", "https://shop.example/cancelled"],
])("choosing %s ends the payment and goes on to %s", async (choice, location) => {
  const paymentId = await open();
  expect(await submit(`/checkout/${paymentId}`, { choice })).toEqual({ status: 303, location });
  expect(simulator.control.payment({ paymentId }).status).toBe(choice);
  expect(await submit(`/checkout/${paymentId}`, { choice: "failed" })).toEqual({ status: 303, location });
  expect(simulator.control.payment({ paymentId }).status).toBe(choice);
});

test("paid later is pending until the seconds have passed", async () => {
  const paymentId = await open();
  expect(await submit(`/checkout/${paymentId}`, { choice: "later", seconds: "30" })).toMatchObject({ status: 303 });
  expect(simulator.control.payment({ paymentId }).status).toBe("pending");
  simulator.control.advanceClock({ ms: 29_999 });
  expect(simulator.control.payment({ paymentId }).status).toBe("pending");
  simulator.control.advanceClock({ ms: 1 });
  expect(simulator.control.payment({ paymentId }).status).toBe("paid");
});

test("paid later without seconds waits for the button, also past the expiry", async () => {
  const paymentId = await open();
  await submit(`/checkout/${paymentId}`, { choice: "later", seconds: "" });
  simulator.control.advanceClock({ ms: 24 * 60 * 60_000 });
  expect(simulator.control.payment({ paymentId }).status).toBe("pending");
  expect(await submit(`/payments/${paymentId}/paid`, {})).toEqual({ status: 303, location: `/#${paymentId}` });
  expect(simulator.control.payment({ paymentId }).status).toBe("paid");
});

test("the page behind the QR code stays on the phone", async () => {
  const paymentId = await open();
  expect(await submit(`/qr/${paymentId}`, { choice: "paid" })).toEqual({ status: 303, location: `/qr/${paymentId}` });
  expect(await (await fetch(`${simulator.url}/qr/${paymentId}`)).text()).toContain("Deze betaling is betaald");
});

test("an unknown choice, an unknown payment and a form from another site do nothing", async () => {
  const paymentId = await open();
  expect((await submit(`/checkout/${paymentId}`, { choice: "stolen" })).status).toBe(400);
  expect((await fetch(`${simulator.url}/checkout/tr_nothing`)).status).toBe(404);
  const elsewhere = { "sec-fetch-site": "cross-site" };
  expect((await submit(`/checkout/${paymentId}`, { choice: "paid" }, elsewhere)).status).toBe(403);
  expect(simulator.control.payment({ paymentId }).status).toBe("open");
});

test("the overview refunds, charges back and takes a chargeback back", async () => {
  const paymentId = await open();
  await submit(`/checkout/${paymentId}`, { choice: "paid" });
  await submit(`/payments/${paymentId}/refund`, { amount: "34,50" });
  await submit(`/payments/${paymentId}/chargeback`, {});
  const charged = await (await fetch(simulator.url)).text();
  expect(charged).toContain("€ 34,50");
  expect(charged).toContain("€ 1234,50");
  await submit(`/payments/${paymentId}/reverse`, {});
  await submit(`/payments/${paymentId}/refund`, {});
  const text = await (await fetch(simulator.url)).text();
  expect(text).toContain("Terugbetaald");
  expect(text).not.toContain("Teruggeboekt");
});

test("the control answers over HTTP as it does in the process", async () => {
  const paymentId = await open();
  async function command(act: string, body: unknown) {
    const response = await fetch(`${simulator.url}/control/${act}`, { method: "POST", body: JSON.stringify(body) });
    return [response.status, await response.json()];
  }
  expect(await command("setStatus", { paymentId, status: "paid", paidAt: "2026-10-05T08:01:00Z" })).toMatchObject([
    200,
    { result: { id: paymentId, status: "paid", paidAt: Date.parse("2026-10-05T08:01:00Z") } },
  ]);
  expect(await command("idle", {})).toEqual([200, { result: null }]);
  expect(await command("requests", {})).toMatchObject([200, { result: [{ method: "POST", path: "/v2/payments" }] }]);
  expect(await command("setStatus", { paymentId: "tr_nothing", status: "paid" })).toMatchObject([404, {}]);
  expect(await command("setStatus", { paymentId, status: "stolen" })).toMatchObject([422, {}]);
  expect(await command("toString", {})).toMatchObject([404, {}]);
});

test("without leave for the control, it and the overview are closed and the checkout is not", async () => {
  const closed = await startMollieSimulator({ port: 0, allowUnauthenticatedControl: false });
  const statusOf = async (path: string, method = "GET") => (await fetch(`${closed.url}${path}`, { method })).status;
  expect(await statusOf("/")).toBe(404);
  expect(await statusOf("/control/payments", "POST")).toBe(404);
  expect(await statusOf("/v2/methods")).toBe(401);
  await closed.close();
});
