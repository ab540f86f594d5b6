import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
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

const GOOD = {
  amount: { currency: "EUR", value: "10.00" },
  description: "Factuur 1",
  redirectUrl: "https://shop.example/back",
};

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}/v2/payments`, {
    method: "POST",
    headers: { authorization: "Bearer test_firstShop", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const json = (await response.json()) as { id: string; field?: string; detail?: string };
  return { ...json, status: response.status, replayed: response.headers.get("idempotent-replayed") };
}

test("a request without a test key is refused in HAL", async () => {
  const response = await fetch(`${simulator.url}/v2/payments`);
  expect(response.headers.get("content-type")).toBe("application/hal+json");
  expect([response.status, await response.json()]).toEqual([
    401,
    {
      status: 401,
      title: "Unauthorized Request",
      detail: "Missing authentication, or failed to authenticate",
      _links: { documentation: { href: "https://docs.mollie.com/overview/handling-errors", type: "text/html" } },
    },
  ]);
});

test.each([
  ["no amount", { ...GOOD, amount: undefined }, "amount"],
  ["one decimal", { ...GOOD, amount: { currency: "EUR", value: "10.0" } }, "amount"],
  ["a number", { ...GOOD, amount: { currency: "EUR", value: 10 } }, "amount"],
  ["nothing", { ...GOOD, amount: { currency: "EUR", value: "0.00" } }, "amount"],
  ["less than nothing", { ...GOOD, amount: { currency: "EUR", value: "-1.00" } }, "amount"],
  ["too much", { ...GOOD, amount: { currency: "EUR", value: "50000.01" } }, "amount"],
  ["dollars", { ...GOOD, amount: { currency: "USD", value: "10.00" } }, "amount"],
  ["no description", { ...GOOD, description: undefined }, "description"],
  ["a long description", { ...GOOD, description: "x".repeat(256) }, "description"],
  ["no redirect", { ...GOOD, redirectUrl: undefined }, "redirectUrl"],
  ["a redirect that is no address", { ...GOOD, redirectUrl: "javascript:alert(1)" }, "redirectUrl"],
  ["another method", { ...GOOD, method: "paypal" }, "method"],
  ["large metadata", { ...GOOD, metadata: { text: "x".repeat(1024) } }, "metadata"],
])("a payment with %s is refused with the field named", async (_, body, field) => {
  expect(await post(body)).toMatchObject({ status: 422, field });
});

test("a field the API does not know, and a body that is no JSON, are bad requests", async () => {
  expect(await post({ ...GOOD, testmode: true })).toMatchObject({
    status: 400,
    detail: 'Non-existent body parameter "testmode" for this API call.',
  });
  expect(await post("{")).toMatchObject({ status: 400 });
});

test("the same key and request give the first answer again, for one hour", async () => {
  const key = { "idempotency-key": "attempt-1" };
  const first = await post(GOOD, key);
  const reordered = Object.fromEntries(Object.entries(GOOD).reverse());
  expect(await post(reordered, key)).toMatchObject({ status: 201, id: first.id, replayed: "true" });
  simulator.control.advanceClock({ ms: 60 * 60_000 });
  const later = await post(GOOD, key);
  expect(later.replayed).toBeNull();
  expect(later.id).not.toBe(first.id);
});

test("the same key with another request is refused, and another shop's key is another key", async () => {
  const key = { "idempotency-key": "attempt-1" };
  await post(GOOD, key);
  expect(await post({ ...GOOD, description: "Factuur 2" }, key)).toMatchObject({ status: 400 });
  expect(await post(GOOD, { ...key, authorization: "Bearer test_otherShop" })).toMatchObject({ status: 201 });
});

test("a refused request leaves its key free", async () => {
  const key = { "idempotency-key": "attempt-1" };
  expect(await post({ ...GOOD, description: "" }, key)).toMatchObject({ status: 422 });
  expect(await post(GOOD, key)).toMatchObject({ status: 201, replayed: null });
});

test("the same key while the first request is still being handled is a conflict", async () => {
  simulator.control.addFault({ kind: "latency", ms: 3_600_000, times: 1 });
  const key = { "idempotency-key": "attempt-1" };
  void post(GOOD, key).catch(() => "never answered");
  await vi.waitFor(() => {
    expect(simulator.control.requests()).toHaveLength(1);
  });
  expect(await post(GOOD, key)).toMatchObject({ status: 409 });
  expect(simulator.control.payments()).toHaveLength(0);
});

test("an unknown resource is 404 and a known one with a wrong method 405", async () => {
  const headers = { authorization: "Bearer test_firstShop" };
  expect((await fetch(`${simulator.url}/v2/orders`, { headers })).status).toBe(404);
  expect((await fetch(`${simulator.url}/v2/methods`, { method: "DELETE", headers })).status).toBe(405);
});

test("a list refuses a cursor and a limit it does not know", async () => {
  const headers = { authorization: "Bearer test_firstShop" };
  expect((await fetch(`${simulator.url}/v2/payments?from=tr_nothing`, { headers })).status).toBe(400);
  expect((await fetch(`${simulator.url}/v2/payments?limit=251`, { headers })).status).toBe(400);
});
