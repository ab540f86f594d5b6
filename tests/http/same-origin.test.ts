import { afterAll, beforeAll, expect, test } from "vitest";
import type { DebtorBrowser } from "../support/debtor-browser.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { send } from "../support/http.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";

let portal: Portal;
let claim: PortalClaim;
let debtor: DebtorBrowser;
let paymentId: string;

beforeAll(async () => {
  portal = await openPortal();
  claim = await portal.newClaim();
  debtor = await portal.enter(claim);
  paymentId = await debtor.openPayForm();
  await portal.quiet();
});
afterAll(() => portal.close());

const path = (url: string) => new URL(url).pathname;

/** The routes where a form changes something, each with a form as its page sends it. */
const FORMS: Record<string, () => { path: string; fields: Record<string, string> }> = {
  "the button of a link": () => ({ path: path(claim.link.url), fields: {} }),
  "the button of a code": () => ({ path: `/c/${claim.link.code}`, fields: {} }),
  "a typed code": () => ({ path: "/c", fields: { code: claim.link.code } }),
  "the payment form": () => ({ path: "/claim/pay", fields: { paymentId, act: "pay", amount: "all" } }),
  "a checkout": () => ({ path: `/claim/pay/${paymentId}`, fields: {} }),
  "the start of the questions": () => ({ path: "/claim/arrangement", fields: { act: "start" } }),
  "a deposit": () => ({ path: "/claim/arrangement/deposit", fields: { now: "no" } }),
  "an amount a month": () => ({ path: "/claim/arrangement/spare", fields: { spare: "40" } }),
  "a budget": () => ({ path: "/claim/arrangement/budget", fields: { act: "use", spare: "40" } }),
  "less than the least": () => ({ path: "/claim/arrangement/unaffordable", fields: { spare: "0" } }),
  "a pay day": () => ({ path: "/claim/arrangement/day", fields: { day: "25" } }),
  "a plan": () => ({ path: "/claim/arrangement/plan", fields: { plan: "0" } }),
  "a reason": () => ({ path: "/claim/arrangement/reason", fields: { reason: "less_income" } }),
  "an arrangement": () => ({ path: "/claim/arrangement/check", fields: { act: "send", method: "ideal_link" } }),
  "an offer accepted": () => ({ path: "/claim/arrangement", fields: { act: "accept", version: "1" } }),
  "an offer let go": () => ({ path: "/claim/arrangement", fields: { act: "withdraw", version: "1" } }),
  "an instalment put off": () => ({ path: "/claim/arrangement", fields: { act: "postpone", seq: "1" } }),
  "an instalment skipped": () => ({ path: "/claim/arrangement", fields: { act: "skip", seq: "1" } }),
  "the end of collecting": () => ({ path: "/claim/arrangement", fields: { act: "mandate_withdraw" } }),
  "signing in to the inbox": () => ({ path: "/creditor/sign-in", fields: { email: "eigenaar@example.nl" } }),
  "signing out of the inbox": () => ({ path: "/creditor/sign-out", fields: {} }),
  leaving: () => ({ path: "/claim/leave", fields: {} }),
};

const FROM_ELSEWHERE: Record<string, Record<string, string>> = {
  "a foreign Origin": { origin: "https://evil.example" },
  "an Origin that begins like ours": { origin: "http://localhost:1" },
  "a null Origin": { origin: "null" },
  "Sec-Fetch-Site: cross-site": { "sec-fetch-site": "cross-site" },
  "Sec-Fetch-Site: same-site": { "sec-fetch-site": "same-site" },
  "Sec-Fetch-Site: none": { "sec-fetch-site": "none" },
  "our Origin from another site": { origin: "ours", "sec-fetch-site": "cross-site" },
};

const MATRIX = Object.keys(FORMS).flatMap((form) => Object.keys(FROM_ELSEWHERE).map((from) => ({ form, from })));

