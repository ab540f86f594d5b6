import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { issueLink, type LinkChannel } from "#app/server/access/issue-link.server.ts";
import type { OpenableLink } from "#app/server/access/link-record.server.ts";
import { findLink } from "#app/server/access/open-link.server.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { requestChange } from "#app/server/details/request-change.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { reportWrongPerson } from "#app/server/wrong-person/report-wrong-person.server.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import type { TestDebt } from "../arrangements/scenario.ts";
import { openPausing, type PausingScenario } from "../pauses/pausing.ts";

let scene: PausingScenario;

beforeAll(async () => void (scene = await openPausing()));
beforeEach(() => scene.services.clock.moveTo("2026-11-23T10:00:00.000Z"));
afterAll(() => scene.close());

async function linkOf({ claimId, debtor }: TestDebt, channel: LinkChannel): Promise<OpenableLink> {
  const { creditorId } = debtor;
  const issued = await issueLink(scene.services, { creditorId, claimId, channel, actor: "test" });
  if (!issued.ok) throw new Error(issued.error.kind);
  const found = await findLink(scene.services, { code: issued.value.code });
  if (found.kind !== "valid") throw new Error(found.kind);
  return found.link;
}

const isStopped = ({ debtor }: TestDebt, address: string) =>
  isStoppedAddress(scene.services.database.prisma, { owner: debtor, address });

test.each<[LinkChannel, boolean]>([
  ["email", true],
  ["letter", false],
])("by %s: the link ends, the claim rests, and the creditor is told, once", async (channel, stopped) => {
  const debt = await scene.newDebt({ email: `${channel}@example.org` });
  const second = await scene.newDebt({ email: `${channel}@example.org` });
  const link = await linkOf(debt, channel);
  await Promise.all([
    reportWrongPerson(scene.services, { link, answer: "moved" }),
    reportWrongPerson(scene.services, { link, answer: "unknown" }),
  ]);
  const { database } = scene.services;
  const rows = await database.prisma.link.findMany({ where: { claimId: debt.claimId, revokedAt: null } });
  expect(rows).toEqual([]);
  expect(await scene.pausesOf(debt)).toEqual(["wrong_person open"]);
  expect(await scene.pausesOf(second)).toEqual([]);
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened", "debtor.wrong_person", "claim.paused"]);
  expect((await scene.eventsOf(debt))[1]?.data).toMatchObject({ channel });
  expect(await scene.lettersOf(debt)).toEqual(["inbound Iemand liet weten: dit is niet voor mij"]);
  expect(await isStopped(debt, `${channel}@example.org`)).toBe(stopped);
  expect(await database.prisma.outgoingMail.count({ where: { recipient: `${channel}@example.org` } })).toBe(0);
});

test("an old mail says something about the address that it went to, not about the one of today", async () => {
  const { prisma } = scene.services.database;
  const [old, now] = ["oud-adres@example.org", "nu@example.org"];
  const debt = await scene.newDebt({ email: old, debtor: "W-old" });
  const second = await scene.newDebt({ email: old, debtor: "W-old" });
  const stranger = await scene.newDebt({ email: old });
  const [link, ofSecond, onPaper, ofStranger] = [await linkOf(debt, "email"), await linkOf(second, "email"), await linkOf(debt, "letter"), await linkOf(stranger, "email")]; // prettier-ignore
  const { creditorId, debtorId } = debt.debtor;
  const mailTo = (id: string, recipient: string) => ({ id, creditorId, claimId: second.claimId, kind: "test", recipient, subject: "Herinnering", text: "Wilt u betalen?", html: "<p>", nextAt: new Date() }); // prettier-ignore
  await prisma.outgoingMail.createMany({ data: [mailTo("eml_old", "OUD-adres@example.org"), mailTo("eml_now", now)] });
  await prisma.debtor.update({ where: { id: debtorId }, data: { email: now } });
  const ofToday = await linkOf(debt, "email");
  const known = { phone: null, street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null };
  const changeId = newId("chg", scene.services.clock.now());
  await requestChange(scene.services, { debtor: { ...debt.debtor, claimId: debt.claimId }, changeId, wanted: { ...known, email: "straks@example.org" } }); // prettier-ignore

  await reportWrongPerson(scene.services, { link, answer: "moved" });
  expect([await isStopped(debt, "Oud-Adres@example.org "), await isStopped(debt, now)]).toEqual([true, false]);
  expect(await isStopped(stranger, old)).toBe(false);
  const revoked = await prisma.link.findMany({ where: { revokedAt: { not: null }, claim: { debtorId: { in: [debtorId, stranger.debtor.debtorId] } } } }); // prettier-ignore
  expect(revoked.map(({ id }) => id).sort()).toEqual([link.id, ofSecond.id].sort());
  for (const { id } of [ofToday, onPaper, ofStranger]) expect(revoked.map((row) => row.id)).not.toContain(id);
  const mails = await prisma.outgoingMail.findMany({ where: { id: { in: ["eml_old", "eml_now"] } }, orderBy: { id: "asc" } }); // prettier-ignore
  expect(mails.map(({ status, text }) => [status, text])).toEqual([
    ["pending", "Wilt u betalen?"],
    ["failed", ""],
  ]);
  const change = await prisma.detailsChange.findUniqueOrThrow({ where: { id: changeId } });
  expect(change.expiresAt > scene.services.clock.now()).toBe(true);

  await reportWrongPerson(scene.services, { link: ofToday, answer: "moved" });
  expect(await isStopped(debt, now)).toBe(true);
  expect((await prisma.detailsChange.findUniqueOrThrow({ where: { id: changeId } })).expiresAt).toEqual(scene.services.clock.now()); // prettier-ignore
});

test("nothing happens for a link that was revoked before", async () => {
  const debt = await scene.newDebt();
  const link = await linkOf(debt, "email");
  await scene.services.database.prisma.link.update({ where: { id: link.id }, data: { revokedAt: new Date() } });
  const url = scene.services.databaseUrl;
  const before = await fingerprint({ url, db: scene.services.database, drop: async () => undefined });
  await reportWrongPerson(scene.services, { link, answer: "moved" });
  expect(await fingerprint({ url, db: scene.services.database, drop: async () => undefined })).toEqual(before);
});
