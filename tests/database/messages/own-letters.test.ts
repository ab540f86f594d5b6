import { afterAll, beforeAll, expect, test } from "vitest";
import { enterByLink, findLink } from "#app/server/access/open-link.server.ts";
import { loadDebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { answerComplaint } from "#app/server/complaints/answer-complaint.server.ts";
import { openComplaint } from "#app/server/complaints/open-complaint.server.ts";
import { requestChange } from "#app/server/details/request-change.server.ts";
import { requestErasure } from "#app/server/details/request-erasure.server.ts";
import { grantHelper } from "#app/server/helper-links/grant-helper.server.ts";
import { loadLetters, loadMessage } from "#app/server/messages/letters-view.server.ts";
import { recordMessage } from "#app/server/messages/record-message.server.ts";
import { loadOverview } from "#app/server/overview/load-overview.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { reportSpecialCase } from "#app/server/special-cases/report-special-case.server.ts";
import { apiContext } from "../../support/api.ts";
import type { TestDebt } from "../arrangements/scenario.ts";
import { openPausing, type PausingScenario } from "../pauses/pausing.ts";

let scene: PausingScenario;

beforeAll(async () => void (scene = await openPausing()));
afterAll(() => scene.close());

const newOwn = (prefix: "msg" | "cpl" | "chg" | "hlp") => newId(prefix, scene.services.clock.now());

/** A session of somebody who helps: the context that its pages load with. */
async function helperOf({ claimId, debtor }: TestDebt) {
  const order = { debtor, claimId, helperId: newOwn("hlp"), name: "Fatima", rights: "look", days: 14 } as const;
  const granted = await grantHelper(scene.services, order);
  const found = granted.ok ? await findLink(scene.services, { code: granted.value.code }) : null;
  const sessionToken = found?.kind === "valid" ? await enterByLink(scene.services, found.link) : null;
  if (sessionToken === null) throw new Error("the helper does not come in");
  return { ...apiContext(scene.services), sessionToken, visit: { method: "GET", path: "/claim" } };
}

const subjectsFor = async ({ debtor, claimId }: TestDebt, isHelper: boolean) => {
  const letters = await loadLetters(scene.services, { reader: { ...debtor, isHelper }, claimId });
  return letters.flatMap((letter) => (letter.kind === "message" ? [letter.subject] : [])).sort();
};

async function writtenByCreditor({ claimId }: TestDebt): Promise<void> {
  const { services, creditorId } = scene;
  const sentAt = services.clock.now();
  const written = await recordMessage(services, { creditorId, claimId, messageId: newOwn("msg"), direction: "outbound", channel: "letter", subject: "Herinnering", body: "Wilt u betalen?", sentAt, actor: "test" }); // prettier-ignore
  if (!written.ok) throw new Error(written.error.kind);
}

/** What the debtor does that is nobody else's business, and how many letters it makes. */
const PRIVATE: readonly [what: string, letters: number, act: (debt: TestDebt) => Promise<unknown>][] = [
  [
    "a complaint and its answer",
    3,
    async ({ debtor, claimId }) => {
      const complaintId = newOwn("cpl");
      await openComplaint(scene.services, { debtor, claimId, complaintId, about: "contact", text: "Te veel gebeld.", language: "nl" }); // prettier-ignore
      await answerComplaint(scene.services, { creditorId: scene.creditorId, complaintId, text: "Het spijt ons.", actor: "test" }); // prettier-ignore
    },
  ],
  [
    "a change of details",
    1,
    ({ debtor, claimId }) => {
      const known = { phone: null, street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null };
      return requestChange(scene.services, { debtor: { ...debtor, claimId }, changeId: newOwn("chg"), wanted: { ...known, email: "nieuw@example.org" } }); // prettier-ignore
    },
  ],
  [
    "a wish to be forgotten",
    2,
    ({ debtor, claimId }) => requestErasure(scene.services, { debtor: { ...debtor, claimId }, requestId: newOwn("chg"), language: "nl" }), // prettier-ignore
  ],
  [
    "a bankruptcy",
    2,
    ({ debtor, claimId }) => reportSpecialCase(scene.services, { debtor, claimId, messageId: newOwn("msg"), about: "bankrupt", reason: "bankruptcy", subject: "Ik ben failliet", body: "Curator: M. Jansen" }), // prettier-ignore
  ],
];

test.each(PRIVATE)("%s is for the debtor's eyes alone", async (_what, count, act) => {
  const debt = await scene.newDebt();
  await writtenByCreditor(debt);
  await act(debt);
  expect(await subjectsFor(debt, true)).toEqual(["Herinnering"]);
  expect(await subjectsFor(debt, false)).toHaveLength(1 + count);
  const rows = await scene.services.database.prisma.message.findMany({ where: { claimId: debt.claimId } });
  for (const { id, ownOnly } of rows) {
    const read = (isHelper: boolean) => loadMessage(scene.services, { reader: { ...debt.debtor, isHelper }, messageId: id }); // prettier-ignore
    expect([(await read(false)) !== null, (await read(true)) !== null]).toEqual([true, !ownOnly]);
  }
  const overview = await loadOverview(await helperOf(debt), { claimId: debt.claimId });
  expect(overview?.letters.flatMap((letter) => (letter.kind === "message" ? [letter.subject] : []))).toEqual(["Herinnering"]); // prettier-ignore
});

test("no letter of one debtor is read in the name of another", async () => {
  const [debt, strange] = [await scene.newDebt(), await scene.newDebt()];
  await writtenByCreditor(debt);
  const [row] = await scene.services.database.prisma.message.findMany({ where: { claimId: debt.claimId } });
  const messageId = row?.id ?? "";
  for (const isHelper of [true, false]) {
    expect(await loadMessage(scene.services, { reader: { ...strange.debtor, isHelper }, messageId })).toBeNull();
    const elsewhere = { ...debt.debtor, creditorId: "crd_other", isHelper };
    expect(await loadMessage(scene.services, { reader: elsewhere, messageId })).toBeNull();
    expect(await subjectsFor({ ...debt, debtor: strange.debtor }, isHelper)).toEqual([]);
  }
});

test("that a debtor looks for help a helper may read; for what else a claim rests, not", async () => {
  const [asked, bankrupt] = [await scene.newDebt(), await scene.newDebt()];
  await scene.ask(asked);
  expect(await subjectsFor(asked, true)).toEqual(["Uw pauze is begonnen"]);
  const pauseFor = async (debt: TestDebt) => (await loadDebtorClaims(await helperOf(debt)))?.claims.map(({ status, pause }) => [status, pause?.reason]); // prettier-ignore
  expect(await pauseFor(asked)).toEqual([["paused", "help_sought"]]);
  await reportSpecialCase(scene.services, { debtor: bankrupt.debtor, claimId: bankrupt.claimId, messageId: newOwn("msg"), about: "bankrupt", reason: "bankruptcy", subject: "Ik ben failliet", body: "Curator: M. Jansen" }); // prettier-ignore
  expect(await pauseFor(bankrupt)).toEqual([["paused", undefined]]);
});
