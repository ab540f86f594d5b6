import { afterAll, beforeAll, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { proposeArrangement } from "#app/server/arrangements/propose-arrangement.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { startClock } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { askForCode, browserWith, codeFor, inboxCookieOf, openInboxBrowser, typeCode } from "../support/inbox-browser.ts"; // prettier-ignore
import { SMALL_WISH } from "../support/arrangements.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import { createTestServices, type TestServices } from "../support/services.ts";

const OWNER = "eigenaar@boomhut.example";
const COLLEAGUE = "collega@boomhut.example";
const READER = "kijker@boomhut.example";
const BOTH = "boekhouder@kantoor.example";
const STRANGER = "iemand@elders.example";

let portal: Portal;
let spare: TestServices;
let services: Services;

beforeAll(async () => {
  portal = await openPortal();
  const { app, creditorId } = portal;
  spare = await createTestServices();
  services = { ...spare, clock: startClock(null), database: app.database.db };
  const other = (await app.admin("creditor:create", "--name", "Ander Bedrijf", "--iban", "NL02ABNA0123456789")) as { id: string }; // prettier-ignore
  const users = [
    [creditorId, OWNER, "owner"],
    [creditorId, COLLEAGUE, "handler"],
    [creditorId, READER, "reader"],
    [creditorId, BOTH, "handler"],
    [other.id, BOTH, "owner"],
    [other.id, STRANGER, "owner"],
  ] as const;
  for (const [creditor, email, role] of users) {
    await app.admin("user:create", "--creditor", creditor, "--email", email, "--role", role);
  }
});

afterAll(async () => {
  await portal.close();
  await spare.close();
});

/** A proposal that waits for a person; answers its address. */
async function newProposal(): Promise<string> {
  const { id } = await portal.newClaim();
  const { creditorId, debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id } });
  const arrangementId = newId("arr", services.clock.now());
  const proposed = await proposeArrangement(services, {
    debtor: { creditorId, debtorId, sessionId: newId("ses", services.clock.now()) },
    arrangementId,
    claimIds: [id],
    wish: SMALL_WISH,
    total: asCents(120_00n),
    method: "ideal_link",
    reason: { code: null, text: "Vanaf januari werk ik weer." },
    decide: "person",
    language: "nl",
  });
  if (!proposed.ok) throw new Error(proposed.error.kind);
  return `/creditor/arrangements/${arrangementId}`;
}

const statusOf = async (path: string) => {
  const id = path.split("/").at(-1) ?? "";
  return (await services.database.prisma.arrangement.findUniqueOrThrow({ where: { id } })).status;
};

test("a known and an unknown address get the same answers, and only the known one a mail", async () => {
  const unknown = "niemand@nergens.example";
  const paths = [await askForCode(portal.app, OWNER), await askForCode(portal.app, unknown)];
  const pages = await Promise.all(paths.map((path) => browserWith(portal.app, "").get(path)));
  const [known, other] = pages.map(({ status, text }, index) => ({ status, text: text.replaceAll(paths[index] ?? "", "") })); // prettier-ignore
  expect(other).toEqual(known);
  const wrong = await Promise.all(paths.map((path) => typeCode(portal.app, path, "00000000")));
  expect(wrong.map(({ status }) => status)).toEqual([422, 422]);
  expect(wrong[1]?.text.replaceAll(paths[1] ?? "", "")).toBe(wrong[0]?.text.replaceAll(paths[0] ?? "", ""));
  expect(await services.database.prisma.outgoingMail.count({ where: { recipient: unknown } })).toBe(0);
  expect(await services.database.prisma.outgoingMail.count({ where: { recipient: OWNER, kind: "sign_in_code" } })).toBe(1); // prettier-ignore
});

