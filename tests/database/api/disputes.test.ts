import { afterAll, beforeAll, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import { disputeSchema } from "#app/server/api/schemas/dispute-schemas.server.ts";
import { answerDispute } from "#app/server/disputes/answer-dispute.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { withdrawDispute } from "#app/server/disputes/withdraw-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiAnswer, euro } from "../../support/api.ts";
import { type ArrangementApi, openArrangementApi } from "../../support/arrangements.ts";

let api: ArrangementApi;

beforeAll(async () => void (api = await openArrangementApi()));
afterAll(() => api.close());

const asDispute = (answer: ApiAnswer) => disputeSchema.parse(answer.body);
const get = async (id: string) => asDispute(await api.call("GET", `/disputes/${id}`));

/** A debtor of 120 euro who does not agree, with a part of it or with all. */
async function newDispute(scope: DisputeScope = { kind: "whole" }) {
  const claim = await api.newClaim();
  const debtor = await api.debtorOf(claim);
  // Ids of one millisecond have no order.
  api.services.clock.advance(10);
  const id = newId("dsp", api.services.clock.now());
  const order = { debtor, claimId: claim, disputeId: id, ground: "amount_wrong", scope, answers: {}, text: "Te veel." } as const; // prettier-ignore
  const opened = await openDispute(api.services, { ...order, uploadIds: [], language: "nl" });
  if (!opened.ok) throw new Error(opened.error.kind);
  return { id, claim, debtor };
}

test("a dispute as its creditor gets it", async () => {
  const { id, claim } = await newDispute({ kind: "amount", amount: asCents(20_00n) });
  const dispute = await get(id);
  expect(dispute).toMatchObject({
    id,
    status: "open",
    claim: { id: claim },
    ground: "amount_wrong",
    scope: { kind: "amount", amount: "20.00" },
    amount: euro("20.00"),
    disputedNow: euro("20.00"),
    undisputedNow: euro("100.00"),
    openedOn: "2026-11-22",
    answerBefore: "2026-12-06",
    outcome: null,
    credited: euro("0.00"),
    endedAt: null,
  });
  expect(dispute.messages.map(({ from }) => from)).toEqual(["debtor", "creditor"]);
  const { body: statement } = await api.call("GET", `/claims/${claim}/statement`);
  expect(statement).toMatchObject({ open: "120.00", disputed: "20.00" });
  expect((await api.call("GET", `/claims/${claim}`)).body.status).toBe("disputed");
});

test("the list has what waits, and pages", async () => {
  const made = [await newDispute(), await newDispute(), await newDispute()];
  await api.post(`/disputes/${made[1]?.id}/resolve`, { outcome: "rejected", explanation: "Nee." });
  const open = await api.call("GET", "/disputes?status=open&limit=1");
  expect(open.body.data.map(({ id }) => id)).toEqual([made[2]?.id]);
  const next = await api.call("GET", `/disputes?status=open&limit=1&cursor=${open.body.nextCursor}`);
  expect(next.body.data.map(({ id }) => id)).toEqual([made[0]?.id]);
  const ofClaim = await api.call("GET", `/disputes?claim=${made[1]?.claim}`);
  expect(ofClaim.body.data.map(({ status }) => status)).toEqual(["resolved"]);
  expect((await api.call("GET", "/disputes?claim=ref:nobody")).body.data).toEqual([]);
  expect((await api.call("GET", "/disputes?status=lost")).status).toBe(422);
});

test("a question and its answer, then a decision", async () => {
  const { id, claim, debtor } = await newDispute();
  const asked = await api.post(`/disputes/${id}/messages`, { body: "Heeft u een foto?" });
  expect(asked.status).toBe(201);
  expect(asDispute(asked)).toMatchObject({ status: "awaiting_debtor", debtorAnswerBefore: "2026-12-06" });
  const messageId = newId("msg", api.services.clock.now());
  await answerDispute(api.services, { debtor, disputeId: id, messageId, text: "Ja.", uploadIds: [] });
  const resolved = await api.post(`/disputes/${id}/resolve`, { outcome: "partly_upheld", explanation: "Een deel.", credit: euro("45.50") }); // prettier-ignore
  expect(asDispute(resolved)).toMatchObject({
    status: "resolved",
    outcome: "partly_upheld",
    explanation: "Een deel.",
    credited: euro("45.50"),
    disputedNow: euro("0.00"),
    undisputedNow: euro("74.50"),
  });
  const { body: statement } = await api.call("GET", `/claims/${claim}/statement`);
  expect(statement).toMatchObject({ open: "74.50", principal: { credited: "45.50" } });
  expect("disputed" in statement).toBe(false);
  expect(await api.eventsOf(claim)).toEqual(["claim.opened", "dispute.opened", "dispute.message", "dispute.message", "dispute.resolved"]); // prettier-ignore
});

test("what cannot be decided says which field, and changes nothing", async () => {
  const { id } = await newDispute({ kind: "amount", amount: asCents(20_00n) });
  const before = await get(id);
  const decision = { outcome: "partly_upheld", explanation: "x" };
  const refused: [body: object, code: string][] = [
    [decision, "credit_required"],
    [{ ...decision, credit: euro("0.00") }, "amount_not_positive"],
    [{ ...decision, credit: euro("20.01") }, "credit_exceeds_disputed"],
    [{ outcome: "rejected", explanation: "x", credit: euro("1.00") }, "credit_not_allowed"],
    [{ outcome: "rejected", explanation: " " }, "validation_failed"],
    [{ outcome: "maybe", explanation: "x" }, "validation_failed"],
    [{ ...decision, credit: { currency: "USD", value: "1.00" } }, "currency_not_eur"],
  ];
  for (const [body, code] of refused) {
    const answer = await api.post(`/disputes/${id}/resolve`, body);
    expect([answer.status, answer.body.code], code).toEqual([422, code]);
  }
  expect(await get(id)).toEqual(before);
});

test("an ended dispute says how it ended, whatever is tried", async () => {
  const decided = await newDispute();
  const withdrawn = await newDispute();
  await api.post(`/disputes/${decided.id}/resolve`, { outcome: "upheld", explanation: "U heeft gelijk." });
  await withdrawDispute(api.services, { debtor: withdrawn.debtor, disputeId: withdrawn.id });
  for (const { id, detail } of [
    { id: decided.id, detail: "It was resolved before." },
    { id: withdrawn.id, detail: "The debtor withdrew it, or the claim was closed." },
  ]) {
    const tries = [
      await api.post(`/disputes/${id}/resolve`, { outcome: "rejected", explanation: "x" }),
      await api.post(`/disputes/${id}/messages`, { body: "x" }),
    ];
    for (const answer of tries) expect([answer.status, answer.body]).toMatchObject([409, { code: "dispute_not_possible", detail }]); // prettier-ignore
  }
});

test("another creditor's dispute is not there, to the byte", async () => {
  const { id } = await newDispute();
  const { key } = await api.addCreditor("Ander Bedrijf");
  const never = newId("dsp", api.services.clock.now());
  const seen = async (dispute: string) => {
    const answers = [
      await api.call("GET", `/disputes/${dispute}`, { key }),
      await api.call("POST", `/disputes/${dispute}/messages`, { key, body: { body: "x" } }),
      await api.call("POST", `/disputes/${dispute}/resolve`, { key, body: { outcome: "rejected", explanation: "x" } }),
    ];
    return answers.map(({ status, text }) => [status, text.replaceAll(dispute, "")]);
  };
  expect(await seen(id)).toEqual(await seen(never));
  expect((await seen(id)).map(([status]) => status)).toEqual([404, 404, 404]);
  expect((await api.call("GET", "/disputes", { key })).body.data).toEqual([]);
});
