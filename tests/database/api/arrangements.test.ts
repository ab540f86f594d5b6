import { afterAll, beforeAll, expect, test } from "vitest";
import { arrangementSchema } from "#app/server/api/schemas/arrangement-schemas.server.ts";
import { acceptCounterOffer } from "#app/server/arrangements/answer-as-debtor.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { euro } from "../../support/api.ts";
import {
  type ArrangementApi,
  asArrangement,
  FITTING_WISH,
  IN_TWO,
  openArrangementApi,
  propose,
  SMALL_WISH,
} from "../../support/arrangements.ts";

let api: ArrangementApi;

beforeAll(async () => void (api = await openArrangementApi()));
afterAll(() => api.close());

test("a proposal that waits is shown with what was asked and what the policy would answer", async () => {
  const claim = await api.newClaim();
  const reason = { code: "less_income", text: "Sinds mei minder uren." };
  const id = await propose(api.services, claim, { total: "120.00", reason });

  const found = await api.call("GET", `/arrangements/${id}`);
  expect(found.status).toBe(200);
  expect(arrangementSchema.parse(found.body)).toEqual(found.body);
  const { debtorId } = await api.debtorOf(claim);
  const { reference } = (await api.call("GET", `/claims/${claim}`)).body;
  expect(found.body).toMatchObject({
    id,
    status: "proposed",
    version: 1,
    claims: [{ id: claim, reference }],
    debtor: debtorId,
    total: euro("120.00"),
    discount: euro("0.00"),
    offer: { version: 1, by: "debtor", total: euro("120.00"), frequency: "monthly", payDay: 25, message: "" },
    wish: { downPayment: euro("0.00"), perInstalment: euro("10.00"), budgetUsed: false, settlement: false },
    reviewReasons: [
      { code: "too_many_instalments", params: { count: 12, max: 6 } },
      { code: "instalment_too_low", params: { amount: "10.00", min: "25.00" } },
      { code: "takes_too_long", params: { days: 337, max: 190 } },
    ],
    advice: { answer: "person" },
    decideBefore: "2026-11-27",
    validUntil: null,
    decision: null,
    acceptedOn: null,
    method: "ideal_link",
    reason,
    plan: null,
    createdAt: "2026-11-22T10:00:00.000Z",
    endedAt: null,
  });
  const { offer, advice } = asArrangement(found);
  expect(offer.schedule.length).toBe(12);
  expect(offer.schedule[11]).toEqual({ seq: 12, dueOn: "2027-10-25", amount: euro("10.00") });
  expect(advice?.options[0]).toMatchObject({ decidedBy: "policy", frequency: "monthly", payDay: 25 });
});

test("a wish without a schedule waits for a counter-offer: it cannot be accepted", async () => {
  const claim = await api.newClaim();
  const wish = { ...SMALL_WISH, perInstalment: SMALL_WISH.downPayment };
  const id = await propose(api.services, claim, { total: "120.00", wish });
  const refused = await api.post(`/arrangements/${id}/accept`);

  expect((await api.get(id)).offer.schedule).toEqual([]);
  expect([refused.status, refused.body.code]).toEqual([409, "arrangement_has_no_schedule"]);
  expect((await api.post(`/arrangements/${id}/counter`, { schedule: IN_TWO, reason: "x" })).status).toBe(200);
});