test("a code works once, for the attempt it was sent for", async () => {
  const [first, second] = [await askForCode(portal.app, COLLEAGUE), await askForCode(portal.app, COLLEAGUE)];
  const code = await codeFor(portal.app, COLLEAGUE);
  if (code !== "00000000") expect(inboxCookieOf(await typeCode(portal.app, first, "00000000"))).toBeNull();
  const signedIn = await typeCode(portal.app, second, ` ${code.slice(0, 4)} ${code.slice(4)} `);
  expect([signedIn.status, signedIn.headers.location]).toEqual([303, "/creditor"]);
  expect(signedIn.headers["set-cookie"]?.[0]).toMatch(/^__Host-voldaan-inbox=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Lax$/); // prettier-ignore
  const again = await typeCode(portal.app, second, code);
  expect([again.status, inboxCookieOf(again)]).toEqual([422, null]);
});

test("who works for several creditors chooses one, and sees only that one", async () => {
  const path = await newProposal();
  const attempt = await askForCode(portal.app, BOTH);
  const signedIn = await typeCode(portal.app, attempt, await codeFor(portal.app, BOTH));
  expect(signedIn.headers.location).toBe("/creditor/choose");
  const undecided = browserWith(portal.app, inboxCookieOf(signedIn) ?? "");
  expect((await undecided.get("/creditor")).headers.location).toBe("/creditor/choose");
  expect((await undecided.get(path)).headers.location).toBe("/creditor/choose");
  const page = (await undecided.get("/creditor/choose")).text;
  expect(page).toContain("Ander Bedrijf");

  const chosen = await undecided.post("/creditor/choose", { creditor: portal.creditorId });
  const chooser = browserWith(portal.app, inboxCookieOf(chosen) ?? "");
  expect((await chooser.get(path)).status).toBe(200);
  expect((await undecided.get("/creditor")).headers.location).toBe("/creditor/sign-in");

  const otherId = /name="creditor" value="(crd_\w+)"[^>]*>(?:<[^>]+>)*Ander/.exec(page)?.[1] ?? "";
  const elsewhere = await chooser.post("/creditor/choose", { creditor: otherId });
  expect((await browserWith(portal.app, inboxCookieOf(elsewhere) ?? "").get(path)).status).toBe(404);
  expect((await chooser.post("/creditor/choose", { creditor: portal.creditorId })).status).toBe(404);
});

test("another creditor's arrangement is not there, to the byte", async () => {
  const path = await newProposal();
  const stranger = await openInboxBrowser(portal.app, STRANGER);
  const never = `/creditor/arrangements/${newId("arr", services.clock.now())}`;
  for (const suffix of ["", "/counter"]) {
    const [theirs, none] = [await stranger.get(path + suffix), await stranger.get(never + suffix)];
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(theirs.text).toBe(none.text);
    const fields = { act: "decline", version: "1", declineReason: "Nee." };
    const [act, noAct] = [await stranger.post(path + suffix, fields), await stranger.post(never + suffix, fields)];
    expect([act.status, noAct.status]).toEqual([404, 404]);
    expect(act.text).toBe(noAct.text);
  }
  expect(await statusOf(path)).toBe("proposed");
  expect((await stranger.get("/creditor")).text).not.toContain("de Vries");
});

test("without a session there is only the page to sign in, which leads back", async () => {
  const path = await newProposal();
  const nobody = browserWith(portal.app, "");
  const to = `/creditor/sign-in?to=${encodeURIComponent(path)}`;
  expect((await nobody.get("/creditor")).headers.location).toBe("/creditor/sign-in");
  expect((await nobody.get(path)).headers.location).toBe(to);
  expect((await nobody.post(path, { act: "accept", version: "1" })).headers.location).toBe(to);
  expect(await statusOf(path)).toBe("proposed");
  const evil = await nobody.post("/creditor/sign-in?to=//evil.example", { email: OWNER });
  expect(evil.headers.location).toMatch(/^\/creditor\/sign-in\/sic_\w+$/);
});

