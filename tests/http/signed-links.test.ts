import { createHmac, generateKeyPairSync, type KeyObject } from "node:crypto";
import { SignJWT, type JWTHeaderParameters, type JWTPayload } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDebtorBrowser, sessionCookieOf } from "../support/debtor-browser.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { type HttpAnswer, type HttpCall, send } from "../support/http.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";

/** Links that a creditor signs with its own key, without a call to the portal. */

type Signer = { readonly creditorId: string; readonly apiKey: string; readonly kid: string; readonly key: KeyObject };

let portal: Portal;
let signer: Signer;
let other: Signer;
let claim: PortalClaim;

/** Limits count by address: each test comes from one of its own. */
let visitor = 0;

beforeAll(async () => {
  portal = await openPortal({ env: { TRUSTED_PROXIES: "127.0.0.1,::1" } });
  claim = await portal.newClaim();
  signer = await newSigner({ creditorId: portal.creditorId, apiKey: portal.apiKey }, "letters");
  const made = (await portal.app.admin("creditor:create", "--name", "Ander B.V.", "--iban", "NL91ABNA0417164300")) as { id: string }; // prettier-ignore
  const { key } = (await portal.app.admin("api-key:create", "--creditor", made.id)) as { key: string };
  other = await newSigner({ creditorId: made.id, apiKey: key }, "letters");
});
afterAll(() => portal.close());

async function newSigner(who: { creditorId: string; apiKey: string }, kid: string): Promise<Signer> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const answer = await api(who, "POST", "/link-keys", { kid, jwk: publicKey.export({ format: "jwk" }) });
  expect(answer.status).toBe(201);
  return { ...who, kid, key: privateKey };
}