function post(form: string, headers: Record<string, string>) {
  const { path, fields } = FORMS[form]?.() ?? { path: "/", fields: {} };
  const origin = headers["origin"] === "ours" ? { origin: portal.app.baseUrl } : {};
  return send(`${portal.app.baseUrl}${path}`, {
    method: "POST",
    headers: { cookie: debtor.cookie, ...headers, ...origin },
    body: new URLSearchParams(fields),
  });
}

test("a form that another site sends is refused everywhere, and nothing changes", async () => {
  const before = await fingerprint(portal.app.database);
  for (const { form, from } of MATRIX) {
    const refused = await post(form, FROM_ELSEWHERE[from] ?? {});
    expect({ form, from, status: refused.status, cookie: refused.headers["set-cookie"] }).toEqual({
      ...{ form, from, status: 403, cookie: undefined },
    });
  }
  expect(await fingerprint(portal.app.database)).toEqual(before);
});

test.each(["PUT", "PATCH", "DELETE"])("%s from another site is refused as well", async (method) => {
  const headers = { cookie: debtor.cookie, origin: "https://evil.example" };
  expect((await send(`${portal.app.baseUrl}/claim/pay`, { method, headers })).status).toBe(403);
});

test("a method named in the address or the form has no say", async () => {
  const before = await fingerprint(portal.app.database);
  const { baseUrl } = portal.app;
  const headers = { cookie: debtor.cookie, "sec-fetch-site": "cross-site" };
  const get = await send(`${baseUrl}/claim/pay?_method=POST&paymentId=${paymentId}&act=pay&amount=all`, { headers });
  expect(get.status).toBe(200);
  const fields = new URLSearchParams({ _method: "GET", paymentId, act: "pay", amount: "all" });
  const sent = await send(`${baseUrl}/claim/pay`, { method: "POST", headers: { ...headers, "x-http-method-override": "GET" }, body: fields }); // prettier-ignore
  expect(sent.status).toBe(403);
  expect(await fingerprint(portal.app.database)).toEqual(before);
});

test("what carries nobody's cookies by accident is let through: no header, or our own origin", async () => {
  const answers = [
    await post("a typed code", {}),
    await post("a typed code", { origin: "ours" }),
    await post("a typed code", { origin: "ours", "sec-fetch-site": "same-origin" }),
    await post("a typed code", { "sec-fetch-site": "same-origin" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
});

test("machines are let through wherever they come from", async () => {
  const elsewhere = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const { baseUrl } = portal.app;
  const body = new URLSearchParams({ id: "tr_unknown" });
  expect((await send(`${baseUrl}/hooks/mollie`, { method: "POST", headers: elsewhere, body })).status).toBe(200);
  expect((await send(`${baseUrl}/hooks/mollie`, { method: "POST", body })).status).toBe(200);
  const api = await send(`${baseUrl}/api/v1/claims`, { method: "POST", headers: elsewhere, body: "{}" });
  expect(api.status).toBe(401);
});

test("a return address that claims success changes nothing, and goes nowhere else", async () => {
  const sent = await debtor.sendPayForm(paymentId);
  expect(sent.status).toBe(303);
  const { returnId } = await portal.app.database.db.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const query = "?status=paid&success=true&redirect=https://evil.example&id=tr_x";
  const back = await send(`${portal.app.baseUrl}/return/${returnId}${query}`);
  expect([back.status, back.headers["refresh"]]).toEqual([200, "2"]);
  expect(back.text).not.toContain("K-1");
  expect(back.text).not.toContain("J. de Vries");
  expect(await portal.moneyOf(claim)).toEqual([]);
});

test.each(["//evil.example", "/\\evil.example", "/%2f%2fevil.example", "/%5cevil.example", "/l/https:evil.example"])(
  "the address %s leads to no other site",
  async (target) => {
    const { hostname, port } = new URL(portal.app.baseUrl);
    const answer = await send({ hostname, port, path: target });
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(new URL(answer.headers.location ?? "/", portal.app.baseUrl).origin).toBe(portal.app.baseUrl);
  },
);
