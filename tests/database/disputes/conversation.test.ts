import { afterAll, beforeAll, expect, test } from "vitest";
import { answerDispute } from "#app/server/disputes/answer-dispute.server.ts";
import { loadDisputeMessages } from "#app/server/disputes/dispute-messages.server.ts";
import { runDueDisputes } from "#app/server/disputes/run-disputes.server.ts";
import { writeDisputeConfirmation } from "#app/server/disputes/write-confirmation.server.ts";
import { writeToDebtor } from "#app/server/disputes/write-to-debtor.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openScenario, type Scenario, type TestDebt } from "../arrangements/scenario.ts";
import { disputing } from "./disputing.ts";

let scene: Scenario;
let act: ReturnType<typeof disputing>;

beforeAll(async () => {
  scene = await openScenario();
  act = disputing(scene);
  await scene.services.database.prisma.user.create({
    data: { id: "usr_1", creditorId: scene.creditorId, email: "administratie@example.org" },
  });
});
afterAll(() => scene.close());

const newMessage = () => newId("msg", scene.services.clock.now());

const ask = (disputeId: string, order: { asks?: boolean; messageId?: string; body?: string } = {}) =>
  writeToDebtor(scene.services, {
    creditorId: scene.creditorId,
    disputeId,
    messageId: order.messageId ?? newMessage(),
    body: order.body ?? "Heeft u een foto?",
    asks: order.asks ?? true,
    actor: "api:test",
  });

const answer = ({ debtor }: TestDebt, disputeId: string, order: { text?: string; messageId?: string } = {}) =>
  answerDispute(scene.services, {
    debtor,
    disputeId,
    messageId: order.messageId ?? newMessage(),
    text: order.text ?? "Ja, zie de foto.",
    uploadIds: [],
  });

const mailsAbout = async ({ claimId }: TestDebt) =>
  (await scene.services.database.prisma.outgoingMail.findMany({ where: { claimId }, orderBy: [{ createdAt: "asc" }, { kind: "asc" }] })) // prettier-ignore
    .map(({ kind, recipient }) => `${kind} ${recipient}`);

test("a question, its answer, and a remark: each once, all of it in the letters", async () => {
  scene.services.clock.moveTo("2026-11-24T10:00:00.000Z");
  const debt = await scene.newDebt();
  const id = await act.dispute(debt);
  const messageId = newMessage();
  expect(await Promise.all([ask(id, { messageId }), ask(id, { messageId })])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await act.stored(id)).toMatchObject({ status: "awaiting_debtor", debtorAnswerBefore: "2026-12-08" });

  scene.services.clock.moveTo("2026-12-06T10:00:00.000Z");
  const answerId = newMessage();
  expect(await answer(debt, id, { messageId: answerId })).toEqual({ ok: true, value: null });
  expect(await answer(debt, id, { messageId: answerId })).toEqual({ ok: true, value: null });
  // A day was left of the term: whoever asked has a week to read.
  expect(await act.stored(id)).toMatchObject({ status: "open", debtorAnswerBefore: null, answerBefore: "2026-12-13" });
  expect(await ask(id, { asks: false, body: "Dank u wel." })).toEqual({ ok: true, value: null });
  expect(await act.stored(id)).toMatchObject({ status: "open" });

  const said = await loadDisputeMessages(scene.services, { creditorId: scene.creditorId, disputeId: id });
  expect(said.map(({ from, body }) => [from, body.split("\n\n").find((part) => !part.includes("bezwaar"))])).toEqual(
    expect.arrayContaining([
      ["creditor", "Heeft u een foto?"],
      ["debtor", "Ja, zie de foto."],
      ["creditor", "Dank u wel."],
    ]),
  );
  expect((await scene.eventTypesOf(debt)).slice(1)).toEqual(["dispute.opened", "dispute.message", "dispute.message", "dispute.message"]); // prettier-ignore
  expect(await mailsAbout(debt)).toEqual([
    "dispute_opened j@example.org",
    "dispute_opened_creditor administratie@example.org",
    "dispute_question j@example.org",
    "dispute_answered j@example.org",
    "dispute_answered_creditor administratie@example.org",
    "dispute_remark j@example.org",
  ]);
});

test("nothing is answered in somebody else's dispute, without words, or after the end", async () => {
  const debt = await scene.newDebt();
  const other = await scene.newDebt();
  const id = await act.dispute(debt);
  expect(await answer(other, id)).toEqual({ ok: false, error: { kind: "not_found" } });
  expect(await answer(debt, id, { text: "  " })).toEqual({ ok: false, error: { kind: "empty" } });
  await act.resolve(id, { outcome: "rejected" });
  expect(await answer(debt, id)).toEqual({ ok: false, error: { kind: "not_possible", status: "resolved" } });
  expect(await ask(id)).toEqual({ ok: false, error: { kind: "not_possible", status: "resolved" } });
});

test("the creditor is reminded before the last day, and once it is past both sides hear it", async () => {
  scene.services.clock.moveTo("2026-11-24T10:00:00.000Z");
  const debt = await scene.newDebt();
  const id = await act.dispute(debt);
  const runOn = async (date: string) => {
    scene.services.clock.moveTo(`${date}T10:00:00.000Z`);
    while ((await runDueDisputes(scene.services, 10)) > 0);
    return (await mailsAbout(debt)).slice(2).map((mail) => mail.split(" ")[0]);
  };
  expect(await runOn("2026-12-04")).toEqual([]);
  // The fifth is a Saturday, on which may be written; nothing twice.
  expect(await runOn("2026-12-05")).toEqual(["dispute_answer_due_creditor"]);
  expect(await runOn("2026-12-08")).toEqual(["dispute_answer_due_creditor"]);
  const after = ["dispute_answer_due_creditor", "dispute_no_answer", "dispute_overdue_creditor"];
  expect(await runOn("2026-12-09")).toEqual(after);
  expect(await runOn("2027-03-01")).toEqual(after);
  expect(await scene.openOf(debt)).toMatchObject({ status: "disputed" });
  expect((await act.stored(id)).status).toBe("open");
});

test("the confirmation is for its own debtor only", async () => {
  const debt = await scene.newDebt();
  const other = await scene.newDebt();
  const disputeId = await act.dispute(debt);
  const { creditorId, debtorId } = debt.debtor;
  const written = await writeDisputeConfirmation(scene.services, { creditorId, debtorId, disputeId, voice: "nl" });
  expect(written.ok && Buffer.from(written.value.pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  const asked = { creditorId, debtorId: other.debtor.debtorId, disputeId, voice: "nl" } as const;
  expect(await writeDisputeConfirmation(scene.services, asked)).toEqual({ ok: false, error: { kind: "not_found" } });
});
