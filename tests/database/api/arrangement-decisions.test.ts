import { afterAll, beforeAll, expect, test } from "vitest";
import { withdrawArrangement } from "#app/server/arrangements/answer-as-debtor.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiAnswer, euro } from "../../support/api.ts";
import {
  type ArrangementApi,
  asArrangement,
  IN_TWO,
  openArrangementApi,
  propose,
  SMALL_WISH,
} from "../../support/arrangements.ts";

let api: ArrangementApi;

beforeAll(async () => void (api = await openArrangementApi()));
afterAll(() => api.close());

type Step = [what: string, decide: (id: string) => Promise<ApiAnswer>];

const DECISIONS: readonly Step[] = [
  ["accept", (id) => api.post(`/arrangements/${id}/accept`)],
  ["counter", (id) => api.post(`/arrangements/${id}/counter`, { schedule: IN_TWO, reason: "x" })],
  ["decline", (id) => api.post(`/arrangements/${id}/decline`, { reason: "x" })],
  ["cancel", (id) => api.post(`/arrangements/${id}/cancel`, { reason: "x" })],
];

const HAPPENED: [first: string, status: string, detail: string, possible: string[]][] = [
  ["accept", "accepted", "It was accepted by the creditor, and runs.", ["cancel"]],
  ["counter", "countered", "It was countered by the creditor, and waits for the debtor.", ["cancel"]],
  ["decline", "declined", "It was declined by the creditor.", []],
  ["cancel", "cancelled", "It was cancelled by the creditor.", []],
];

test.each(HAPPENED)("after %s the others are told what happened", async (first, status, detail, possible) => {
  const id = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const decide = new Map(DECISIONS);
  expect((await decide.get(first)?.(id))?.status).toBe(200);
  const before = await api.get(id);
  for (const [name, again] of DECISIONS.filter(([other]) => !possible.includes(other))) {
    const refused = await again(id);
    expect([name, refused.status], name).toEqual([name, 409]);
    expect(refused.body).toMatchObject({ code: "arrangement_not_possible", detail, errors: [{ path: "status", code: status }] });
  }
  expect(await api.get(id)).toEqual(before);
}); // prettier-ignore

test("a proposal that the debtor took back says so", async () => {
  const claim = await api.newClaim();
  const id = await propose(api.services, claim, { total: "120.00" });
  await withdrawArrangement(api.services, { debtor: await api.debtorOf(claim), arrangementId: id });
  const refused = await api.post(`/arrangements/${id}/accept`);

  expect([refused.status, refused.body]).toMatchObject([409, { detail: "It was withdrawn by the debtor." }]);
});

