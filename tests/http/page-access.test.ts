import { afterAll, beforeAll, expect, test } from "vitest";
import { grantHelper } from "#app/server/helper-links/grant-helper.server.ts";
import type { OpenServices } from "#app/server/open-services.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { addCreditor } from "../support/api.ts";
import { openDebtorBrowser } from "../support/debtor-browser.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { type HttpAnswer, send } from "../support/http.ts";
import { browserWith, openInboxBrowser } from "../support/inbox-browser.ts";
import { ADDRESSES_WITH_IDS, CREDITOR_PAGES, DEBTOR_PAGES, OPEN_ADDRESSES } from "../support/page-rows.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";
import { openServicesBeside } from "../support/services-beside.ts";
import { makeThings, neverMade, type ThingName, type Things } from "../support/things-of-creditor.ts";

type Browser = Pick<ReturnType<typeof browserWith>, "get" | "post">;
type Call = { readonly method: "GET" | "POST"; readonly fields: Readonly<Record<string, string>> };

const ROLES = ["reader", "handler", "owner"] as const;

/** What a request changes without doing anything: how often something was tried. */
const MAY_CHANGE = { rate_limit: ["points", "expire"] };

let portal: Portal;
let beside: OpenServices;
let things: Things;
let never: Things;
/** All that is stored before anybody asks anything. */
let before: Record<string, string>;
/** Who works for the creditor, by role. */
let own: Record<(typeof ROLES)[number], Browser>;
/** Everybody who has nothing to do with it: people of another creditor by role, debtors, who helps, and nobody. */
let others: Record<string, Browser>;
let debtor: Browser;
let helper: Browser;
/** Other debtors, who helps them, and people of creditors. */
let notTheDebtor: Record<string, Browser>;

beforeAll(async () => {
  // Nothing but the requests of this test may write.
  portal = await openPortal({ worker: false });
  const { app } = portal;
  beside = await openServicesBeside(app);
  const claim = await portal.newClaim();
  const neighbour = await portal.newClaim();
  things = await makeThings({ portal, services: beside.services }, claim);
  never = neverMade(things);
  const { creditorId: otherId } = await addCreditor(beside.services, "Ander Bedrijf");
  own = await peopleOf(portal.creditorId, "boomhut");
  const strangers = await peopleOf(otherId, "elders");
  debtor = await portal.enter(claim);
  helper = await helperOf(claim);
  const nobody = browserWith(app, "");
  const both = { neighbour: await portal.enter(neighbour), helperOfNeighbour: await helperOf(neighbour) };
  others = { ...strangers, nobody, debtor, helper };
  notTheDebtor = { nobody, ...both, owner: own.owner, stranger: strangers.owner };
  before = await fingerprint(app.database, MAY_CHANGE);
});
afterAll(async () => {
  await beside.close();
  await portal.close();
});

async function peopleOf(creditorId: string, house: string): Promise<Record<(typeof ROLES)[number], Browser>> {
  async function person(role: (typeof ROLES)[number]): Promise<Browser> {
    const email = `${role}@${house}.example`;
    const { prisma } = beside.services.database;
    await prisma.user.create({ data: { id: newId("usr", new Date()), creditorId, email, role } });
    return openInboxBrowser(portal.app, email);
  }
  return { reader: await person("reader"), handler: await person("handler"), owner: await person("owner") };
}

async function helperOf(claim: PortalClaim): Promise<Browser> {
  await portal.enter(claim);
  const { services } = beside;
  const session = await services.database.prisma.debtorSession.findFirstOrThrow({ where: { claimId: claim.id } });
  const { creditorId, debtorId, id: sessionId } = session;
  const helperId = newId("hlp", services.clock.now());
  const order = { debtor: { creditorId, debtorId, sessionId }, claimId: claim.id, helperId, name: "Fatima", rights: "propose", days: 14 } as const; // prettier-ignore
  const granted = await grantHelper(services, order);
  if (!granted.ok) throw new Error(granted.error.kind);
  return openDebtorBrowser(granted.value.url);
}

/** The address with the ids of these things in it. */
function fill(pattern: string, from: Things): string {
  const name = (part: string) => (pattern.includes("/receipts/") ? "paidPaymentId" : part) as ThingName;
  const fixed: Readonly<Record<string, string>> = { page: "1", table: "errors.csv" };
  return pattern.replace(/:(\w+)/g, (_all, part: string) => fixed[part] ?? from[name(part)]);
}

const ask = (browser: Browser, { method, fields }: Call, path: string): Promise<HttpAnswer> =>
  method === "GET" ? browser.get(path) : browser.post(path, fields);

/**
 * All that tells one answer from another: without the ids that were asked for, what is new each time, and a session's
 * cookie, which goes on with the clock.
 */
