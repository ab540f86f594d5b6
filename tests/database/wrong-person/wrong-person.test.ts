import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { issueLink, type LinkChannel } from "#app/server/access/issue-link.server.ts";
import { findLink, type OpenableLink } from "#app/server/access/open-link.server.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
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

test("nothing happens for a link that was revoked before", async () => {
  const debt = await scene.newDebt();
  const link = await linkOf(debt, "email");
  await scene.services.database.prisma.link.update({ where: { id: link.id }, data: { revokedAt: new Date() } });
  const url = scene.services.databaseUrl;
  const before = await fingerprint({ url, db: scene.services.database, drop: async () => undefined });
  await reportWrongPerson(scene.services, { link, answer: "moved" });
  expect(await fingerprint({ url, db: scene.services.database, drop: async () => undefined })).toEqual(before);
});
