import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type InboxBrowser, openInboxBrowser } from "../support/inbox-browser.ts";
import { openPortal, type Portal } from "../support/portal.ts";

let portal: Portal;
let handler: InboxBrowser;
let reader: InboxBrowser;
let stranger: InboxBrowser;

beforeAll(async () => {
  portal = await openPortal({ worker: false });
  const { app, creditorId } = portal;
  const other = (await app.admin("creditor:create", "--name", "Ander Bedrijf", "--iban", "NL02ABNA0123456789")) as { id: string }; // prettier-ignore
  const join = async (email: string, role: "reader" | "handler", creditor = creditorId) => {
    await prisma().user.create({ data: { id: newId("usr", new Date()), creditorId: creditor, email, role } });
    return openInboxBrowser(app, email);
  };
  handler = await join("balie@boomhut.example", "handler");
  reader = await join("kijker@boomhut.example", "reader");
  stranger = await join("iemand@elders.example", "handler", other.id);
});
afterAll(() => portal.close());

const prisma = () => portal.app.database.db.prisma;

const valueOf = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

/** Words as they are read: no marks, and no space that does not break. */
const wordsOf = (page: string) => page.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");

const openOf = async (id: string) => ((await portal.api("GET", `/claims/${id}/statement`)) as { open: string }).open;

test("a search goes to an address that names nobody, and finds only what is the creditor's", async () => {
  const { id, reference, email } = await portal.newClaim();
  const asked = await reader.post("/creditor/claims", { q: email, status: "open" });
  const address = asked.headers.location ?? "";
  expect([asked.status, address.startsWith("/creditor/claims?status=open&find=")]).toEqual([303, true]);
  expect(decodeURIComponent(address)).not.toContain("debtor");
  const found = await reader.get(address);
  const links = [...found.text.matchAll(/href="(\/creditor\/claims\/clm_\w+)"/g)].map(([, href]) => href);
  expect([found.status, links, found.text.includes(reference)]).toEqual([200, [`/creditor/claims/${id}`], true]);
  expect(valueOf(found.text, "q") || found.text).toContain(email);

  const elsewhere = await stranger.get(address);
  expect([elsewhere.status, elsewhere.text.includes(reference), elsewhere.text.includes(email)]).toEqual([200, false, false]); // prettier-ignore
  const settled = await reader.post("/creditor/claims", { q: email, status: "settled" });
  expect((await reader.get(settled.headers.location ?? "")).text).not.toContain(reference);
  expect((await reader.get("/creditor/claims?find=onzin&status=zomaar&after=clm_x")).status).toBe(200);
});

test("the page of a claim says what is open, and offers acts only to who may do them", async () => {
  const { id, reference } = await portal.newClaim();
  const path = `/creditor/claims/${id}`;
  const [page, seen] = [await handler.get(path), await reader.get(path)];
  for (const { status, text } of [page, seen]) {
    expect([status, text.includes(reference), wordsOf(text).includes("€ 120,00")]).toEqual([200, true, true]);
  }
  const acts = ["payment", "credit", "pause", "close", "link"].map((act) => `href="${path}/${act}"`);
  expect(acts.map((href) => [page.text.includes(href), seen.text.includes(href)])).toEqual(acts.map(() => [true, false])); // prettier-ignore
});

test("money that came outside the portal is booked once, after a page that says where it goes", async () => {
  const { id } = await portal.newClaim();
  const path = `/creditor/claims/${id}/payment`;
  const formId = valueOf((await handler.get(path)).text, "formId");
  const typed = { formId, amount: "20,00", receivedOn: "2026-06-10", method: "cash", reference: "kas 7" };

  const wrong = await handler.post(path, { ...typed, act: "check", amount: "twintig", receivedOn: "2099-01-01" });
  expect([wrong.status, wrong.text.match(/href="#(amount|receivedOn)"/g)]).toEqual([422, ['href="#amount"', 'href="#receivedOn"']]); // prettier-ignore
  expect(wrong.text).toContain('value="kas 7"');
  const check = await handler.post(path, { ...typed, act: "check" });
  const shown = valueOf(check.text, "shown");
  expect([check.status, wordsOf(check.text).includes("€ 100,00"), await openOf(id)]).toEqual([200, true, "120.00"]);
  expect((await handler.post(path, { ...typed, act: "do", shown: "0 0 0" })).status).toBe(409);

  const done = await Promise.all([0, 1].map(() => handler.post(path, { ...typed, act: "do", shown })));
  expect(done.map(({ status }) => status).toSorted()[0]).toBe(303);
  expect((await handler.post(path, { ...typed, act: "do", shown })).headers.location).toBe(`/creditor/claims/${id}?done=payment`); // prettier-ignore
  expect(await openOf(id)).toBe("100.00");
  expect(await prisma().payment.count({ where: { parts: { some: { claimId: id } } } })).toBe(1);

  const list = await reader.get("/creditor/payments");
  expect([list.status, list.text.includes(`/creditor/claims/${id}`), wordsOf(list.text).includes("€ 20,00")]).toEqual([200, true, true]); // prettier-ignore
  expect((await stranger.get("/creditor/payments")).text).not.toContain(id);
});

