import { afterAll, beforeAll, expect, test } from "vitest";
import { openDebtorBrowser } from "../support/debtor-browser.ts";
import { send } from "../support/http.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";

let portal: Portal;
let claim: PortalClaim;
let network = 0;

beforeAll(async () => {
  portal = await openPortal({ env: { TRUSTED_PROXIES: "127.0.0.1,::1" } });
  claim = await portal.newClaim();
});

afterAll(() => portal.close());

type Typed = { reference: string; amount: string; iban: string };

/** Each asks from a network of their own, unless said. */
function ask(typed: Typed, from = `198.51.100.${(network += 1)}`) {
  const { origin } = new URL(claim.link.url);
  const headers = { origin, "x-forwarded-for": from };
  return send(`${origin}/real`, { method: "POST", headers, body: new URLSearchParams(typed) });
}

const right = () => ({ reference: claim.reference, amount: "120,00", iban: "4300" });

test("a GET shows the form and nothing else; a match shows two words and nobody", async () => {
  const { origin } = new URL(claim.link.url);
  const form = await send(`${origin}/real`);
  expect([form.status, form.headers["cache-control"]]).toEqual([200, "no-store"]);
  const issued = await portal.api("POST", `/claims/${claim.id}/links`, { channel: "letter" });
  const match = await ask(right());
  expect(match.status).toBe(200);
  expect(match.text).toContain((issued["checkWords"] as string[]).join(", "));
  expect(match.text).not.toMatch(/Vries|Boomhut|Kinderopvang|debtor-|clm_/);
});

test("who holds only a code is told how to check it, and finds the words of the message at the bill", async () => {
  const { origin, host } = new URL(claim.link.url);
  const form = await send(`${origin}/real`);
  expect(form.text).toContain(`${host}/c`);
  const issued = await portal.api("POST", `/claims/${claim.id}/links`, { channel: "email" });
  const bill = await (await openDebtorBrowser(`${origin}/c/${issued["code"] as string}`)).get("/claim");
  expect(bill.text).toContain((issued["checkWords"] as string[]).join(", "));
});

test("no match is the same answer, whether the reference is known or not", async () => {
  const cases = [
    { ...right(), amount: "120,01" },
    { ...right(), iban: "4301" },
    { ...right(), reference: "Q-1" },
  ];
  const answers = await Promise.all(cases.map((typed) => ask(typed)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const plain = answers.map(({ text }, index) => withoutTyped(text, cases[index] ?? right()));
  expect(plain[1]).toBe(plain[0]);
  expect(plain[2]).toBe(plain[0]);
  const headers = answers.map(({ headers: { "content-length": _l, "x-request-id": _i, date: _d, "content-security-policy": _c, ...rest } }) => rest); // prettier-ignore
  expect(headers[1]).toEqual(headers[0]);
  expect(headers[2]).toEqual(headers[0]);
});

test("ten tries in ten minutes, and what is not complete takes none", async () => {
  const from = "203.0.113.7";
  for (let tries = 0; tries < 3; tries += 1) expect((await ask({ ...right(), amount: "" }, from)).status).toBe(422);
  const answers = [];
  for (let tries = 0; tries < 11; tries += 1) answers.push((await ask(right(), from)).status);
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect((await ask(right())).status).toBe(200);
});

function withoutTyped(text: string, typed: Typed): string {
  const typedIn = Object.values(typed).reduce((page, value) => page.replaceAll(`value="${value}"`, 'value=""'), text);
  return typedIn.replaceAll(/nonce="[^"]+"/g, "");
}
