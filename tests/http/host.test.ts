import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../support/http.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";

const POISON = {
  host: "evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-server": "evil.example",
  "x-original-host": "evil.example",
  forwarded: "host=evil.example;proto=https",
};

let portal: Portal;
let claim: PortalClaim;

beforeAll(async () => {
  portal = await openPortal({ env: { TRUSTED_PROXIES: "127.0.0.1,::1" } });
  claim = await portal.newClaim();
});
afterAll(() => portal.close());

test("links of pages, answers and mails stand on the configured address, whatever the Host header says", async () => {
  const { app, apiKey } = portal;
  const issued = await send(`${app.baseUrl}/api/v1/claims/${claim.id}/links`, {
    method: "POST",
    headers: { ...POISON, authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ channel: "none" }),
  });
  expect(issued.status).toBe(201);
  const { url } = JSON.parse(issued.text) as { url: string };
  expect(new URL(url).origin).toBe(app.baseUrl);
  expect(JSON.stringify([issued.headers, issued.text])).not.toContain("evil.example");

  const opened = await send(claim.link.url, { method: "POST", headers: POISON, body: new URLSearchParams() });
  expect([opened.status, opened.headers.location]).toEqual([303, "/claim"]);
  for (const path of ["/", "/c", "/claim", "/nothing", new URL(claim.link.url).pathname]) {
    const page = await send(`${app.baseUrl}${path}`, { headers: POISON });
    expect(JSON.stringify([page.headers, page.text])).not.toContain("evil.example");
  }
});

test("a new link is mailed with our address", async () => {
  const { app } = portal;
  await app.stop("web");
  await app.start("web", { CLOCK_START: new Date(Date.now() + 91 * 86_400_000).toISOString() });
  const body = new URLSearchParams({ intent: "new-link" });
  const asked = await send(claim.link.url, { method: "POST", headers: POISON, body });
  expect(asked.status).toBe(200);
  const [mail] = await app.database.db.prisma.outgoingMail.findMany({ where: { kind: "new_link" } });
  const addresses = [...`${mail?.text} ${mail?.html}`.matchAll(/https?:\/\/[^\s"'<>]+/g)].map(([address]) => address);
  expect(addresses.length).toBeGreaterThan(2);
  expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(new Set([app.baseUrl]));
  expect(`${mail?.text} ${mail?.html}`).not.toContain("evil.example");
});

test("an origin is judged against the configured address, not against the Host header", async () => {
  const headers = { ...POISON, origin: "https://evil.example" };
  const refused = await send(`${portal.app.baseUrl}/c`, { method: "POST", headers, body: new URLSearchParams() });
  expect(refused.status).toBe(403);
});