test("signing out ends the session on the server, and a debtor's cookie opens nothing here", async () => {
  const browser = await openInboxBrowser(portal.app, READER);
  expect((await browser.get("/creditor")).status).toBe(200);
  const out = await browser.post("/creditor/sign-out", {});
  expect([out.status, out.headers.location]).toEqual([303, "/creditor/sign-in"]);
  expect((await browser.get("/creditor")).headers.location).toBe("/creditor/sign-in");
  const debtor = await portal.enter(await portal.newClaim());
  expect((await debtor.get("/creditor")).headers.location).toBe("/creditor/sign-in");
});

test("a reader sees everything and decides nothing", async () => {
  const path = await newProposal();
  const reader = await openInboxBrowser(portal.app, READER);
  const page = await reader.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Vanaf januari werk ik weer.");
  expect(page.text).not.toContain(`<form method="post" novalidate`);
  for (const fields of [{ act: "accept" }, { act: "decline", declineReason: "Nee." }]) {
    expect((await reader.post(path, { ...fields, version: "1" })).status).toBe(403);
  }
  expect((await reader.get(`${path}/counter`)).status).toBe(403);
  expect(await statusOf(path)).toBe("proposed");
});

test("of two colleagues at once one decides, and the other reads who did", async () => {
  const path = await newProposal();
  const [owner, colleague] = [await openInboxBrowser(portal.app, OWNER), await openInboxBrowser(portal.app, COLLEAGUE)];
  const answers = await Promise.all([
    owner.post(path, { act: "accept", version: "1" }),
    colleague.post(path, { act: "decline", version: "1", declineReason: "Wij spraken al iets af." }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const late = answers.find(({ status }) => status === 409);
  const ownerWon = answers[0].status === 303;
  expect(late?.text).toContain("Hierover is al beslist. Uw antwoord is niet verstuurd.");
  expect(late?.text).toContain(ownerWon ? `Aangenomen door ${OWNER}` : `Afgewezen door ${COLLEAGUE}`);
  expect(await statusOf(path)).toBe(ownerWon ? "accepted" : "declined");
});

test("a counter-offer is looked at as a whole table before it is sent, and only that is sent", async () => {
  const path = await newProposal();
  const owner = await openInboxBrowser(portal.app, OWNER);
  const firstOn = String(startClock(null).today()).replace(/^\d{4}/, "2099");
  const own = { choice: "own", count: "4", firstOn, frequency: "weekly", reason: "Vier keer kan.", validUntil: firstOn, version: "1" }; // prettier-ignore
  const empty = await owner.post(`${path}/counter`, { ...own, act: "preview", count: "", firstOn: "2020-01-01", reason: " " }); // prettier-ignore
  expect(empty.status).toBe(422);
  expect(empty.text.match(/href="#(count|firstOn|reason)"/g)).toEqual(['href="#count"', 'href="#firstOn"', 'href="#reason"']); // prettier-ignore
  const preview = await owner.post(`${path}/counter`, { ...own, act: "preview" });
  expect([preview.status, preview.text.match(/30,00/g)?.length]).toEqual([200, 4]);
  const shown = /name="shown" value="([^"]+)"/.exec(preview.text)?.[1] ?? "";
  expect((await owner.post(`${path}/counter`, { ...own, act: "send", shown, count: "3" })).status).toBe(409);
  expect(await statusOf(path)).toBe("proposed");
  const sent = await owner.post(`${path}/counter`, { ...own, act: "send", shown });
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}?done=countered`]);
  expect((await owner.post(`${path}/counter`, { ...own, act: "send", shown })).status).toBe(409);
  const back = await owner.post(path, { act: "cancel", version: "2", cancelReason: "Wij zagen een fout." });
  expect([back.status, await statusOf(path)]).toEqual([303, "cancelled"]);
});

test("each day and amount of a counter-offer can be typed by itself, added, taken away and added up", async () => {
  const path = await newProposal();
  const colleague = await openInboxBrowser(portal.app, COLLEAGUE);
  const year = Number(String(startClock(null).today()).slice(0, 4)) + 1;
  const validUntil = `${year}-02-01`;
  const own = { choice: "own", count: "2", firstOn: `${year}-01-25`, frequency: "monthly", reason: "Zo kan het.", validUntil, version: "1" }; // prettier-ignore
  const rows = await colleague.post(`${path}/counter`, { ...own, act: "rows" });
  expect(rows.status).toBe(200);
  expect(rowsIn(rows.text)).toEqual([`${year}-01-25 60,00`, `${year}-02-25 60,00`]);
  expect(rows.text).toContain("Dat klopt.");

  const typed = { ...own, choice: "rows", "dueOn-1": `${year}-01-25`, "amount-1": "50", "dueOn-2": `${year}-02-25`, "amount-2": "60,00" }; // prettier-ignore
  const added = await colleague.post(`${path}/counter`, { ...typed, act: "add" });
  expect(rowsIn(added.text)).toEqual([`${year}-01-25 50`, `${year}-02-25 60,00`, `${year}-03-25 `]);
  expect(added.text).toMatch(/Er mist nog €\s10,00\./);
  const removed = await colleague.post(`${path}/counter`, { ...typed, act: "remove-1" });
  expect(rowsIn(removed.text)).toEqual([`${year}-02-25 60,00`]);
  const wrong = await colleague.post(`${path}/counter`, { ...typed, act: "preview" });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/href="#amount-2"[^>]*>De termijnen zijn samen €\s10,00 te weinig\./);

  const right = { ...typed, "amount-1": "60" };
  const preview = await colleague.post(`${path}/counter`, { ...right, act: "preview" });
  const shown = /name="shown" value="([^"]+)"/.exec(preview.text)?.[1] ?? "";
  expect([preview.status, preview.text.includes('name="amount-2" value="60,00"')]).toEqual([200, true]);
  const sent = await colleague.post(`${path}/counter`, { ...right, act: "send", shown });
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}?done=countered`]);
  expect(await statusOf(path)).toBe("countered");
});

