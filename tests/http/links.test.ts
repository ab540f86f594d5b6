import { generateKeyPairSync, randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maskedEmail } from "#app/domain/masked-address.ts";
import { openDebtorBrowser, sessionCookieOf } from "../support/debtor-browser.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { type HttpAnswer, type HttpCall, send } from "../support/http.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";

let portal: Portal;
let claim: PortalClaim;

/** Limits count by address: each test comes from one of its own. */
let visitor = 0;

beforeAll(async () => {
  portal = await openPortal({ env: { TRUSTED_PROXIES: "127.0.0.1,::1" } });
  claim = await portal.newClaim();
});
afterAll(() => portal.close());

const path = (url: string) => new URL(url).pathname;

function visit(target: string, { headers, ...call }: HttpCall = {}): Promise<HttpAnswer> {
  const from = { "x-forwarded-for": `192.0.2.${visitor % 250}` };
  return send(`${portal.app.baseUrl}${target}`, { ...call, headers: { ...from, ...headers } });
}

const press = (target: string, fields: Record<string, string> = {}) => visit(target, { method: "POST", body: new URLSearchParams(fields) }); // prettier-ignore

const isButtonPage = ({ status, text }: HttpAnswer) => status === 200 && /<form method="post"/.test(text);

test("scanners may fetch a link as they like: nothing changes but a count", async () => {
  visitor += 1;
  const looks: HttpCall[] = [
    {},
    { method: "HEAD" },
    { headers: { "sec-purpose": "prefetch", purpose: "prefetch" } },
    { headers: { "user-agent": "Mozilla/5.0 (compatible; SafeLinks)", "sec-fetch-site": "cross-site" } },
  ];
  const allowed = { link: ["access_count"], rate_limit: ["key", "points", "expire"] };
  const counters = async () => (await portal.app.database.db.prisma.rateLimit.count()) - 1;
  await visit(path(claim.link.url));
  const before = { tables: await fingerprint(portal.app.database, allowed), counters: await counters() };
  for (const target of [path(claim.link.url), `/c/${claim.link.code}`]) {
    for (const look of looks) {
      for (let time = 0; time < 20; time += 1) {
        const answer = await visit(target, look);
        expect([answer.status, answer.headers["set-cookie"]]).toEqual([200, undefined]);
        if (look.method === "HEAD") expect(answer.text).toBe("");
      }
    }
  }
  expect({ tables: await fingerprint(portal.app.database, allowed), counters: await counters() }).toEqual(before);
  const { accessCount } = await portal.app.database.db.prisma.link.findUniqueOrThrow({ where: { id: claim.link.id } });
  expect(accessCount).toBe(161);

  const pressed = await press(path(claim.link.url));
  expect([pressed.status, pressed.headers.location]).toEqual([303, "/claim"]);
});

test("a link shows a neutral page: no name, no creditor, no amount, no reference", async () => {
  visitor += 1;
  for (const target of [path(claim.link.url), `/c/${claim.link.code}`]) {
    const page = await visit(target);
    for (const word of ["de Vries", "Boomhut", "120,", "€", claim.reference, claim.email])
      expect(page.text).not.toContain(word);
  }
});

test("wrong, forged, unknown and revoked answer alike", async () => {
  visitor += 1;
  const revoked = await portal.newClaim();
  await portal.api("DELETE", `/links/${revoked.link.id}`);
  const { privateKey } = generateKeyPairSync("ed25519");
  const [header = "", payload = "", signature = ""] = path(claim.link.url).slice(3).split(".");
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString()) as { kid: string };
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
  const forged = await new SignJWT(claims).setProtectedHeader({ alg: "EdDSA", typ: "magic-link+jwt", kid }).sign(privateKey); // prettier-ignore
  const none = `${Buffer.from(JSON.stringify({ alg: "none", typ: "magic-link+jwt", kid })).toString("base64url")}.${payload}.`;
  const otherSignature = `${header}.${payload}.${randomBytes(64).toString("base64url")}`;
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: "clm_other" })).toString("base64url");
  const tokens = [
    forged,
    none,
    otherSignature,
    `${header}.${changed}.${signature}`,
    path(revoked.link.url).slice(3),
    "none",
  ];
  const targets = [
    ...tokens.map((token) => `/l/${token}`),
    `/c/${revoked.link.code}`,
    "/c/0123456789ABCDEFGHJKMNPQRS",
    "/c/x",
  ];

  for (const method of ["GET", "POST"]) {
    const answers = await Promise.all(targets.map((target) => visit(target, { method })));
    // The page names its own address in its language links: that is what was typed.
    const seen = answers.map(({ status, headers, text }, index) => {
      const same = text.replaceAll(encodeURI(targets[index] ?? ""), "…");
      return `${status} ${same.length} ${headers["set-cookie"] ?? "no cookie"} ${headers["content-type"]}`;
    });
    expect(new Set(seen)).toHaveLength(1);
    expect(seen[0]).toMatch(/^404 \d+ no cookie/);
  }
});

