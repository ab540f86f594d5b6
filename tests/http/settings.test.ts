import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { send } from "../support/http.ts";
import { type InboxBrowser, openInboxBrowser } from "../support/inbox-browser.ts";
import { openPortal, type Portal } from "../support/portal.ts";

let portal: Portal;
let owner: InboxBrowser;
let handler: InboxBrowser;
let reader: InboxBrowser;
let stranger: InboxBrowser;

const OWNER = "baas@boomhut.example";
const PEOPLE = {
  handler: "balie@boomhut.example",
  reader: "kijker@boomhut.example",
  stranger: "iemand@elders.example",
};

beforeAll(async () => {
  portal = await openPortal();
  const { app, creditorId } = portal;
  const other = (await app.admin("creditor:create", "--name", "Ander Bedrijf", "--iban", "NL02ABNA0123456789")) as { id: string }; // prettier-ignore
  const users = [
    [creditorId, OWNER, "owner"],
    [creditorId, PEOPLE.handler, "handler"],
    [creditorId, PEOPLE.reader, "reader"],
    [other.id, PEOPLE.stranger, "owner"],
  ] as const;
  for (const [creditor, email, role] of users) {
    await app.admin("user:create", "--creditor", creditor, "--email", email, "--role", role);
  }
  owner = await openInboxBrowser(app, OWNER);
  handler = await openInboxBrowser(app, PEOPLE.handler);
  reader = await openInboxBrowser(app, PEOPLE.reader);
  stranger = await openInboxBrowser(app, PEOPLE.stranger);
});
afterAll(() => portal.close());

const prisma = () => portal.app.database.db.prisma;

/** Everything of this creditor's that the settings have a page for. */
async function things() {
  const { creditorId } = portal;
  const [key, endpoint, user] = await Promise.all([
    prisma().apiKey.findFirstOrThrow({ where: { creditorId, revokedAt: null } }),
    prisma().webhookEndpoint.findFirstOrThrow({ where: { creditorId } }),
    prisma().user.findFirstOrThrow({ where: { creditorId, email: PEOPLE.reader } }),
  ]);
  const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  const linkKey = await prisma().linkKey.upsert({
    where: { creditorId_kid: { creditorId, kid: "kantoor" } },
    create: {
      id: newId("lky", new Date()),
      creditorId,
      kid: "kantoor",
      alg: "EdDSA",
      publicJwk: jwk,
      createdAt: new Date(),
    },
    update: {},
  });
  return { key: key.id, endpoint: endpoint.id, user: user.id, linkKey: linkKey.id };
}

const PAGES = ["", "/policy", "/keys", "/webhooks", "/team", "/mollie", "/bank", "/branding", "/profile"].map((page) => `/creditor/settings${page}`); // prettier-ignore

async function pagesWithIds(ids?: Awaited<ReturnType<typeof things>>): Promise<string[]> {
  const { key, endpoint, user, linkKey } = ids ?? {
    key: newId("key", new Date()),
    endpoint: newId("whe", new Date()),
    user: newId("usr", new Date()),
    linkKey: newId("lky", new Date()),
  };
  return [`keys/${key}`, `link-keys/${linkKey}`, `webhooks/${endpoint}`, `webhooks/${endpoint}/receiver`, `team/${user}`].map((page) => `/creditor/settings/${page}`); // prettier-ignore
}

test("everybody who works for the creditor may look; without a session there is only the page to sign in", async () => {
  const nobody = (path: string) => send(`${portal.app.baseUrl}${path}`);
  for (const path of [...PAGES, "/creditor/figures", ...(await pagesWithIds(await things()))]) {
    for (const browser of [owner, handler, reader])
      expect([path, (await browser.get(path)).status]).toEqual([path, 200]);
    const sent = await nobody(path);
    expect([path, sent.status, sent.headers.location?.startsWith("/creditor/sign-in")]).toEqual([path, 303, true]);
  }
});

