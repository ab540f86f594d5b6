import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { openDebtorSession } from "#app/server/access/debtor-session.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { loadDebtorArrangement } from "#app/server/arrangements/debtor-arrangement.server.ts";
import { tellCreditor } from "#app/server/arrangements/tell-creditor.server.ts";
import { tellDebtor } from "#app/server/arrangements/tell-debtor.server.ts";
import { writeAgreement } from "#app/server/arrangements/write-agreement.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { loadOverview } from "#app/server/overview/load-overview.server.ts";
import { apiContext } from "../../support/api.ts";
import { openScenario, type Scenario, type TestDebt, wish } from "./scenario.ts";

let scene: Scenario;

beforeAll(async () => {
  scene = await openScenario();
});

afterAll(() => scene.close());

async function mailsOn(debt: TestDebt) {
  const { prisma } = scene.services.database;
  return prisma.outgoingMail.findMany({ where: { claimId: debt.claimId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }); // prettier-ignore
}

function lettersOn(debt: TestDebt) {
  return scene.services.database.prisma.message.findMany({ where: { claimId: debt.claimId } });
}

async function sessionOf({ claimId, debtor }: TestDebt): Promise<string> {
  const { creditorId } = debtor;
  const link = await issueLink(scene.services, { creditorId, claimId, channel: "none", actor: "test" });
  if (!link.ok) throw new Error(link.error.kind);
  const opened = { id: link.value.id, creditorId, claimId, debtorId: debtor.debtorId, helperId: null };
  return openDebtorSession(scene.services.database.prisma, { link: opened, now: scene.services.clock.now() });
}

/** What a page of the debtor gets besides the request. */
async function contextOf(debt: TestDebt) {
  return { ...apiContext(scene.services), sessionToken: await sessionOf(debt) };
}

test("an accepted plan is mailed with a link and a code, and stands among the letters of every claim without them", async () => {
  const [first, second] = [await scene.newDebt({ debtor: "K-two" }), await scene.newDebt({ debtor: "K-two" })];
  await scene.start([first, second], { wish: wish({ perInstalment: asCents(10_000n) }) });
  const mails = [...(await mailsOn(first)), ...(await mailsOn(second))];
  expect(mails.map(({ kind, recipient, subject }) => ({ kind, recipient, subject }))).toEqual([
    { kind: "arrangement_accepted", recipient: "j@example.org", subject: "Uw regeling gaat in" },
  ]);
  expect(mails[0]?.text).toMatch(/https:\/\/voldaan\.test\/l\/[\w.-]{40,}/);
  expect(mails[0]?.text).toMatch(/Uw code:\n[0-9A-Z-]+/);
  for (const debt of [first, second]) {
    const letters = await lettersOn(debt);
    expect(letters.map(({ channel, direction, subject }) => ({ channel, direction, subject }))).toEqual([
      { channel: "email", direction: "outbound", subject: "Uw regeling gaat in" },
    ]);
    expect(letters[0]?.body).toContain("1 december 2026: €\u00a0100,00");
    expect(letters[0]?.body).not.toMatch(/https?:|\/l\//);
  }
});

test("the same news with the same key is told once, also at the same time", async () => {
  const debt = await scene.newDebt();
  const arrangement = await scene.stored(await scene.start([debt]));
  const [instalment] = arrangement.instalments;
  if (!instalment) throw new Error("no instalments");
  const news = { kind: "remind" as const, instalment: { ...instalment, open: instalment.amount } };
  const tell = (key: string) =>
    inTransaction(scene.services.database, (tx) => tellDebtor(tx, scene.services, { arrangement, news, key }));
  await Promise.all([tell("1"), tell("1"), tell("1")]);
  await tell("1");
  await tell("2");
  const kinds = (await mailsOn(debt)).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["arrangement_accepted", "arrangement_remind", "arrangement_remind"]);
  expect(await lettersOn(debt)).toHaveLength(3);
  const links = await scene.services.database.prisma.link.count({ where: { claimId: debt.claimId } });
  expect(links).toBe(3);
});

test("nobody is reminded at night: the mail waits for the morning", async () => {
  const debt = await scene.newDebt();
  const arrangement = await scene.stored(await scene.start([debt]));
  scene.services.clock.moveTo("2026-11-28T21:00:00.000Z");
  const news = { kind: "last_letter" as const, behind: asCents(5_000n), before: day("2026-12-12") };
  await inTransaction(scene.services.database, (tx) => tellDebtor(tx, scene.services, { arrangement, news, key: "1" }));
  const [, mail] = await mailsOn(debt);
  expect(mail?.nextAt.toISOString()).toBe("2026-11-30T06:00:00.000Z");
  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});

test("what the creditor answers at night waits for the morning; what the rules answer comes at once", async () => {
  const debt = await scene.newDebt();
  const arrangement = await scene.stored(await scene.start([debt]));
  const night = "2026-11-28T21:00:00.000Z";
  scene.services.clock.moveTo(night);
  const told = [
    [{ kind: "accepted", by: "policy" }, night],
    [{ kind: "accepted", by: "creditor" }, "2026-11-30T06:00:00.000Z"],
    [{ kind: "declined", reason: "Nee." }, "2026-11-30T06:00:00.000Z"],
    [{ kind: "countered", message: "Zo kan het.", validUntil: day("2026-12-12") }, "2026-11-30T06:00:00.000Z"],
  ] as const;
  for (const [index, [news, goes]] of told.entries()) {
    const before = new Set((await mailsOn(debt)).map(({ id }) => id));
    const tidings = { arrangement, news, key: `night ${index}` };
    await inTransaction(scene.services.database, (tx) => tellDebtor(tx, scene.services, tidings));
    const [mail] = (await mailsOn(debt)).filter(({ id }) => !before.has(id));
    expect([index, mail?.nextAt.toISOString()]).toEqual([index, goes]);
  }
  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});

test("without a mail address it stands among the letters only", async () => {
  const debt = await scene.newDebt();
  const { debtorId } = debt.debtor;
  await scene.services.database.prisma.debtor.update({
    where: { id: debtorId },
    data: { email: null, language: "en" },
  });
  await scene.start([debt]);
  expect(await mailsOn(debt)).toEqual([]);
  const [letter] = await lettersOn(debt);
  expect(letter).toMatchObject({ channel: "portal", subject: "Your payment arrangement starts" });
});

test("a creditor's people are told once, by references and never by the debtor's name", async () => {
  const debt = await scene.newDebt();
  const { creditorId, services } = scene;
  await services.database.prisma.user.create({ data: { id: "usr_1", creditorId, email: "kantoor@example.org" } });
  const arrangement = await scene.stored(await scene.start([debt]));
  const told = { arrangement, kind: "answer_due" as const, key: "1" };
  await inTransaction(services.database, (tx) => tellCreditor(tx, services, told));
  await inTransaction(services.database, (tx) => tellCreditor(tx, services, told));
  const mails = (await mailsOn(debt)).filter(({ recipient }) => recipient === "kantoor@example.org");
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(arrangement.id);
  expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/Vries|j@example/);
});

