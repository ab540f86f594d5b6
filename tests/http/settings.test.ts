import { generateKeyPairSync } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addMonths } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { DebtorBrowser } from "../support/debtor-browser.ts";
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

const PAGES = ["", "/policy", "/keys", "/webhooks", "/team", "/mollie", "/bank", "/branding", "/profile", "/collector", "/help", "/link-keys"].map((page) => `/creditor/settings${page}`); // prettier-ignore

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
    ["/creditor/settings/collector", { name: "Anders" }],
    ["/creditor/settings/help", { "name-1": "Anders" }],
    ["/creditor/settings/link-keys", { kid: "anders", jwk: "{}" }],
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
  const form = { name: "Boekhouding", reach: "some", scopes: "claims:read", expiresOn: inAMonth(), ...formIn(await owner.get("/creditor/settings/keys")) }; // prettier-ignore
  const made = await owner.post("/creditor/settings/keys", form);
  const [key = ""] = /vk_\w{20,}/.exec(made.text) ?? [];
  expect([made.status, made.headers["cache-control"]]).toEqual([200, "no-store"]);
  const call = (path: string) => send(`${portal.app.baseUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } }); // prettier-ignore
  expect((await call("/claims")).status).toBe(200);
  expect((await call("/policy")).status).toBe(403);
  expect((await owner.post("/creditor/settings/keys", form)).text).toContain(key);
  expect(await prisma().apiKey.count({ where: { name: "Boekhouding" } })).toBe(1);
  expect((await owner.post("/creditor/settings/keys", { ...form, name: "Een andere" })).text).not.toContain(key);
  const list = await owner.get("/creditor/settings/keys");
  expect(list.text).toContain("Boekhouding");
  expect(list.text).not.toContain(key);
  const { id } = await prisma().apiKey.findFirstOrThrow({
    where: { creditorId: portal.creditorId, name: "Boekhouding" },
  });
  const revoked = await owner.post(`/creditor/settings/keys/${id}`, {});
  expect([revoked.status, revoked.headers.location]).toEqual([303, "/creditor/settings/keys?done=revoked"]);
  expect((await call("/claims")).status).toBe(401);
  const late = await owner.post("/creditor/settings/keys", form);
  expect([late.status, late.text.includes("al eerder gemaakt"), late.text.includes(key)]).toEqual([422, true, false]);
});

test("a form that is not filled in keeps what was typed and makes nothing", async () => {
  const answer = await owner.post("/creditor/settings/keys", { ...formIn(await owner.get("/creditor/settings/keys")), name: "Half", reach: "some", expiresOn: "" }); // prettier-ignore
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
  expect([simulated.status, /<tbody[^>]*>[^]*10,00/.test(simulated.text)]).toEqual([200, true]);
});

test("an endpoint is added, tested, looked into, given a new secret, switched off and on, and taken away", async () => {
  const form = formIn(await owner.get("/creditor/settings/webhooks"));
  const refused = await owner.post("/creditor/settings/webhooks", { ...form, url: "http://10.0.0.1/x", reach: "all" });
  expect(refused.status).toBe(422);
  const add = () => owner.post("/creditor/settings/webhooks", { ...form, url: new URL("boek", portal.app.receiver.url).href, reach: "all", description: "Boek", signature: "v1" }); // prettier-ignore
  const [secret = ""] = /whsec_[\w+/=]+/.exec((await add()).text) ?? [];
  expect((await add()).text).toContain(secret);
  expect(await prisma().webhookEndpoint.count({ where: { description: "Boek" } })).toBe(1);
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

  const rotation = { act: "rotate", ...formIn(await owner.get(path)) };
  const rotated = await owner.post(path, rotation);
  const [second = ""] = /whsec_[\w+/=]+/.exec(rotated.text) ?? [];
  expect((await owner.post(path, rotation)).text).toContain(second);
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

  const late = await add();
  expect([late.status, late.text.includes("daarna verwijderd"), late.text.includes(second)]).toEqual([
    422,
    true,
    false,
  ]);
  expect(formIn(late).formId).not.toBe(form.formId);
});

/** The form of a page, so that what is sent with it is one order. */
function formIn({ text }: { text: string }): { formId: string } {
  return { formId: /name="formId" value="(frm_\w+)"/.exec(text)?.[1] ?? "" };
}

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

/** As they are read: no marks, also none of those that keep a name apart. */
async function helpHeadings(debtor: DebtorBrowser): Promise<string[]> {
  const { text } = await debtor.get("/help");
  return [...text.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, heading]) => (heading ?? "").replace(/<[^>]+>|[\u2066-\u2069]/g, "")); // prettier-ignore
}

test("who collects is named to debtors until the creditor does so itself again", async () => {
  const path = "/creditor/settings/collector";
  const agency = { name: "Incassobureau Kalm", registerNumber: "RIN-0042", phone: "020 765 43 21", email: "post@kalm.example", address: "" }; // prettier-ignore
  const wrong = await owner.post(path, { ...agency, name: "", email: "geen" });
  expect([wrong.status, wrong.text.match(/href="#(name|email)"/g)]).toEqual([422, ['href="#name"', 'href="#email"']]);
  expect(wrong.text).toContain('value="RIN-0042"');
  expect((await owner.post(path, agency)).headers.location).toBe(`${path}?done=saved`);
  expect((await owner.get("/creditor/settings")).text).toContain("Incassobureau Kalm");
  const debtor = await portal.enter(await portal.newClaim());
  expect((await debtor.get("/claim")).text).toContain("Incassobureau Kalm");
  expect(await helpHeadings(debtor)).toContain("Contact met Incassobureau Kalm");
  const empty = Object.fromEntries(Object.keys(agency).map((field) => [field, " "]));
  expect((await owner.post(path, empty)).status).toBe(303);
  expect((await debtor.get("/claim")).text).not.toContain("Incassobureau Kalm");
  expect((await helpHeadings(debtor)).join()).not.toContain("Kalm");
  expect(await changesOf("collector")).toBe(2);
});

test("who helps free of charge stands on the page with help; an empty row is none", async () => {
  const path = "/creditor/settings/help";
  const rows = { "name-1": "Buurtteam Oost", "phone-1": "020 111 22 33", "url-1": "https://buurtteam.example", "name-4": "Maatje" }; // prettier-ignore
  const wrong = await owner.post(path, { ...rows, "url-1": "http://buurtteam.example", "text-2": "Zonder naam" });
  expect([wrong.status, wrong.text.match(/href="#(url-1|name-2)"/g)]).toEqual([422, ['href="#url-1"', 'href="#name-2"']]); // prettier-ignore
  expect([/value="Maatje"/.test(wrong.text), /name="name-6"/.test(wrong.text)]).toEqual([true, true]);
  expect((await owner.post(path, rows)).headers.location).toBe(`${path}?done=saved`);
  const debtor = await portal.enter(await portal.newClaim());
  const help = (await debtor.get("/help")).text;
  expect([help.includes("Buurtteam Oost"), help.includes("Maatje")]).toEqual([true, true]);
  const page = (await owner.get(path)).text;
  expect([/name="name-2" [^>]*value="Maatje"|value="Maatje"[^>]*name="name-2"/.test(page), page.includes('name="name-5"')]).toEqual([true, false]); // prettier-ignore
  expect((await owner.post(path, { "name-1": "" })).status).toBe(303);
  expect((await debtor.get("/help")).text).not.toContain("Buurtteam Oost");
  expect(await changesOf("helpContacts")).toBe(2);
});

test("a public key for links is taken in once; a secret one is refused and shown nowhere", async () => {
  const path = "/creditor/settings/link-keys";
  const page = await owner.get(path);
  expect([page.text.includes(portal.creditorId), page.text.includes(portal.app.baseUrl)]).toEqual([true, true]);
  const [, keyId = ""] = /name="keyId" value="([^"]+)"/.exec(page.text) ?? [];
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const secret = privateKey.export({ format: "jwk" });
  const refused = await owner.post(path, { keyId, kid: "brieven", jwk: JSON.stringify(secret) });
  expect([refused.status, refused.text.includes('value="brieven"'), refused.text.includes(secret.d ?? "")]).toEqual([422, true, false]); // prettier-ignore
  const broken = await owner.post(path, { keyId, kid: "brieven", jwk: "geen sleutel" });
  expect([broken.status, broken.text.includes(">geen sleutel</textarea>")]).toEqual([422, true]);
  const typed = { keyId, kid: "brieven", jwk: JSON.stringify(publicKey.export({ format: "jwk" }), null, 2) };
  for (let times = 0; times < 2; times += 1) {
    expect((await owner.post(path, typed)).headers.location).toBe("/creditor/settings/keys?done=registered");
  }
  const taken = await owner.post(path, { ...typed, keyId: newId("lky", new Date()) });
  expect([taken.status, taken.text.includes('href="#kid"')]).toEqual([422, true]);
  const list = (await reader.get("/creditor/settings/keys")).text;
  expect([list.includes(`href="${path}/${keyId}"`), list.includes(`href="${path}"`)]).toEqual([true, false]);
  expect(await prisma().auditEntry.count({ where: { action: "link_key.registered", subject: keyId } })).toBe(1);
  expect((await owner.post(`${path}/${keyId}`, {})).headers.location).toBe("/creditor/settings/keys?done=revoked");
});

/** How often the audit log says that this was changed. */
async function changesOf(setting: string): Promise<number> {
  const entries = await prisma().auditEntry.findMany({ where: { creditorId: portal.creditorId, action: "creditor.updated" } }); // prettier-ignore
  return entries.filter(({ data }) => JSON.stringify(data).includes(`"${setting}"`)).length;
}

test("a creditor that says je says it on every page of its debtors in Dutch, and on none before it is known whose they are", async () => {
  const path = "/creditor/settings/profile";
  const fields = fieldsOf((await owner.get(path)).text);
  const claim = await portal.newClaim();
  const debtor = await portal.enter(claim);
  const formal = (await debtor.get("/claim")).text;
  expect([formal.includes("<title>Uw rekening"), formal.includes("U heeft een openstaande rekening")]).toEqual([true, true]); // prettier-ignore

  expect((await owner.post(path, { ...fields, formOfAddress: "informal" })).status).toBe(303);
  expect(/<input [^>]*value="informal"[^>]*>/.exec((await owner.get(path)).text)?.[0]).toContain("checked");
  for (const page of [
    "/claim",
    "/claim/pay",
    "/claim/arrangement",
    "/claim/dispute",
    "/claim/letters",
    "/claim/details",
    "/help",
  ]) {
    const { status, text } = await debtor.get(page);
    expect([page, status, text.includes('<html lang="nl"')]).toEqual([page, 200, true]);
    expect([page, formalWords(text)]).toEqual([page, []]);
  }
  const informal = (await debtor.get("/claim")).text;
  expect([informal.includes("<title>Je rekening"), informal.includes("Je hebt een openstaande rekening")]).toEqual([true, true]); // prettier-ignore
  expect((await debtor.get("/claim?lang=en")).text).toContain("You have an unpaid bill");
  expect((await send(claim.link.url)).text).toMatch(/\b(u|uw)\b/i);

  expect((await owner.post(path, { ...fields, formOfAddress: "formal" })).status).toBe(303);
  expect((await debtor.get("/claim?lang=nl")).text).toContain("U heeft een openstaande rekening");
});

/** Where a page says u, with the words around it. */
function formalWords(html: string): string[] {
  const text = html.replace(/<(style|script)[^]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");
  return [...text.matchAll(/.{0,30}(?<![\p{L}'’])(u|uw|uzelf)(?![\p{L}'’]).{0,30}/giu)].map(([found]) => found.trim());
}

test("figures are a row a month, and another creditor has its own", async () => {
  // A month that no worker counts any more, so that nothing of this run is added to it.
  const day = new Date(`${addMonths(dayInAmsterdam(new Date()), -2).slice(0, 7)}-15`);
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