test("of two colleagues who decide at once one wins, and the other is told what happened", async () => {
  for (let round = 0; round < 5; round += 1) {
    const claim = await api.newClaim();
    const id = await propose(api.services, claim, { total: "120.00" });
    const answers = await Promise.all([
      api.post(`/arrangements/${id}/accept`, { version: 1 }),
      api.post(`/arrangements/${id}/decline`, { reason: "Te lang.", version: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { status } = await api.get(id);
    const lost = answers.find((answer) => answer.status === 409);
    const details = { accepted: "It was accepted by the creditor, and runs.", declined: "It was declined by the creditor." };
    expect(lost?.body).toMatchObject({
      code: "arrangement_not_possible",
      detail: details[status as keyof typeof details],
      errors: [{ path: "status", code: status }],
    });
    expect((await api.eventsOf(claim)).slice(2)).toEqual([`arrangement.${status}`]);
  }
}); // prettier-ignore

test("of two colleagues who counter at once one wins", async () => {
  const id = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const answers = await Promise.all(
    ["eerste", "tweede"].map((reason) =>
      api.post(`/arrangements/${id}/counter`, { schedule: IN_TWO, reason, version: 1 }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await api.get(id)).version).toBe(2);
});

test("a decision about an older offer is refused with the newest version", async () => {
  const claim = await api.newClaim();
  const id = await propose(api.services, claim, { total: "120.00" });
  await api.post(`/arrangements/${id}/counter`, { schedule: IN_TWO, reason: "x" });
  await propose(api.services, claim, { total: "120.00", wish: { ...SMALL_WISH, payDay: 15 } });
  const bodies = [
    ["accept", { version: 1 }],
    ["counter", { schedule: IN_TWO, reason: "x", version: 2 }],
    ["decline", { reason: "x", version: 4 }],
  ] as const;

  for (const [act, body] of bodies) {
    const refused = await api.post(`/arrangements/${id}/${act}`, body);
    expect([refused.status, refused.body], act).toMatchObject([
      409,
      {
        code: "newer_offer",
        errors: [{ path: "version", code: "newer_offer", message: "must be 3, the newest offer" }],
      },
    ]);
  }
  expect(await api.get(id)).toMatchObject({ status: "proposed", version: 3, offer: { by: "debtor", payDay: 15 } });
});

const day = (dueOn: string, value: string) => ({ dueOn, amount: euro(value) });

const WRONG: [what: string, schedule: unknown, errors: Record<string, unknown>[]][] = [
  [
    "that adds up to less",
    [day("2026-12-25", "60.00"), day("2027-01-25", "59.99")],
    [
      {
        path: "schedule",
        code: "sum_differs",
        message: "must add up to 120.00, and adds up to 119.99",
        allowed: euro("120.00"),
      },
    ],
  ],
  [
    "with a day before today",
    [day("2026-11-21", "60.00"), day("2027-01-25", "60.00")],
    [{ path: "schedule.0.dueOn", code: "before_today" }],
  ],
  [
    "with a day twice",
    [day("2026-12-25", "60.00"), day("2026-12-25", "60.00")],
    [{ path: "schedule.1.dueOn", code: "day_twice" }],
  ],
  [
    "in another order",
    [day("2027-01-25", "60.00"), day("2026-12-25", "60.00")],
    [{ path: "schedule.1.dueOn", code: "not_ascending" }],
  ],
  [
    "with nothing in it, of nothing",
    [day("2026-12-25", "120.00"), day("2027-01-25", "0.00")],
    [{ path: "schedule.1.amount.value", code: "amount_not_positive" }],
  ],
  [
    "that is wrong in every way",
    [day("2026-11-21", "0.00"), day("2026-11-20", "1.00")],
    [
      { path: "schedule.0.amount.value", code: "amount_not_positive" },
      { path: "schedule.0.dueOn", code: "before_today" },
      { path: "schedule.1.dueOn", code: "before_today" },
      { path: "schedule.1.dueOn", code: "not_ascending" },
      { path: "schedule", code: "sum_differs", allowed: euro("120.00") },
    ],
  ],
];

test.each(WRONG)("a schedule %s is refused, in a counter-offer and in an offer", async (_what, schedule, errors) => {
  const proposed = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const free = await api.newClaim();
  const answers = [
    await api.post(`/arrangements/${proposed}/counter`, { schedule, reason: "x" }),
    await api.post(`/claims/${free}/arrangements`, { schedule }),
  ];
  for (const { status, body } of answers) {
    expect([status, body.code]).toEqual([422, "schedule_refused"]);
    expect(body.errors).toEqual(errors.map((error) => expect.objectContaining(error) as unknown));
  }
  expect((await api.get(proposed)).status).toBe("proposed");
});

const UNREADABLE: [what: string, changes: Record<string, unknown>, error: Record<string, unknown>][] = [
  ["no schedule", { schedule: [] }, { path: "schedule", code: "too_small" }],
  ["no reason", { reason: " " }, { path: "reason", code: "too_small" }],
  ["a day that does not exist", { schedule: [day("2026-02-30", "120.00")] }, { path: "schedule.0.dueOn", code: "wrong_format" }], // prettier-ignore
  ["a day in another century", { schedule: [day("2126-02-20", "120.00")] }, { path: "schedule.0.dueOn" }],
  ["numbers of its own", { schedule: [{ seq: 1, ...day("2026-12-25", "120.00") }] }, { path: "schedule.0.seq", code: "unknown_field" }], // prettier-ignore
  ["dollars", { schedule: [{ dueOn: "2026-12-25", amount: { currency: "USD", value: "120.00" } }] }, { path: "schedule.0.amount.currency", code: "currency_not_eur" }], // prettier-ignore
  ["an end in the past", { validUntil: "2026-11-21" }, { path: "validUntil", code: "valid_until_past", message: "must be 2026-11-22 or later" }], // prettier-ignore
];

test.each(UNREADABLE)("a counter-offer with %s is refused", async (_what, changes, error) => {
  const id = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const refused = await api.post(`/arrangements/${id}/counter`, { schedule: IN_TWO, reason: "x", ...changes });
  expect([refused.status, refused.body.errors]).toEqual([422, [expect.objectContaining(error)]]);
  expect((await api.get(id)).status).toBe("proposed");
});

test("a creditor offers an arrangement over claims of one debtor, named by id and by reference", async () => {
  const debtor = { type: "person", reference: "samen", name: "J. de Vries", email: "j@example.nl" };
  const first = await api.newClaim({ debtor });
  const second = await api.newClaim({ debtor, reference: "samen/2" });
  const schedule = [day("2026-12-25", "120.00"), day("2027-01-25", "120.00")];
  const body = { schedule, reason: "Een voorstel van ons.", claims: [first, "ref:samen/2"] };
  const offered = await api.post(`/claims/${first}/arrangements`, body);

  expect(offered.status).toBe(201);
  expect(offered.headers.get("location")).toBe(`https://voldaan.test/api/v1/arrangements/${offered.body.id}`);
  expect(asArrangement(offered)).toMatchObject({
    status: "countered",
    version: 1,
    total: euro("240.00"),
    offer: { by: "creditor", message: "Een voorstel van ons.", validUntil: "2026-12-06" },
    wish: null,
  });
  expect(asArrangement(offered).claims.map(({ id }) => id)).toEqual([first, second].sort());
  expect(await api.eventsOf(second)).toEqual(["claim.opened", "arrangement.countered"]);

  const again = await api.post(`/claims/${second}/arrangements`, { schedule: IN_TWO });
  expect([again.status, again.body]).toMatchObject([
    409,
    { code: "arrangement_open", detail: `See ${offered.body.id}.` },
  ]);
});

test("an offer over claims of two debtors, unknown claims, or claims that are settled is refused", async () => {
  const [claim, other, settled] = [await api.newClaim(), await api.newClaim(), await api.newClaim()];
  const { key } = await api.addCreditor("Buurman B.V.");
  const foreign = await api.newClaim({ reference: "buurman" }, { key });
  await api.post(`/claims/${settled}/payments`, { amount: euro("120.00"), receivedOn: "2026-11-22", method: "cash" });
  const offer = (claims: string[]) => api.post(`/claims/${claim}/arrangements`, { schedule: IN_TWO, claims });

  const severalDebtors = await offer([other]);
  expect([severalDebtors.status, severalDebtors.body.code]).toEqual([422, "several_debtors"]);
  for (const name of [foreign, "ref:buurman", newId("clm", new Date(0)), "x"]) {
    const refused = await offer([claim, name]);
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: "claim_not_found", errors: [{ path: "claims.1" }] },
    ]);
  }
  const ended = await api.post(`/claims/${settled}/arrangements`, { schedule: IN_TWO });
  expect([ended.status, ended.body]).toMatchObject([
    409,
    { code: "claim_not_arrangeable", detail: `${settled} is settled.` },
  ]);
  expect((await api.call("GET", `/arrangements?claim=${claim}`)).body.data).toEqual([]);
});

test("with an Idempotency-Key an offer is made once, and answered again as it was", async () => {
  const claim = await api.newClaim();
  const options = { body: { schedule: IN_TWO }, headers: { "Idempotency-Key": "offer-1" } };
  const [first, second] = await Promise.all([
    api.call("POST", `/claims/${claim}/arrangements`, options),
    api.call("POST", `/claims/${claim}/arrangements`, options),
  ]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(first.text).toBe(second.text);
  const changed = { ...options, body: { schedule: IN_TWO, reason: "x" } };
  expect((await api.call("POST", `/claims/${claim}/arrangements`, changed)).body.code).toBe("idempotency_key_reused");
  expect(await api.eventsOf(claim)).toEqual(["claim.opened", "arrangement.countered"]);
});

test("with an Idempotency-Key a decision is taken once, also when the answer got lost", async () => {
  const id = await propose(api.services, await api.newClaim(), { total: "120.00" });
  const headers = { "Idempotency-Key": "accept-1" };
  const first = await api.call("POST", `/arrangements/${id}/accept`, { headers });
  const second = await api.call("POST", `/arrangements/${id}/accept`, { headers });

  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(second.text).toBe(first.text);
});