test("who only reads adds no claim and takes no file in; another creditor's import is not there", async () => {
  const { id: claimId } = await portal.newClaim();
  const importId = newId("imp", services.clock.now());
  const none = { format: "csv", storageKey: importId, sha256: new Uint8Array(32), status: "done" as const };
  await services.database.prisma.import.create({ data: { id: importId, creditorId: portal.creditorId, dryRun: true, ...none } }); // prettier-ignore
  const reader = await openInboxBrowser(portal.app, READER);
  for (const path of ["/creditor/claims/new", `/creditor/claims/${claimId}/invoice-file`]) {
    expect([(await reader.get(path)).status, (await reader.post(path, { act: "do" })).status]).toEqual([403, 403]);
  }
  const imports = await reader.get("/creditor/import");
  expect([imports.status, imports.text.includes(importId), imports.text.includes('type="file"')]).toEqual([200, true, false]); // prettier-ignore
  const seen = await reader.get(`/creditor/import/${importId}`);
  expect([seen.status, seen.headers["refresh"], (await reader.post(`/creditor/import/${importId}`, { act: "take" })).status]).toEqual([200, undefined, 403]); // prettier-ignore
  const template = await reader.get("/creditor/import/template.csv");
  expect([template.headers["content-type"], template.text.includes("kenmerk;soort")]).toEqual(["text/csv; charset=utf-8", true]); // prettier-ignore
  const errors = await reader.get(`/creditor/import/${importId}/errors.csv`);
  expect([errors.status, errors.text.trim()]).toEqual([200, "row;line;file;reference;field;code;message"]);
  const warnings = await reader.get(`/creditor/import/${importId}/warnings.csv`);
  expect([warnings.status, warnings.text]).toEqual([200, errors.text]);
  const links = `/creditor/import/${importId}/links.csv`;
  expect([(await reader.get(links)).status, (await reader.post(links, {})).status]).toEqual([403, 403]);

  const stranger = await openInboxBrowser(portal.app, STRANGER);
  const never = `/creditor/import/${newId("imp", services.clock.now())}`;
  for (const suffix of ["", "/errors.csv", "/warnings.csv", "/others.csv"]) {
    const [theirs, absent] = [await stranger.get(`/creditor/import/${importId}${suffix}`), await stranger.get(`${never}${suffix}`)]; // prettier-ignore
    expect([theirs.status, absent.status, theirs.text.replaceAll(importId, "")]).toEqual([404, 404, absent.text.replaceAll(never.slice(17), "")]); // prettier-ignore
  }
  expect((await stranger.post(`/creditor/import/${importId}`, { act: "mail" })).status).toBe(404);
  expect((await stranger.post(links, { formId: newId("frm", services.clock.now()) })).status).toBe(404);
  expect((await stranger.get("/creditor/import")).text).not.toContain(importId);
});