function api({ apiKey }: { apiKey: string }, method: string, target: string, body?: unknown): Promise<HttpAnswer> {
  return send(`${portal.app.baseUrl}/api/v1${target}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

let links = 0;

type Change = { header?: Record<string, unknown>; payload?: Record<string, unknown>; key?: KeyObject; by?: Signer };

function payloadOf({ payload = {}, by = signer }: Change): JWTPayload {
  links += 1;
  const iat = Math.floor(Date.now() / 1000) - 60;
  return { iss: by.creditorId, aud: portal.app.baseUrl, sub: claim.reference, jti: `brief-${links}`, iat, exp: iat + 86_400, ...payload }; // prettier-ignore
}

const headerOf = ({ header = {}, by = signer }: Change) => ({ alg: "EdDSA", typ: "magic-link+jwt", kid: by.kid, ...header }); // prettier-ignore

/** The address of a link, right but for what is changed. */
async function linkTo(change: Change = {}): Promise<string> {
  const { by = signer, key = by.key } = change;
  const token = new SignJWT(payloadOf(change)).setProtectedHeader(headerOf(change) as JWTHeaderParameters);
  return `/l/${await token.sign(key)}`;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Signed with a text that everybody may know, or not at all. */
function unsignedLink(change: Change, secret: string | Buffer | null): string {
  const text = `${base64url(headerOf(change))}.${base64url(payloadOf(change))}`;
  return `/l/${text}.${secret === null ? "" : createHmac("sha256", secret).update(text).digest("base64url")}`;
}

function visit(target: string, { headers, ...call }: HttpCall = {}): Promise<HttpAnswer> {
  const from = { "x-forwarded-for": `198.51.100.${visitor % 250}` };
  return send(`${portal.app.baseUrl}${target}`, { ...call, headers: { ...from, ...headers } });
}

const press = (target: string, fields: Record<string, string> = {}) => visit(target, { method: "POST", body: new URLSearchParams(fields) }); // prettier-ignore

const entered = ({ status, headers }: HttpAnswer) => status === 303 && headers.location === "/claim";

test("a link that the creditor signed opens its claim, with the rights of every other link", async () => {
  visitor += 1;
  const target = await linkTo();
  const page = await visit(target);
  expect([page.status, /<form method="post"/.test(page.text), page.headers["set-cookie"]]).toEqual([200, true, undefined]); // prettier-ignore
  for (const word of ["de Vries", "Boomhut", "120,", "€", claim.reference, claim.email])
    expect(page.text).not.toContain(word);

  const opened = await press(target);
  expect(entered(opened)).toBe(true);
  const debtor = await openDebtorBrowser(`${portal.app.baseUrl}${target}`);
  const overview = await debtor.get("/claim");
  expect([overview.status, overview.text.includes("Boomhut"), overview.text.includes("120")]).toEqual([200, true, true]); // prettier-ignore
  for (const path of ["/claim/letters", "/claim/pay", "/claim/dispute", "/claim/details", "/help"]) {
    expect((await debtor.get(path)).status, path).toBe(200);
  }
});

test("RSA and P-256 sign as well", async () => {
  visitor += 1;
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
  for (const [alg, pair] of [
    ["RS256", rsa],
    ["ES256", p256],
  ] as const) {
    const kid = `letters-${alg}`;
    await api(signer, "POST", "/link-keys", { kid, jwk: pair.publicKey.export({ format: "jwk" }) });
    expect(entered(await press(await linkTo({ header: { alg, kid }, key: pair.privateKey })))).toBe(true);
  }
});

test("scanners may fetch it as they like: no row is made until somebody presses the button", async () => {
  visitor += 1;
  const target = await linkTo();
  await visit(target);
  const allowed = { rate_limit: ["key", "points", "expire"] };
  const before = await fingerprint(portal.app.database, allowed);
  for (const look of [{}, { method: "HEAD" }, { headers: { "sec-purpose": "prefetch" } }]) {
    for (let time = 0; time < 10; time += 1) expect((await visit(target, look)).status).toBe(200);
  }
  expect(await fingerprint(portal.app.database, allowed)).toEqual(before);
  const rows = () => portal.app.database.db.prisma.link.count({ where: { externalJti: `brief-${links}` } });
  expect(await rows()).toBe(0);
  expect([entered(await press(target)), entered(await press(target)), await rows()]).toEqual([true, true, 1]);
  await visit(target);
  const row = await portal.app.database.db.prisma.link.findFirstOrThrow({ where: { externalJti: `brief-${links}` } });
  expect(row).toMatchObject({ claimId: claim.id, codeHash: null, accessCount: 1 });
});

test("forged, foreign, unknown, revoked and too long answer alike, and open nothing", async () => {
  visitor += 1;
  const stranger = generateKeyPairSync("ed25519");
  const own = await api(signer, "GET", "/link-keys");
  const { jwk } = (JSON.parse(own.text) as { data: { kid: string; jwk: { x: string } }[] }).data.find(({ kid }) => kid === signer.kid) ?? { jwk: { x: "" } }; // prettier-ignore
  const theirs = await newSigner(other, "theirs");
  const gone = await newSigner(signer, "gone");
  await api(signer, "DELETE", "/link-keys/gone");
  const revoked = await linkTo({ payload: { jti: "taken-back" } });
  await api(signer, "DELETE", "/links/jti:taken-back");
  const iat = Math.floor(Date.now() / 1000) - 10;
  const targets = await Promise.all([
    unsignedLink({ header: { alg: "none" } }, null),
    unsignedLink({ header: { alg: "HS256" } }, jwk.x),
    unsignedLink({ header: { alg: "HS256" } }, Buffer.from(jwk.x, "base64url")),
    unsignedLink({ header: { alg: "HS256" } }, JSON.stringify(jwk)),
    linkTo({ key: stranger.privateKey }),
    linkTo({ key: stranger.privateKey, header: { jwk: stranger.publicKey.export({ format: "jwk" }) } }),
    // Both creditors have a key of this name; and one of them has a key that the other has not.
    linkTo({ key: other.key }),
    linkTo({ header: { kid: theirs.kid }, key: theirs.key }),
    linkTo({ header: { kid: "never" } }),
    linkTo({ header: { kid: undefined } }),
    linkTo({ by: gone }),
    linkTo({ by: other, payload: { sub: claim.reference } }),
    linkTo({ payload: { sub: "P-0" } }),
    linkTo({ payload: { sub: claim.id } }),
    linkTo({ payload: { aud: "portal" } }),
    linkTo({ payload: { iss: portal.app.baseUrl } }),
    linkTo({ payload: { iss: "crd_00000000000000000000000000" } }),
    linkTo({ payload: { jti: "a b" } }),
    linkTo({ payload: { iat, exp: iat + 400 * 86_400 + 1 } }),
    linkTo({ payload: { iat: iat + 3_600, exp: iat + 7_200 } }),
    linkTo({ payload: { exp: undefined } }),
    revoked,
  ]);
  const { prisma } = portal.app.database.db;
  const sessions = await prisma.debtorSession.count();
  for (const method of ["GET", "POST"]) {
    const answers: HttpAnswer[] = [];
    for (const target of targets) {
      // Enough of them from one address are told to wait.
      visitor += 1;
      answers.push(await visit(target, { method }));
    }
    const seen = answers.map(({ status, headers, text }, index) => {
      const same = text.replaceAll(encodeURI(targets[index] ?? ""), "…");
      return `${status} ${same.length} ${headers["set-cookie"] ?? "no cookie"} ${headers["content-type"]}`;
    });
    expect(new Set(seen)).toHaveLength(1);
    expect(seen[0]).toMatch(/^404 \d+ no cookie/);
  }
  expect(await prisma.debtorSession.count()).toBe(sessions);
});

test("one jti is one link: another claim under it stays closed", async () => {
  visitor += 1;
  const second = await portal.newClaim();
  const jti = "one-of-a-kind";
  const [first, replay] = [await linkTo({ payload: { jti } }), await linkTo({ payload: { jti, sub: second.reference } })]; // prettier-ignore
  expect(entered(await press(first))).toBe(true);
  expect([(await visit(replay)).status, (await press(replay)).status]).toEqual([404, 404]);
  expect(entered(await press(first))).toBe(true);
  expect(await portal.app.database.db.prisma.debtorSession.count({ where: { claimId: second.id } })).toBe(0);

  const fresh = { jti: "at-the-same-time" };
  const both = await Promise.all([press(await linkTo({ payload: fresh })), press(await linkTo({ payload: { ...fresh, sub: second.reference } }))]); // prettier-ignore
  expect(both.filter(entered)).toHaveLength(1);
  // Of another creditor it is another link.
  expect((await api(other, "DELETE", `/links/jti:${jti}`)).status).toBe(204);
  expect(entered(await press(first))).toBe(true);
});

test("a signed link that is too old offers a new one to the registered address only", async () => {
  visitor += 1;
  const iat = Math.floor(Date.now() / 1000) - 200 * 86_400;
  const late = await linkTo({ payload: { iat, exp: iat + 100 * 86_400 } });
  const page = await visit(late);
  expect([page.status, page.text.includes(claim.email), page.text.includes('value="new-link"')]).toEqual([410, false, true]); // prettier-ignore
  expect((await press(late)).status).toBe(410);
  expect((await press(late, { intent: "new-link", email: "thief@evil.example" })).status).toBe(200);
  const [mail, ...others] = await portal.app.database.db.prisma.outgoingMail.findMany({ where: { kind: "new_link" } });
  expect([mail?.recipient, others]).toEqual([claim.email, []]);
  const sent = /https?:\/\/\S+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  expect(entered(await press(new URL(sent).pathname))).toBe(true);
});

test("a link is taken back by its jti, used or not, and the session it opened ends", async () => {
  visitor += 1;
  const used = await linkTo({ payload: { jti: "used" } });
  const debtor = await openDebtorBrowser(`${portal.app.baseUrl}${used}`);
  const unused = await linkTo({ payload: { jti: "unused" } });
  for (const jti of ["used", "unused", "used"]) {
    expect((await api(signer, "DELETE", `/links/jti:${jti}`)).status).toBe(204);
  }
  const ended = await debtor.get("/claim");
  expect([ended.status, ended.text.includes("de Vries")]).toEqual([401, false]);
  for (const target of [used, unused]) expect([(await visit(target)).status, (await press(target)).status]).toEqual([404, 404]); // prettier-ignore
  expect((await api(signer, "DELETE", "/links/jti:a%20b")).status).toBe(404);
});

test("keys are changed while letters are on their way, and a key that leaked ends all it signed", async () => {
  visitor += 1;
  const [leaked, next] = [await newSigner(signer, "leaked"), await newSigner(signer, "next")];
  const [old, fresh, unused] = await Promise.all([linkTo({ by: leaked }), linkTo({ by: next }), linkTo({ by: leaked })]); // prettier-ignore
  const debtors = await Promise.all([old, fresh].map((target) => openDebtorBrowser(`${portal.app.baseUrl}${target}`)));
  expect((await api(other, "DELETE", "/link-keys/leaked")).status).toBe(404);
  expect((await api(signer, "DELETE", "/link-keys/leaked")).status).toBe(204);
  const statuses = await Promise.all(debtors.map(async (debtor) => (await debtor.get("/claim")).status));
  expect(statuses).toEqual([401, 200]);
  expect((await Promise.all([old, unused, fresh].map((target) => press(target)))).map(entered)).toEqual([false, false, true]); // prettier-ignore
});

test("who gets a letter that is not for them says so once: the link ends and the claim rests", async () => {
  visitor += 1;
  const theirs = await portal.newClaim();
  const target = await linkTo({ payload: { sub: theirs.reference } });
  expect((await visit(`${target}/not-me`)).status).toBe(200);
  const told = await press(`${target}/not-me`, { known: "moved" });
  expect([told.status, told.headers.location]).toEqual([303, "/not-me"]);
  expect((await press(target)).status).toBe(404);
  const [row, paused] = await Promise.all([
    portal.app.database.db.prisma.claim.findUniqueOrThrow({ where: { id: theirs.id } }),
    portal.eventsOf(theirs),
  ]);
  expect([row.status, paused.some((event) => event.endsWith("debtor.wrong_person"))]).toEqual(["paused", true]);
});

test("a session begins under an id that nobody brought along, and no token is in what the processes write", async () => {
  visitor += 1;
  const target = await linkTo();
  const chosen = `__Host-voldaan=${"a".repeat(43)}.1.${"b".repeat(43)}`;
  const opened = await visit(target, { method: "POST", headers: { cookie: chosen }, body: new URLSearchParams() });
  expect(sessionCookieOf(opened)).not.toContain("a".repeat(43));
  await Promise.all([portal.app.stop("web"), portal.app.stop("worker")]);
  const written = portal.app.output("web") + portal.app.output("worker");
  expect(written).toContain('"route":"/l/:secret"');
  expect(written).not.toContain(target.slice(3));
});