test("a genuine link that is too old offers a new one, and sends it to the registered address only", async () => {
  visitor += 1;
  const late = await portal.newClaim();
  const inDays = (days: number) => ({ CLOCK_START: new Date(Date.now() + days * 86_400_000).toISOString() });
  await portal.app.stop("web");
  await portal.app.start("web", inDays(91));
  const mails = () => portal.app.database.db.prisma.outgoingMail.findMany({ where: { kind: "new_link" } });

  for (const target of [path(late.link.url), `/c/${late.link.code}`]) {
    const page = await visit(target);
    expect([page.status, page.text.includes(late.email), page.text.includes('value="new-link"')]).toEqual([410, false, true]); // prettier-ignore
    expect((await press(target)).status).toBe(410);
  }
  expect(await mails()).toEqual([]);
  expect((await visit(path(late.link.url))).text).toContain(maskedEmail(late.email));

  const asked = await press(path(late.link.url), {
    intent: "new-link",
    email: "thief@evil.example",
    to: "thief@evil.example",
  });
  expect([asked.status, asked.headers["set-cookie"], asked.text.includes(late.email)]).toEqual([200, undefined, false]);
  expect(asked.text).toContain(maskedEmail(late.email));
  const [mail, ...others] = await mails();
  expect([mail?.recipient, others]).toEqual([late.email, []]);
  expect(mail?.text).toContain(`Kenmerk: ${late.reference}`);
  const sent = /https?:\/\/\S+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  expect(new URL(sent).origin).toBe(portal.app.baseUrl);
  expect((await press(path(sent))).status).toBe(303);

  await portal.app.stop("web");
  await portal.app.start("web");
});

test("a code is typed as people type it", async () => {
  visitor += 1;
  const { code } = claim.link;
  const spellings = [
    code,
    code.toLowerCase(),
    code.replace(/(.{4})/g, "$1 "),
    ` ${code.replace(/(.{4})/g, "$1-").toLowerCase()} `,
  ];
  for (const typed of spellings) {
    const answer = await press("/c", { code: typed });
    expect([answer.status, answer.headers.location]).toEqual([303, `/c/${code}`]);
  }
  const inAddress = await visit(`/c/${encodeURIComponent(code.toLowerCase().replace(/(.{4})/g, "$1 "))}`);
  expect(isButtonPage(inAddress)).toBe(true);
  expect((await press(`/c/${code.toLowerCase()}`)).headers.location).toBe("/claim");

  const wrong = await press("/c", { code: `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}` });
  const unreadable = await press("/c", { code: "abc" });
  expect([wrong.status, unreadable.status]).toEqual([422, 422]);
});

test("thirty wrong codes from one address are enough for a while, elsewhere goes on", async () => {
  visitor += 1;
  for (let count = 0; count < 30; count += 1) await press("/c", { code: randomCode() });
  expect((await press("/c", { code: randomCode() })).status).toBe(429);
  expect((await press("/c", { code: claim.link.code })).status).toBe(429);
  visitor += 1;
  expect((await press("/c", { code: claim.link.code })).status).toBe(303);
});

test("a revoked link ends the sessions it opened", async () => {
  visitor += 1;
  const own = await portal.newClaim();
  const debtor = await portal.enter(own);
  expect((await debtor.get("/claim")).status).toBe(200);
  await portal.api("DELETE", `/links/${own.link.id}`);
  const ended = await debtor.get("/claim");
  expect([ended.status, ended.text.includes("de Vries")]).toEqual([401, false]);
  expect((await press(path(own.link.url))).status).toBe(404);
});

