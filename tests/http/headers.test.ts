import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpAnswer, send } from "../support/http.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import type { DebtorBrowser } from "../support/debtor-browser.ts";

const SECURITY = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "x-robots-tag": "noindex, nofollow",
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'nonce-…'",
  "style-src 'self'",
  "img-src 'self' data: https://*.mollie.com",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join("; ");

let portal: Portal;
let debtor: DebtorBrowser;
let link: string;

beforeAll(async () => {
  portal = await openPortal({ env: { LOG_LEVEL: "info" } });
  const claim = await portal.newClaim();
  link = new URL(claim.link.url).pathname;
  debtor = await portal.enter(claim);
});
afterAll(() => portal.close());

type Case = { name: string; status: number; type: string; kept?: string; get: () => Promise<HttpAnswer> };

const at = (path: string, options: Parameters<typeof send>[1] = {}) => send(`${portal.app.baseUrl}${path}`, options);

const CASES: Case[] = [
  { name: "home", status: 200, type: "text/html; charset=utf-8", get: () => at("/") },
  { name: "a link", status: 200, type: "text/html; charset=utf-8", get: () => at(link) },
  { name: "a link that is none", status: 404, type: "text/html; charset=utf-8", get: () => at("/l/none") },
  { name: "the overview", status: 200, type: "text/html; charset=utf-8", get: () => debtor.get("/claim") },
  { name: "the overview without a session", status: 401, type: "text/html; charset=utf-8", get: () => at("/claim") },
  { name: "a path that is none", status: 404, type: "text/html; charset=utf-8", get: () => at("/nothing/here") },
  { name: "a form of another site", status: 403, type: "text/html; charset=utf-8", get: () => at("/c", { method: "POST", headers: { origin: "https://evil.example" } }) },
  { name: "the API without a key", status: 401, type: "application/problem+json", get: () => at("/api/v1/claims") },
  { name: "the API with a key", status: 200, type: "application/json", get: () => at("/api/v1/claims", { headers: { authorization: `Bearer ${portal.apiKey}` } }) },
  { name: "the description of the API", status: 200, type: "application/json", kept: "public, max-age=300", get: () => at("/api/openapi.json") },
  { name: "the provider's notice", status: 200, type: "none", get: () => at("/hooks/mollie", { method: "POST", body: new URLSearchParams({ id: "tr_1" }) }) },
  { name: "healthz", status: 200, type: "text/plain; charset=utf-8", get: () => at("/healthz") },
  { name: "readyz", status: 200, type: "text/plain; charset=utf-8", get: () => at("/readyz") },
  { name: "an asset that is none", status: 404, type: "text/plain; charset=utf-8", get: () => at("/assets/none.css") },
]; // prettier-ignore

test.each(CASES)("$name carries every header", async ({ status, type, kept = "no-store", get }) => {
  const answer = await get();
  expect([answer.status, answer.headers["content-type"] ?? "none"]).toEqual([status, type]);
  expect(answer.headers).toMatchObject({ ...SECURITY, "cache-control": kept });
  expect(withoutNonce(answer)).toBe(POLICY);
});

test("files carry the same headers, and may be kept", async () => {
  const names = (await readdir("build/client/assets")).filter((name) => name.endsWith(".css"));
  const files = await Promise.all([`/assets/${names[0] ?? ""}`, "/favicon.svg"].map((path) => at(path)));
  expect(files.map(({ status, headers }) => [status, headers["content-type"], headers["cache-control"]])).toEqual([
    [200, "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
    [200, "image/svg+xml", "public, max-age=3600"],
  ]);
  for (const file of files) {
    expect(file.headers).toMatchObject(SECURITY);
    expect(withoutNonce(file)).toBe(POLICY);
  }
});

test("a receipt as PDF carries them too", async () => {
  const claim = await portal.newClaim();
  const payer = await portal.enter(claim);
  const paymentId = await payer.openPayForm();
  await payer.sendPayForm(paymentId);
  const [payment] = portal.app.simulator.control.payments();
  portal.app.simulator.control.setStatus({ paymentId: payment?.id ?? "", status: "paid" });
  await expect.poll(() => portal.moneyOf(claim), { timeout: 30_000 }).toHaveLength(1);

  const receipt = await payer.get(`/claim/receipts/${paymentId}`);
  expect([receipt.status, receipt.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(receipt.headers).toMatchObject({ ...SECURITY, "cache-control": "no-store" });
  expect(withoutNonce(receipt)).toBe(POLICY);
});

test("the nonce is fresh each time and long", async () => {
  const answers = await Promise.all([at("/"), at("/"), at("/healthz")]);
  const nonces = answers.map(({ headers }) => nonceOf(headers["content-security-policy"]));
  expect(new Set(nonces).size).toBe(3);
  for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
});

test("pages hold no script, no style and no frame that the policy would need to allow", async () => {
  for (const page of [await at("/"), await at(link), await debtor.get("/claim"), await debtor.get("/claim/pay")]) {
    expect(page.text).not.toMatch(/<script(?![^>]*nonce=)|<style|<iframe|\sstyle=|\son\w+=/i);
  }
});

test("only over https is https asked for in future", async () => {
  expect((await at("/")).headers["strict-transport-security"]).toBeUndefined();
  await portal.app.stop("web");
  await portal.app.start("web", { BASE_URL: "https://voldaan.test" });
  expect((await at("/")).headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
  await portal.app.stop("web");
  await portal.app.start("web");
});

const nonceOf = (policy: string | string[] | undefined): string => /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "";

const withoutNonce = ({ headers }: HttpAnswer): string => String(headers["content-security-policy"]).replace(/'nonce-[^']+'/, "'nonce-…'"); // prettier-ignore