test("accepting runs the plan, and the plan follows the ledger", async () => {
  const claim = await api.newClaim();
  const id = await propose(api.services, claim, { total: "120.00" });
  const accepted = await api.post(`/arrangements/${id}/accept`, { version: 1 });

  expect(accepted.status).toBe(200);
  expect(accepted.body).toMatchObject({
    status: "accepted",
    total: null,
    advice: null,
    decideBefore: null,
    decision: { by: "creditor", text: null },
    acceptedOn: "2026-11-22",
    plan: {
      paid: euro("0.00"),
      open: euro("120.00"),
      behind: euro("0.00"),
      next: { seq: 1, dueOn: "2026-11-25", open: euro("10.00") },
    },
  });
  expect((await api.call("GET", `/claims/${claim}`)).body.status).toBe("arranged");

  await api.post(`/claims/${claim}/payments`, { amount: euro("15.00"), receivedOn: "2026-11-22", method: "cash" });
  const { plan } = await api.get(id);
  expect(plan).toMatchObject({
    paid: euro("15.00"),
    open: euro("105.00"),
    next: { seq: 2, dueOn: "2026-12-25", open: euro("5.00") },
  });
  expect(plan?.instalments[0]).toEqual({
    seq: 1,
    dueOn: "2026-11-25",
    originalDueOn: "2026-11-25",
    amount: euro("10.00"),
    planned: euro("10.00"),
    paid: euro("10.00"),
    open: euro("0.00"),
    state: "paid",
    paidOn: "2026-11-22",
    postponed: false,
    skipped: false,
    movedFrom: null,
  });
  expect(plan?.instalments[1]).toMatchObject({ paid: euro("5.00"), open: euro("5.00"), state: "partly_paid" });
  expect(await api.eventsOf(claim)).toEqual(["claim.opened", "arrangement.proposed", "arrangement.accepted", "payment.paid", "instalment.paid"]); // prettier-ignore
});

test("what the policy accepts at once is decided by the policy", async () => {
  const id = await propose(api.services, await api.newClaim(), {
    total: "120.00",
    wish: FITTING_WISH,
    decide: "policy",
  });
  expect(await api.get(id)).toMatchObject({
    status: "accepted",
    decision: { by: "policy", text: null },
    reviewReasons: [],
  });
});

test("a counter-offer waits for the debtor, who accepts it", async () => {
  const claim = await api.newClaim();
  const id = await propose(api.services, claim, { total: "120.00" });
  const body = { schedule: IN_TWO, reason: "In twee delen kan het wel.", validUntil: "2026-12-01", version: 1 };
  const countered = await api.post(`/arrangements/${id}/counter`, body);

  expect(countered.status).toBe(200);
  expect(countered.body).toMatchObject({
    status: "countered",
    version: 2,
    total: euro("120.00"),
    offer: {
      version: 2,
      by: "creditor",
      schedule: IN_TWO.map((instalment, index) => ({ seq: index + 1, ...instalment })),
      frequency: null,
      payDay: null,
      message: "In twee delen kan het wel.",
      validUntil: "2026-12-01",
    },
    wish: null,
    advice: null,
    decideBefore: null,
    validUntil: "2026-12-01",
    decision: null,
  });
  const debtor = await api.debtorOf(claim);
  await acceptCounterOffer(api.services, { debtor, arrangementId: id, version: 2 });
  expect(await api.get(id)).toMatchObject({
    status: "accepted",
    decision: { by: "debtor" },
    plan: { next: { seq: 1, dueOn: "2026-12-25" } },
  });
});

test("without a day of its own a counter-offer is valid as long as the policy says", async () => {
  const id = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const countered = await api.post(`/arrangements/${id}/counter`, { schedule: IN_TWO, reason: "x" });
  expect(asArrangement(countered).validUntil).toBe("2026-12-06");
});

test("declining ends it with a reason, and a running plan is cancelled with what was paid kept", async () => {
  const declined = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const claim = await api.newClaim();
  const running = await propose(api.services, claim, { total: "120.00", wish: FITTING_WISH, decide: "policy" });
  await api.post(`/claims/${claim}/payments`, { amount: euro("30.00"), receivedOn: "2026-11-22", method: "cash" });

  expect((await api.post(`/arrangements/${declined}/decline`, { reason: "Te lang." })).body).toMatchObject({
    status: "declined",
    total: null,
    decision: { by: "creditor", text: "Te lang." },
    plan: null,
    endedAt: "2026-11-22T10:00:00.000Z",
  });
  expect((await api.post(`/arrangements/${running}/cancel`, { reason: "Gecrediteerd." })).body).toMatchObject({
    status: "cancelled",
    decision: { by: "creditor", text: "Gecrediteerd." },
    plan: { paid: euro("30.00"), open: euro("90.00") },
  });
  expect((await api.call("GET", `/claims/${claim}`)).body.status).toBe("open");
});