test("only an owner changes anything, and whoever may not is shown no form for it", async () => {
  const before = await prisma().auditEntry.count({ where: { creditorId: portal.creditorId } });
  const acts: [path: string, fields: Record<string, string>][] = [
    ["/creditor/settings/policy/edit", { act: "save" }],
    ["/creditor/settings/keys", { name: "Proef", reach: "all", expiresOn: "2099-01-01" }],
    ["/creditor/settings/webhooks", { url: "https://example.org/", reach: "all" }],
    ["/creditor/settings/team", { email: "nog@iemand.example", role: "owner" }],
    ["/creditor/settings/mollie", { key: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM" }],
    ["/creditor/settings/bank", { iban: "NL02ABNA0123456789", accountHolder: "X" }],
    ["/creditor/settings/branding", { act: "colour", colour: "#123f7a" }],
    ["/creditor/settings/profile", { name: "Anders" }],
    ...(await pagesWithIds(await things()))
      .slice(0, 3)
      .map((path): [string, Record<string, string>] => [path, { act: "delete" }]),
    [(await pagesWithIds(await things()))[4] ?? "", { act: "remove" }],
  ];
  for (const [path, fields] of acts) {
    for (const browser of [handler, reader]) {
      expect([path, (await browser.post(path, fields)).status]).toEqual([path, 403]);
      const page = await browser.get(path);
      if (page.status === 200) expect([path, /<main[^]*<form[^]*<\/main>/.test(page.text)]).toEqual([path, false]);
    }
  }
  expect((await handler.get("/creditor/settings/policy/edit")).status).toBe(403);
  expect(await prisma().auditEntry.count({ where: { creditorId: portal.creditorId } })).toBe(before);
});

test("what belongs to another creditor is not there, to the byte, whether somebody looks or acts", async () => {
  const ids = await things();
  const [theirs, none] = [await pagesWithIds(ids), await pagesWithIds()];
  for (const [index, path] of theirs.entries()) {
    const [found, never] = [await stranger.get(path), await stranger.get(none[index] ?? "")];
    expect([path, found.status, never.status]).toEqual([path, 404, 404]);
    expect(found.text).toBe(never.text);
    if (path.endsWith("/receiver")) continue;
    for (const act of ["delete", "change", "range", "remove", "role"]) {
      const [acted, nothing] = [await stranger.post(path, { act, role: "reader" }), await stranger.post(none[index] ?? "", { act, role: "reader" })]; // prettier-ignore
      expect([path, act, acted.status, nothing.status]).toEqual([path, act, 404, 404]);
      expect(acted.text).toBe(nothing.text);
    }
  }
  expect(await prisma().apiKey.count({ where: { id: ids.key, revokedAt: null } })).toBe(1);
  expect(await prisma().linkKey.count({ where: { id: ids.linkKey, revokedAt: null } })).toBe(1);
  expect(await prisma().webhookEndpoint.count({ where: { id: ids.endpoint, deletedAt: null } })).toBe(1);
  expect(await prisma().user.count({ where: { id: ids.user, removedAt: null } })).toBe(1);
});

test("a key is shown once, does what it may and no more, and stops when it is revoked", async () => {
  const made = await owner.post("/creditor/settings/keys", { name: "Boekhouding", reach: "some", scopes: "claims:read", expiresOn: inAMonth() }); // prettier-ignore
  const [key = ""] = /vk_\w{20,}/.exec(made.text) ?? [];
  expect([made.status, made.headers["cache-control"]]).toEqual([200, "no-store"]);
  const call = (path: string) => send(`${portal.app.baseUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } }); // prettier-ignore
  expect((await call("/claims")).status).toBe(200);
  expect((await call("/policy")).status).toBe(403);
  const list = await owner.get("/creditor/settings/keys");
  expect(list.text).toContain("Boekhouding");
  expect(list.text).not.toContain(key);
  const { id } = await prisma().apiKey.findFirstOrThrow({
    where: { creditorId: portal.creditorId, name: "Boekhouding" },
  });
  const revoked = await owner.post(`/creditor/settings/keys/${id}`, {});
  expect([revoked.status, revoked.headers.location]).toEqual([303, "/creditor/settings/keys?done=revoked"]);
  expect((await call("/claims")).status).toBe(401);
});

test("a form that is not filled in keeps what was typed and makes nothing", async () => {
  const answer = await owner.post("/creditor/settings/keys", { name: "Half", reach: "some", expiresOn: "" });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('value="Half"');
  expect(answer.text).toContain('href="#scopes"');
  expect(await prisma().apiKey.count({ where: { name: "Half" } })).toBe(0);
});

test("the policy is changed as a whole, tried before it is kept, and told what is wrong with it", async () => {
  const path = "/creditor/settings/policy/edit";
  await portal.newClaim();
  const fields = fieldsOf((await owner.get(path)).text);
  const tried = await owner.post(path, { ...fields, autoAccept_maxInstalments: "2", act: "try" });
  expect([tried.status, tried.text.includes("nog niet opgeslagen")]).toEqual([200, true]);
  const wrong = await owner.post(path, { ...fields, review_maxInstalments: "1", act: "save" });
  expect([wrong.status, wrong.text.includes('href="#review_maxInstalments"')]).toEqual([422, true]);
  const saved = await owner.post(path, { ...fields, autoAccept_maxInstalments: "4", band0_upTo: "100,00", band0_downPaymentPercent: "20", act: "save" }); // prettier-ignore
  expect([saved.status, saved.headers.location]).toEqual([303, "/creditor/settings/policy?done=saved"]);
  const policy = (await portal.api("GET", "/policy")) as { autoAccept: object; bands: unknown };
  expect(policy.autoAccept).toMatchObject({ maxInstalments: 4 });
  expect(policy.bands).toEqual([{ upTo: { currency: "EUR", value: "100.00" }, downPaymentPercent: 20 }]);
  const simulated = await reader.post("/creditor/settings/policy", { perMonth1: "10,00" });
  expect([simulated.status, /<tbody>[^]*10,00/.test(simulated.text)]).toEqual([200, true]);
});

test("an endpoint is added, tested, looked into, given a new secret, switched off and on, and taken away", async () => {
  const refused = await owner.post("/creditor/settings/webhooks", { url: "http://10.0.0.1/x", reach: "all" });
  expect(refused.status).toBe(422);
  const added = await owner.post("/creditor/settings/webhooks", { url: new URL("boek", portal.app.receiver.url).href, reach: "all", description: "Boek", signature: "v1" }); // prettier-ignore
  const [secret = ""] = /whsec_[\w+/=]+/.exec(added.text) ?? [];
  portal.app.receiver.trust([secret]);
  const { id } = await prisma().webhookEndpoint.findFirstOrThrow({ where: { description: "Boek" } });
  const path = `/creditor/settings/webhooks/${id}`;
  expect((await owner.post(path, { act: "test" })).headers.location).toBe(`${path}?done=tested`);
  await vi.waitFor(async () => expect((await owner.get(`${path}?status=delivered`)).text).toContain("webhook.test"), { timeout: 20_000 }); // prettier-ignore
  const log = (await owner.get(path)).text;
  expect(log).toMatch(/POST http:\/\/\S+\/boek/);
  expect(log).toContain("webhook-signature");
  expect(log).not.toContain(secret);
  expect((await reader.get(`${path}/receiver`)).text).toContain("Uw ontvanger werkt");

  const rotated = await owner.post(path, { act: "rotate" });
  const [second = ""] = /whsec_[\w+/=]+/.exec(rotated.text) ?? [];
  expect([second === secret, (await owner.get(path)).text.includes(second)]).toEqual([false, false]);
  portal.app.receiver.trust([secret, second]);
  const event = await prisma().event.findFirstOrThrow({ where: { endpointId: id } });
  expect((await owner.post(path, { act: "again", event: event.id })).headers.location).toBe(`${path}?done=again`);
  expect((await owner.post(path, { act: "again", event: newId("evt", new Date()) })).status).toBe(404);
  expect((await owner.post(path, { act: "range", since: "2026-01-01" })).headers.location).toBe(`${path}?done=range`);
  expect((await owner.post(path, { act: "range", since: "gisteren" })).status).toBe(422);

  expect((await owner.post(path, { act: "disable" })).headers.location).toBe(`${path}?done=disabled`);
  expect((await owner.post(path, { act: "test" })).status).toBe(409);
  expect((await owner.post(path, { act: "enable" })).headers.location).toBe(`${path}?done=enabled`);
  expect((await owner.post(path, { act: "delete" })).headers.location).toBe("/creditor/settings/webhooks?done=deleted");
  expect((await owner.get(path)).status).toBe(404);
});

test("a removed colleague is signed out with the next request", async () => {
  const email = "weg@boomhut.example";
  expect((await owner.post("/creditor/settings/team", { email, role: "owner" })).status).toBe(303);
  const gone = await openInboxBrowser(portal.app, email);
  expect((await gone.get("/creditor/settings")).status).toBe(200);
  const { id } = await prisma().user.findFirstOrThrow({ where: { email } });
  expect((await owner.post(`/creditor/settings/team/${id}`, { act: "remove" })).headers.location).toBe("/creditor/settings/team?done=removed"); // prettier-ignore
  expect((await gone.get("/creditor/settings")).headers.location).toMatch(/^\/creditor\/sign-in/);
  const own = await prisma().user.findFirstOrThrow({ where: { email: OWNER, creditorId: portal.creditorId } });
  expect((await owner.post(`/creditor/settings/team/${own.id}`, { act: "remove" })).status).toBe(409);
});

test("a key of Mollie is kept when Mollie knows it, and only its end is ever shown", async () => {
  const path = "/creditor/settings/mollie";
  const unknown = "live_nobodyKnowsThisKeyAtMollieAtAll";
  const refused = await owner.post(path, { key: unknown });
  expect([refused.status, refused.text.includes(unknown)]).toEqual([422, false]);
  expect((await owner.post(path, { key: "sleutel" })).status).toBe(422);
  const key = "test_anotherShopOfThisCreditorWXYZ";
  expect((await owner.post(path, { key })).headers.location).toBe(`${path}?done=saved`);
  const page = (await reader.get(path)).text;
  expect([page.includes("WXYZ"), page.includes(key)]).toEqual([true, false]);
  const { mollieApiKey } = await prisma().creditor.findUniqueOrThrow({ where: { id: portal.creditorId } });
  expect(mollieApiKey).toMatch(/^v1\./);
  expect((await owner.post(path, { act: "check" })).text).toContain("De sleutel werkt");
});

test("debtors see the old account until a new one takes effect", async () => {
  const path = "/creditor/settings/bank";
  const debtor = await portal.enter(await portal.newClaim());
  expect((await owner.post(path, { iban: "NL91 ABNA 0417 1643 01", accountHolder: "X" })).status).toBe(422);
  expect((await owner.post(path, { iban: "NL02 ABNA 0123 4567 89", accountHolder: "De Boomhut" })).status).toBe(303);
  expect((await owner.post(path, { iban: "NL02 ABNA 0123 4567 89", accountHolder: "Anders" })).status).toBe(409);
  expect((await debtor.get("/claim/pay/transfer")).text).toContain("NL91 ABNA 0417 1643 00");
  const { id } = await prisma().bankChange.findFirstOrThrow({ where: { creditorId: portal.creditorId } });
  expect((await stranger.post(path, { act: "cancel", change: id })).status).toBe(404);
  await portal.app.database.db.pool.query("update bank_change set asked_at = now() - interval '49 hours', applies_at = now() - interval '1 hour'"); // prettier-ignore
  await portal.app.stop("worker");
  await portal.app.start("worker");
  await vi.waitFor(async () => expect((await debtor.get("/claim/pay/transfer")).text).toContain("NL02 ABNA 0123 4567 89"), { timeout: 80_000 }); // prettier-ignore
  expect((await owner.post(path, { act: "cancel", change: id })).status).toBe(409);
}, 120_000);

test("colour and logo stand on the debtor's pages, and the logo may be kept", async () => {
  const path = "/creditor/settings/branding";
  const tooLight = await owner.post(path, { act: "colour", colour: "#ffcc00" });
  expect([tooLight.status, /name="colour" value="#[0-9a-f]{6}"/.test(tooLight.text)]).toEqual([422, true]);
  expect((await owner.post(path, { act: "colour", colour: "#123f7a" })).status).toBe(303);
  const form = new FormData();
  const drawn = await sharp({ create: { width: 400, height: 100, channels: 3, background: "#123f7a" } })
    .jpeg()
    .toBuffer();
  form.append("logo", new Blob([Uint8Array.from(drawn)]), "logo.jpg");
  const { baseUrl } = portal.app;
  const sent = await fetch(`${baseUrl}${path}`, { method: "POST", headers: { cookie: owner.cookie, origin: baseUrl }, body: form, redirect: "manual" }); // prettier-ignore
  expect(sent.status).toBe(303);
  const debtor = await portal.enter(await portal.newClaim());
  const page = (await debtor.get("/claim")).text;
  expect(page).toContain('fill="#123f7a"');
  const [, address = ""] = /<img src="(\/logos\/lgo_\w+)" alt="Logo van [^"]+"/.exec(page) ?? [];
  const logo = await send(`${baseUrl}${address}`, { headers: { cookie: debtor.cookie } });
  expect([logo.status, logo.headers["content-type"], logo.headers["cache-control"], logo.headers["set-cookie"]]).toEqual([200, "image/png", "public, max-age=31536000, immutable", undefined]); // prettier-ignore
  expect((await send(`${baseUrl}/logos/${newId("lgo", new Date())}`)).status).toBe(404);
});

test("the profile is kept as a whole, and debtors read it", async () => {
  const path = "/creditor/settings/profile";
  const fields = fieldsOf((await owner.get(path)).text);
  const wrong = await owner.post(path, { ...fields, email: "geen", website: "http://x.example" });
  expect([wrong.status, wrong.text.includes('href="#website"')]).toEqual([422, true]);
  expect((await owner.post(path, { ...fields, phone: "020 123 45 67", bodyName: "Geschillencommissie", bodyUrl: "https://www.degeschillencommissie.nl" })).status).toBe(303); // prettier-ignore
  const debtor = await portal.enter(await portal.newClaim());
  expect((await debtor.get("/claim")).text).toContain("020 123 45 67");
});

test("figures are a row a month, and another creditor has its own", async () => {
  const day = new Date(new Date().toISOString().slice(0, 10));
  const counts = { registered: 4321, opened: 3, paid: 2, paidAmount: 12_50n, arranged: 1, disputed: 0 };
  const row = { creditorId: portal.creditorId, day, ...counts, countedAt: new Date() };
  await prisma().figureDay.upsert({
    where: { creditorId_day: { creditorId: portal.creditorId, day } },
    create: row,
    update: row,
  });
  const page = (await reader.get("/creditor/figures")).text;
  expect([page.includes("4.321"), page.includes("12,50")]).toEqual([true, true]);
  expect((await stranger.get("/creditor/figures")).text).not.toContain("4.321");
});

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** What a browser would send of the one form with text fields on a page, as it was filled in. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute("name");
    const chosen = !/type="(radio|checkbox)"/.test(tag) || / checked=""/.test(tag);
    if (name !== undefined && chosen) fields[name] = (attribute("value") ?? "").replaceAll("&amp;", "&");
  }
  for (const [, name = "", text = ""] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name] = text;
  return fields;
}
