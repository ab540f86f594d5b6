import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PauseReason } from "#app/domain/pause.ts";
import { sendLink } from "#app/server/access/send-link.server.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { extendOwnPause } from "#app/server/pauses/own-pause.server.ts";
import { reportSpecialCase } from "#app/server/special-cases/report-special-case.server.ts";
import type { TestDebt } from "../arrangements/scenario.ts";
import { openPausing, type PausingScenario } from "./pausing.ts";

let scene: PausingScenario;

beforeAll(async () => void (scene = await openPausing()));
beforeEach(() => scene.services.clock.moveTo("2026-11-23T10:00:00.000Z"));
afterAll(() => scene.close());

type About = "counsellor" | "bankrupt" | "deceased";

function report(
  { claimId, debtor }: TestDebt,
  about: About,
  reason: PauseReason,
  messageId = newId("msg", scene.services.clock.now()),
) {
  // prettier-ignore
  const written = { subject: "Ik heb hulp", body: "Naam: M. Jansen" };
  return reportSpecialCase(scene.services, { debtor, claimId, messageId, about, reason, ...written });
}

test.each<[About, PauseReason, string, string[]]>([
  ["counsellor", "debt_counselling", "2027-03-23", ["costs"]],
  ["counsellor", "administration", "open", ["costs"]],
  ["counsellor", "moratorium", "2027-05-23", ["costs"]],
  ["counsellor", "wsnp", "open", ["interest", "costs"]],
  ["bankrupt", "bankruptcy", "open", ["interest", "costs"]],
  ["deceased", "deceased", "open", ["costs"]],
])("%s, %s: rests until %s", async (about, reason, until, holds) => {
  const debt = await scene.newDebt();
  const messageId = newId("msg", scene.services.clock.now());
  expect(await report(debt, about, reason, messageId)).toEqual({ ok: true, value: null });
  expect(await report(debt, about, reason, messageId)).toEqual({ ok: true, value: null });
  expect(await scene.pausesOf(debt)).toEqual([`${reason} ${until}`]);
  expect((await scene.holdsOf(debt)).map((hold) => hold.split(" ")[0])).toEqual(holds);
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened", "debtor.help_requested", "claim.paused"]);
  const events = await scene.eventsOf(debt);
  expect(events[1]?.data).toMatchObject({ about });
  expect(JSON.stringify(events)).not.toContain("Jansen");
  const letters = await scene.lettersOf(debt);
  expect(letters.sort()).toEqual(["inbound Ik heb hulp", "outbound Uw pauze is begonnen"]);
});

test("after a death nothing goes to the mail address or the phone of who died any more, also what waits", async () => {
  const { prisma } = scene.services.database;
  const debt = await scene.newDebt({ email: "opa@example.org" });
  const { creditorId, debtorId } = debt.debtor;
  const phone = "+31611111111";
  await prisma.debtor.update({ where: { id: debtorId }, data: { phone, channel: "sms" } });
  scene.services.clock.moveTo("2026-11-22T22:00:00.000Z");
  const sent = await sendLink(scene.services, { creditorId, claimId: debt.claimId, channel: "sms", actor: "test" });
  expect(sent.ok).toBe(true);
  await report(debt, "deceased", "deceased");
  const owner = debt.debtor;
  expect(await isStoppedAddress(prisma, { owner, address: "Opa@example.org" })).toBe(true);
  expect(await isStoppedAddress(prisma, { owner, address: phone })).toBe(true);
  expect(await prisma.outgoingMail.count({ where: { recipient: "opa@example.org" } })).toBe(0);
  const texts = await prisma.outgoingSms.findMany({ where: { recipient: phone } });
  expect(texts.map(({ kind, status, failure, text }) => [kind, status, failure, text])).toEqual([["link", "failed", "address_stopped", ""]]); // prettier-ignore
});

test("who asked for rest and then says more is believed: one pause takes the place of the other", async () => {
  const debt = await scene.newDebt();
  await scene.ask(debt);
  scene.services.clock.moveTo("2026-12-01T10:00:00.000Z");
  await report(debt, "counsellor", "wsnp");
  expect(await scene.pausesOf(debt)).toEqual(["wsnp open", "help_sought 2027-03-23 ended"]);
  expect(await scene.holdsOf(debt)).toEqual([
    "costs 2026-11-24 2026-12-01",
    "interest 2026-12-02 open",
    "costs 2026-12-02 open",
  ]);
  expect(await scene.ask(debt)).toBe(0);
});

test("a pause with a better reason is the same rest: it began when the first one did, and was made longer as often", async () => {
  const debt = await scene.newDebt();
  await scene.ask(debt);
  scene.services.clock.moveTo("2026-12-01T10:00:00.000Z");
  expect(await extendOwnPause(scene.services, { debtor: debt.debtor, helpedBy: "De gemeente" })).toMatchObject({ ok: true }); // prettier-ignore
  scene.services.clock.moveTo("2026-12-05T10:00:00.000Z");
  await report(debt, "counsellor", "debt_counselling");
  const [running, ended] = await scene.services.database.prisma.pause.findMany({ where: { claimId: debt.claimId }, orderBy: { id: "desc" } }); // prettier-ignore
  const firstDay = new Date("2026-11-23T00:00:00.000Z");
  expect([running?.reason, running?.startedOn, running?.extended, running?.endedAt]).toEqual(["debt_counselling", firstDay, 1, null]); // prettier-ignore
  expect([ended?.reason, ended?.startedOn, ended?.extended]).toEqual(["help_sought", firstDay, 1]);
  // Made longer once is once, whatever the reason is now.
  expect(await extendOwnPause(scene.services, { debtor: debt.debtor, helpedBy: "De gemeente" })).toMatchObject({ ok: false }); // prettier-ignore
  expect(await scene.holdsOf(debt)).toEqual(["costs 2026-11-24 2026-12-05", "costs 2026-12-06 open"]);
});

test("a claim of another debtor is no claim, and an id that is none is refused", async () => {
  const [own, strange] = [await scene.newDebt(), await scene.newDebt()];
  const wrong = await report({ ...own, claimId: strange.claimId }, "bankrupt", "bankruptcy");
  expect(wrong).toEqual({ ok: false, error: { kind: "invalid_request" } });
  expect(await report(own, "bankrupt", "bankruptcy", "x")).toMatchObject({ ok: false });
  expect(await scene.pausesOf(own)).toEqual([]);
  expect(await scene.lettersOf(strange)).toEqual([]);
});