test("a plan that ended is shown as it was then", async () => {
  const claim = await api.newClaim();
  const id = await propose(api.services, claim, { total: "120.00", wish: FITTING_WISH, decide: "policy" });
  const cancelled = await api.post(`/arrangements/${id}/cancel`, { reason: "x" });
  api.services.clock.advance(1000);
  await api.post(`/claims/${claim}/payments`, { amount: euro("120.00"), receivedOn: "2026-11-22", method: "cash" });

  expect((await api.get(id)).plan).toEqual(asArrangement(cancelled).plan);
});

test("a completed plan is completed by the ledger", async () => {
  const claim = await api.newClaim();
  const id = await propose(api.services, claim, { total: "120.00", wish: FITTING_WISH, decide: "policy" });
  await api.post(`/claims/${claim}/payments`, { amount: euro("120.00"), receivedOn: "2026-11-22", method: "cash" });
  const refused = await api.post(`/arrangements/${id}/cancel`, { reason: "x" });

  expect(await api.get(id)).toMatchObject({
    status: "completed",
    decision: { by: "system", text: null },
    plan: { paid: euro("120.00"), open: euro("0.00"), next: null },
  });
  expect([refused.status, refused.body]).toMatchObject([409, { detail: "It is completed: the plan was paid." }]);
});

test("lists are of one creditor, newest first, by status and by claim, in pages", async () => {
  const { key } = await api.addCreditor("Lijst B.V.");
  const claims = [await api.newClaim({ reference: "l-1" }, { key }), await api.newClaim({ reference: "l-2" }, { key }), await api.newClaim({ reference: "l-3" }, { key })]; // prettier-ignore
  const ids: string[] = [];
  for (const claim of claims) {
    api.services.clock.advance(1000);
    ids.unshift(await propose(api.services, claim, { total: "120.00" }));
  }
  await api.call("POST", `/arrangements/${ids[0]}/decline`, { key, body: { reason: "x" } });
  const list = async (query: string) => (await api.call("GET", `/arrangements${query}`, { key })).body;
  const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id);

  expect(await idsOf("")).toEqual(ids);
  expect(await idsOf("?status=proposed")).toEqual(ids.slice(1));
  expect(await idsOf("?status=declined")).toEqual(ids.slice(0, 1));
  expect(await idsOf(`?claim=${claims[0]}`)).toEqual([ids[2]]);
  expect(await idsOf("?claim=ref%3Al-2&status=proposed")).toEqual([ids[1]]);
  expect(await idsOf("?claim=ref%3Aunknown")).toEqual([]);
  const first = await list("?limit=2");
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.data[0]).toEqual((await api.call("GET", `/arrangements/${ids[0]}`, { key })).body);
  const second = await list(`?limit=2&cursor=${first.nextCursor}`);
  expect([second.data.map(({ id }) => id), second.nextCursor]).toEqual([ids.slice(2), null]);
  for (const query of ["?status=running", "?limit=0", "?debtor=x"]) {
    expect((await api.call("GET", `/arrangements${query}`, { key })).status, query).toBe(422);
  }
  const { key: other } = await api.addCreditor("Andere Lijst B.V.");
  expect((await api.call("GET", "/arrangements", { key: other })).body.data).toEqual([]);
  expect((await api.call("GET", `/arrangements?claim=${claims[0]}`, { key: other })).body.data).toEqual([]);
});

test("another creditor's key decides nothing", async () => {
  const { key } = await api.addCreditor("Nieuwsgierig B.V.");
  const id = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const before = await api.get(id);
  const never = newId("arr", new Date(0));
  const bodies: [act: string, body: unknown][] = [
    ["accept", { version: 9 }],
    ["counter", { schedule: IN_TWO, reason: "x" }],
    ["decline", { reason: "x" }],
    ["cancel", { reason: "x" }],
  ];
  for (const [act, body] of bodies) {
    const foreign = await api.call("POST", `/arrangements/${id}/${act}`, { key, body });
    const unknown = await api.call("POST", `/arrangements/${never}/${act}`, { key, body });
    expect([foreign.status, foreign.text], act).toEqual([404, unknown.text]);
  }
  expect(await api.get(id)).toEqual(before);
});