/** The rows that a page lets one change, by their day and amount. */
function rowsIn(page: string): string[] {
  const valueOf = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page)?.[0].match(/value="([^"]*)"/)?.[1]; // prettier-ignore
  const numbers = [...page.matchAll(/name="dueOn-(\d+)"/g)].map(([, number]) => number);
  return numbers.map((number) => `${valueOf(`dueOn-${number}`)} ${valueOf(`amount-${number}`)}`);
}

test("owners and handlers are told once of a proposal, with a link that opens nothing", async () => {
  const path = await newProposal();
  const arrangementId = path.split("/").at(-1) ?? "";
  const { claimId } = await services.database.prisma.arrangementClaim.findFirstOrThrow({ where: { arrangementId } });
  const mails = await services.database.prisma.outgoingMail.findMany({ where: { claimId, kind: "arrangement_proposed_creditor" } }); // prettier-ignore
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([BOTH, COLLEAGUE, OWNER]);
  expect(mails[0]?.text).toContain(`:\nhttps://voldaan.test${path}\n`);
  expect(mails[0]?.text).not.toContain("de Vries");
});

test("a letter with a link is a PDF to save, and none is made of a claim that is closed", async () => {
  const colleague = await openInboxBrowser(portal.app, COLLEAGUE);
  const { id } = await portal.newClaim();
  const page = await colleague.get(`/creditor/claims/${id}/link`);
  const [, mailingId = ""] = /name="mailingId" value="([^"]+)"/.exec(page.text) ?? [];
  const letter = await colleague.post(`/creditor/claims/${id}/letter`, { mailingId });
  expect([letter.status, letter.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(letter.headers["content-disposition"]).toMatch(/^attachment/);
  expect(letter.text.slice(0, 5)).toBe("%PDF-");
  await services.database.prisma.claim.update({ where: { id }, data: { status: "closed" } });
  const again = await colleague.get(`/creditor/claims/${id}/link`);
  const [, newest = ""] = /name="mailingId" value="([^"]+)"/.exec(again.text) ?? [];
  const refused = await colleague.post(`/creditor/claims/${id}/letter`, { mailingId: newest });
  expect([refused.status, refused.headers.location]).toEqual([303, `/creditor/claims/${id}/link?refused=claim_closed`]);
  expect((await colleague.get(`/creditor/claims/${id}/link?refused=claim_closed`)).text).toContain("Er is geen link gemaakt."); // prettier-ignore
});

test("every page of the inbox keeps out of caches and search engines", async () => {
  const owner = await openInboxBrowser(portal.app, OWNER);
  for (const path of ["/creditor", "/creditor/sign-in", await newProposal()]) {
    const { headers } = await owner.get(path);
    expect([headers["cache-control"], headers["x-robots-tag"]]).toEqual(["no-store", "noindex, nofollow"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  }
});