test("the overview and the page show what is next, what was asked, and what may change", async () => {
  const debt = await scene.newDebt();
  const before = await loadOverview(await contextOf(debt), { claimId: null });
  expect(before?.arrangement).toBeNull();

  await scene.start([debt]);
  await scene.pay(debt, "20.00");
  const overview = await loadOverview(await contextOf(debt), { claimId: debt.claimId });
  expect(overview?.arrangement).toMatchObject({
    status: "accepted",
    openNow: 280_00n,
    asked: { perInstalment: 50_00n },
    plan: { paid: 20_00n, open: 280_00n, next: { seq: 1, dueOn: "2026-12-01", open: 30_00n } },
    changes: { skipFrom: null },
  });
  expect(overview?.arrangement?.changes.postpone[0]).toEqual({ seq: 1, dueOn: "2026-12-15" });
  expect(overview?.arrangement?.changes.skip[0]).toEqual({ seq: 1, dueOn: "2027-06-01" });
});

test("somebody else's arrangement is not there", async () => {
  const [own, other] = [await scene.newDebt(), await scene.newDebt()];
  await scene.start([other]);
  const overview = await loadOverview(await contextOf(own), { claimId: other.claimId });
  expect(overview?.arrangement).toBeNull();
  if (!overview) throw new Error("no overview");
  expect(await loadDebtorArrangement(scene.services, overview.loaded, other.claimId)).toBeNull();
  expect(await writeAgreement(scene.services, { debtor: own.debtor, claimId: other.claimId, voice: "nl" })).toBeNull();
});

test("an agreement is a PDF with its table, in the reader's language", async () => {
  const debt = await scene.newDebt();
  expect(await writeAgreement(scene.services, { debtor: debt.debtor, claimId: null, voice: "nl" })).toBeNull();
  const arrangementId = await scene.start([debt]);
  const agreement = await writeAgreement(scene.services, { debtor: debt.debtor, claimId: null, voice: "nl" });
  expect(agreement?.arrangementId).toBe(arrangementId);
  expect(
    Buffer.from(agreement?.pdf ?? [])
      .subarray(0, 8)
      .toString(),
  ).toBe("%PDF-1.7");
});