function told({ status, headers, text }: HttpAnswer, ids: Things) {
  const blank = (words: string) =>
    Object.values(ids).reduce((left, id) => left.replaceAll(id, "ID"), words.replaceAll(/nonce[-="]+[\w+/-]+=*/g, ""));
  const told = Object.entries(headers).filter(([name]) => !["date", "x-request-id", "set-cookie"].includes(name));
  return {
    status,
    text: blank(text),
    headers: told.map(([name, value]) => [name, name === "content-length" ? "" : blank(String(value))]),
  };
}

async function expectSame(who: string, browser: Browser, call: Call, pattern: string): Promise<number> {
  const [found, none] = [await ask(browser, call, fill(pattern, things)), await ask(browser, call, fill(pattern, never))]; // prettier-ignore
  expect(told(found, things), `${call.method} ${pattern} as ${who}`).toEqual(told(none, never));
  return found.status;
}

test("every address with an id has a row here, or a reason to need none", () => {
  const known = [CREDITOR_PAGES, DEBTOR_PAGES, OPEN_ADDRESSES].flatMap((rows) => Object.keys(rows));
  expect(known.toSorted()).toEqual([...ADDRESSES_WITH_IDS].sort());
});

test.each(Object.entries(CREDITOR_PAGES))(
  "%s: to who has nothing to do with it, it never was",
  async (pattern, row) => {
    // prettier-ignore
    const calls: Call[] = [{ method: "GET", fields: {} }, { method: "POST", fields: row.acts?.fields ?? {} }]; // prettier-ignore
    for (const call of calls) {
      for (const [who, browser] of Object.entries(others)) {
        // Who may look at nothing of another's as its owner may not as less.
        if (call.method === "GET" && (who === "reader" || who === "handler")) continue;
        const status = await expectSame(who, browser, call, pattern);
        const noAction = call.method === "POST" && !row.acts;
        const least = call.method === "GET" ? row.looks : (row.acts?.least ?? "reader");
        const may = isRole(who) && ROLES.indexOf(who) >= ROLES.indexOf(least);
        const expected = noAction ? 405 : !isRole(who) ? 303 : may ? 404 : 403;
        expect([call.method, who, status]).toEqual([call.method, who, expected]);
      }
    }
  },
);

test("and none of that changed anything", async () => {
  expect(await fingerprint(portal.app.database, MAY_CHANGE)).toEqual(before);
});

test.each(Object.entries(CREDITOR_PAGES))(
  "%s: its own people may what their role says",
  async (pattern, { looks, shows = 200, acts }) => {
    // prettier-ignore
    const path = fill(pattern, things);
    for (const role of ROLES) {
      const may = (least: (typeof ROLES)[number]) => ROLES.indexOf(role) >= ROLES.indexOf(least);
      expect([role, (await own[role].get(path)).status]).toEqual([role, may(looks) ? shows : 403]);
      if (!acts) continue;
      const acted = await own[role].post(path, acts.fields);
      expect([role, "POST", acted.status]).toEqual([role, "POST", may(acts.least) ? acts.answers : 403]);
    }
  },
);

test.each(Object.entries(DEBTOR_PAGES))(
  "%s: the debtor's and who helps them, and nobody else's",
  async (pattern, { acts }) => {
    // prettier-ignore
    const path = fill(pattern, things);
    for (const browser of [debtor, helper]) {
      expect((await browser.get(path)).status).toBe(200);
      expect((await browser.post(path, {})).status).toBe(acts ?? 405);
    }
    for (const [who, browser] of Object.entries(notTheDebtor)) {
      const status = await expectSame(who, browser, { method: "GET", fields: {} }, pattern);
      const hasSession = who === "neighbour" || who === "helperOfNeighbour";
      expect([who, status]).toEqual([who, hasSession ? 404 : 401]);
      await expectSame(who, browser, { method: "POST", fields: {} }, pattern);
    }
  },
);

test("a return from the bank tells of whom it is to nobody but the debtor", async () => {
  const { returnId } = await beside.services.database.prisma.payment.findUniqueOrThrow({ where: { id: things.paymentId } }); // prettier-ignore
  for (const [who, browser] of Object.entries(notTheDebtor)) {
    const seen = await browser.get(`/return/${returnId}`);
    expect([who, seen.status, /Boomhut|P-\d|pay_|clm_/.exec(seen.text)]).toEqual([who, 200, null]);
  }
});

test("a cookie of whatever session is no key of the API", async () => {
  const path = `${portal.app.baseUrl}/api/v1/claims/${things.claimId}`;
  const anonymous = await send(path);
  const { cookie } = await portal.enter(await portal.newClaim());
  const withCookie = await send(path, { headers: { cookie } });
  expect([anonymous.status, withCookie.status]).toEqual([401, 401]);
  expect(withCookie.text).toBe(anonymous.text);
});

function isRole(who: string): who is (typeof ROLES)[number] {
  return ROLES.some((role) => role === who);
}