test("a claim is made lower, rests and is closed, each with a reason and only when that was seen", async () => {
  const { id } = await portal.newClaim();
  const acts = [
    ["credit", { formId: newId("frm", new Date()), amount: "10,00", invoice: "", reason: "Te veel uren gerekend." }],
    ["pause", { until: "", reason: "Wij zoeken het uit." }],
    ["close", { reason: "Oninbaar." }],
  ] as const;
  for (const [act, typed] of acts) {
    const path = `/creditor/claims/${id}/${act}`;
    const empty = await handler.post(path, { ...typed, reason: " ", act: "check" });
    expect([act, empty.status, empty.text.includes('href="#reason"')]).toEqual([act, 422, true]);
    const check = await handler.post(path, { ...typed, act: "check" });
    expect([act, check.status]).toEqual([act, 200]);
    const done = await handler.post(path, { ...typed, act: "do", shown: valueOf(check.text, "shown") });
    expect([act, done.status, done.headers.location]).toEqual([act, 303, `/creditor/claims/${id}?done=${act}`]);
    expect((await reader.post(path, { ...typed, act: "check" })).status).toBe(403);
  }
  const claim = await prisma().claim.findUniqueOrThrow({ where: { id } });
  expect([claim.status, (await handler.get(`/creditor/claims/${id}?done=close`)).status]).toEqual(["closed", 200]);
});

test("what waits in quarantine shows both versions, and is seen to once", async () => {
  const { creditorId } = portal;
  const id = newId("qrt", new Date());
  await prisma().quarantinedPayment.create({ data: { id, creditorId, provider: "mollie", providerId: "tr_twijfel", reason: "amount", expected: { amount: "120.00" }, received: { amount: "12.00", status: "paid" } } }); // prettier-ignore
  const path = `/creditor/quarantine/${id}`;
  expect((await reader.get("/creditor/payments")).text).toContain('href="/creditor/quarantine"');
  expect((await reader.get("/creditor/quarantine")).text).toContain(`href="${path}"`);
  const page = await reader.get(path);
  expect(["€\u00a0120,00", "€\u00a012,00", "tr_twijfel"].map((part) => page.text.includes(part))).toEqual([
    true,
    true,
    true,
  ]);
  expect(page.text).not.toContain('name="resolution"');
  expect((await reader.post(path, { resolution: "Klopt." })).status).toBe(403);

  const empty = await handler.post(path, { resolution: " " });
  expect([empty.status, empty.text.includes('href="#resolution"')]).toEqual([422, true]);
  const resolution = "Bij Mollie nagekeken: 12 euro klopt.";
  expect((await handler.post(path, { resolution })).headers.location).toBe(`${path}?done=1`);
  expect((await handler.post(path, { resolution: "Nog eens." })).status).toBe(409);
  expect((await reader.get(path)).text).toContain(resolution);
  expect((await reader.get("/creditor/payments")).text).not.toContain(`href="${path}"`);
});

test("a question is answered once, and what is turned down says why", async () => {
  const { creditorId } = portal;
  const { id: claimId } = await portal.newClaim();
  const { debtorId } = await prisma().claim.findUniqueOrThrow({ where: { id: claimId } });
  const answerBefore = new Date("2026-12-20");
  const ask = async (kind: "details_change" | "erasure") => {
    const about = { creditorId, debtorId, claimId, answerBefore, createdAt: new Date() };
    const { id } = await prisma().question.create({ data: { ...about, id: newId("qst", new Date()), kind, ...(kind === "details_change" ? { details: { phone: "+31612345678" } } : {}) } }); // prettier-ignore
    return `/creditor/questions/${id}`;
  };
  const path = await ask("details_change");
  expect((await reader.get("/creditor")).text).toContain(`href="${path}"`);
  const page = await reader.get(path);
  expect([page.status, page.text.includes('name="act"')]).toEqual([200, false]);
  expect((await reader.post(path, { act: "handle" })).status).toBe(403);

  const why = await handler.post(path, { act: "decline", declineText: "" });
  expect([why.status, why.text.includes('href="#declineText"')]).toEqual([422, true]);
  expect((await handler.post(path, { act: "zomaar" })).status).toBe(404);
  const answers = await Promise.all([0, 1].map(() => handler.post(path, { act: "decline", declineText: "Bel ons eerst, dan weten wij dat u het bent." }))); // prettier-ignore
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect((await reader.get(path)).text).toContain("Bel ons eerst, dan weten wij dat u het bent.");
  const other = await ask("erasure");
  expect((await handler.post(other, { act: "handle", text: "" })).headers.location).toMatch(new RegExp(`^${other}\\?done=`)); // prettier-ignore
  const kept = await prisma().question.findMany({ where: { claimId }, orderBy: { id: "asc" }, select: { outcome: true } }); // prettier-ignore
  expect(kept.map(({ outcome }) => outcome).toSorted()).toEqual(["declined", "handled"]);
});
