import { afterAll, beforeAll, expect, test } from "vitest";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { actOnDispute } from "#app/server/inbox/act-on-dispute.server.ts";
import { listInbox } from "#app/server/inbox/list-inbox.server.ts";
import { loadInboxDispute } from "#app/server/inbox/load-inbox-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

let shop: Shop;
let grant: CreditorGrant;

beforeAll(async () => {
  shop = await openShop();
  const user = { id: "usr_1", creditorId: shop.creditorId, email: "administratie@example.org" };
  await shop.services.database.prisma.user.create({ data: user });
  grant = { creditorId: shop.creditorId, userId: user.id, email: user.email } as CreditorGrant;
});
afterAll(() => shop.close());

async function dispute(claim: TestClaim): Promise<string> {
  const disputeId = newId("dsp", shop.services.clock.now());
  const { claimId, debtor } = claim;
  const opened = await openDispute(shop.services, { debtor, claimId, disputeId, ground: "defective_or_incomplete", scope: { kind: "whole" }, answers: {}, text: "Kapot.", uploadIds: [], language: "nl" }); // prettier-ignore
  if (!opened.ok) throw new Error(opened.error.kind);
  return disputeId;
}

const act = (disputeId: string, fields: Record<string, string>, by = grant) =>
  actOnDispute(shop.services, { grant: by, disputeId, form: new URLSearchParams(fields) });

const load = (disputeId: string, by = grant) => loadInboxDispute(shop.services, { grant: by, disputeId });

test("a dispute waits in the inbox until it is decided, and then stands among what was decided", async () => {
  const id = await dispute(await shop.newClaim());
  const { creditorId } = shop;
  expect((await listInbox(shop.services, { creditorId })).waiting).toMatchObject([
    {
      kind: "dispute",
      id,
      ground: "defective_or_incomplete",
      amount: 10_000n,
      asked: false,
      answerBefore: "2026-12-06",
    },
  ]);
  const messageId = (await load(id))?.messageId ?? "";
  expect(await act(id, { act: "ask", messageId, message: "Een foto?" })).toEqual({ ok: true, value: "asked" });
  expect(await act(id, { act: "ask", messageId, message: "Een foto?" })).toEqual({ ok: true, value: "asked" });
  expect((await load(id))?.messages.filter(({ body }) => body.includes("Een foto?"))).toHaveLength(1);
  expect((await listInbox(shop.services, { creditorId })).waiting).toMatchObject([{ id, asked: true }]);
  const decision = { act: "resolve", outcome: "rejected", explanation: "Niet kapot." };
  expect(await act(id, decision)).toEqual({ ok: true, value: "rejected" });
  const { waiting, decided } = await listInbox(shop.services, { creditorId });
  expect([waiting, decided]).toMatchObject([[], [{ kind: "dispute", id, outcome: "rejected" }]]);
  expect((await load(id))?.decision).toMatchObject({ by: { kind: "you" }, explanation: "Niet kapot.", credited: 0n });
  expect(await act(id, decision)).toEqual({ ok: false, error: { kind: "ended" } });
});

test("what is missing or too much is said by field, and what was typed is kept", async () => {
  const id = await dispute(await shop.newClaim());
  const wrong: [fields: Record<string, string>, errors: object[]][] = [
    [{ act: "resolve" }, [{ field: "outcome", kind: "missing" }, { field: "explanation", kind: "missing" }]],
    [{ act: "resolve", outcome: "partly_upheld", explanation: "x" }, [{ field: "credit", kind: "missing" }]],
    [{ act: "resolve", outcome: "partly_upheld", explanation: "x", credit: "veel" }, [{ field: "credit", kind: "not_an_amount" }]],
    [{ act: "resolve", outcome: "partly_upheld", explanation: "x", credit: "100,01" }, [{ field: "credit", kind: "too_high", allowed: 10_000n }]],
    [{ act: "resolve", outcome: "rejected", explanation: "x".repeat(4_001) }, [{ field: "explanation", kind: "too_long" }]],
    [{ act: "write", messageId: newId("msg", new Date()), message: " " }, [{ field: "message", kind: "missing" }]],
  ]; // prettier-ignore
  for (const [fields, errors] of wrong) {
    const answered = await act(id, fields);
    expect(answered).toMatchObject({ ok: false, error: { kind: "incomplete", errors } });
    if (answered.ok || answered.error.kind !== "incomplete") continue;
    expect(answered.error.answers.credit).toBe(fields["credit"] ?? "");
  }
  expect((await load(id))?.status).toBe("open");
});

test("what was paid too much goes back to where it came from, once", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "40.00" }]);
  await shop.pay(payment);
  const id = await dispute(claim);
  shop.services.clock.advance(60_000);
  const second = await shop.startOpen([{ claim, amount: "60.00" }]);
  await shop.pay(second);
  expect(await act(id, { act: "resolve", outcome: "upheld", explanation: "Klopt." })).toEqual({ ok: true, value: "upheld" }); // prettier-ignore
  // The dispute was about the 60 euro that were open then.
  expect((await load(id))?.decision).toMatchObject({ credited: 6_000n, toPayBack: 6_000n });
  const paidBack = await Promise.all([act(id, { act: "pay_back" }), act(id, { act: "pay_back" })]);
  expect(paidBack).toEqual([1, 2].map(() => ({ ok: true, value: "paid_back" })));
  const refunds = await shop.services.database.prisma.refund.findMany({ where: { creditorId: shop.creditorId } });
  expect(refunds.map(({ paymentId, amount, status }) => [paymentId, amount, status])).toEqual([[second.id, 6_000n, "pending"]]); // prettier-ignore
  expect((await load(id))?.decision?.toPayBack).toBe(0n);
});

test("another creditor's dispute is not there", async () => {
  const id = await dispute(await shop.newClaim());
  const stranger = { ...grant, creditorId: "crd_other" };
  expect(await load(id, stranger)).toBe(null);
  expect(await act(id, { act: "resolve", outcome: "rejected", explanation: "x" }, stranger)).toEqual({ ok: false, error: { kind: "not_found" } }); // prettier-ignore
  expect(await act(id, { act: "pay_back" }, stranger)).toEqual({ ok: false, error: { kind: "not_found" } });
  expect(await act(id, { act: "burn" })).toEqual({ ok: false, error: { kind: "not_found" } });
});