test("a session begins under an id that nobody brought along, and ends when somebody leaves", async () => {
  visitor += 1;
  const chosen = `__Host-voldaan=${"a".repeat(43)}.1.${"b".repeat(43)}`;
  const target = path(claim.link.url);
  const opened = await visit(target, { method: "POST", headers: { cookie: chosen }, body: new URLSearchParams() });
  const cookie = sessionCookieOf(opened) ?? "";
  expect(opened.headers["set-cookie"]).toEqual([`${cookie}; Path=/; Secure; HttpOnly; SameSite=Lax`]);
  expect(cookie).not.toContain("a".repeat(43));
  expect((await visit("/claim", { headers: { cookie: chosen } })).status).toBe(401);

  const left = await visit("/claim/leave", { method: "POST", headers: { cookie }, body: new URLSearchParams() });
  expect([left.status, left.headers.location, left.headers["clear-site-data"]]).toEqual([
    303,
    "/",
    '"cache", "storage"',
  ]);
  expect((await visit("/claim", { headers: { cookie } })).status).toBe(401);
});

test("keys are rotated while everything runs: the old link works, and so does a new one", async () => {
  visitor += 1;
  const old = await portal.newClaim();
  const debtor = await portal.enter(old);
  const rotated = (await portal.app.admin("keys:rotate")) as { newest: string };
  expect(rotated.newest).toBe("key-2");
  const fresh = await portal.newClaim();
  const kidOf = ({ link }: PortalClaim) =>
    (JSON.parse(Buffer.from(path(link.url).slice(3).split(".")[0] ?? "", "base64url").toString()) as { kid: string }).kid; // prettier-ignore
  expect(kidOf(fresh)).not.toBe(kidOf(old));
  for (const { link } of [old, fresh]) expect((await press(path(link.url))).status).toBe(303);
  expect((await debtor.get("/claim")).status).toBe(200);
});

test("a session ends after half an hour without a visit, and after twelve hours with them", async () => {
  visitor += 1;
  const own = await portal.newClaim();
  // At the beginning of a minute, which is what a cookie counts; later than the link was issued.
  const began = Math.ceil(Date.now() / 60_000) * 60_000;
  const at = (minutes: number) => ({ CLOCK_START: new Date(began + minutes * 60_000).toISOString() });
  const move = async (minutes: number) => {
    await portal.app.stop("web");
    await portal.app.start("web", at(minutes));
  };
  await move(0);
  let { cookie } = await openDebtorBrowser(own.link.url);
  const idle = cookie;
  await move(29);
  const visited = await visit("/claim", { headers: { cookie } });
  expect(visited.status).toBe(200);
  cookie = sessionCookieOf(visited) ?? "";
  expect(cookie).not.toBe("");

  await move(32);
  expect((await visit("/claim", { headers: { cookie: idle } })).status).toBe(401);
  expect((await visit("/claim", { headers: { cookie } })).status).toBe(200);

  // Twelve hours of visits, each within half an hour of the last, would be 25 restarts: the session's begin is moved instead.
  const moved = await portal.app.database.db.pool.query(
    "update debtor_session set expires_at = expires_at - interval '11 hours 30 minutes' where claim_id = $1",
    [own.id],
  );
  expect(moved.rowCount).toBe(1);
  expect((await visit("/claim", { headers: { cookie } })).status).toBe(401);
  await portal.app.stop("web");
  await portal.app.start("web");
});

test("no token, code or cookie is ever in what the processes write", async () => {
  visitor += 1;
  const debtor = await portal.enter(claim);
  await debtor.get(`/claim?next=${claim.link.code}`);
  await visit(`${path(claim.link.url)}?lang=en`, { headers: { referer: claim.link.url } });
  // What ends has written its last lines.
  await Promise.all([portal.app.stop("web"), portal.app.stop("worker")]);
  const written = portal.app.output("web") + portal.app.output("worker");
  expect(written).toContain('"route":"/l/:secret"');
  for (const secret of [
    path(claim.link.url).slice(3),
    claim.link.code,
    debtor.cookie,
    claim.email,
    "de Vries",
    portal.apiKey,
  ]) {
    expect(written.includes(secret)).toBe(false);
  }
});

function randomCode(): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return ["0", ...[...randomBytes(25)].map((byte) => alphabet[byte % 32])].join("");
}
