import { afterAll, beforeAll, expect, test } from "vitest";
import { creditSchema, paymentSchema } from "#app/server/api/schemas/payment-schemas.server.ts";
import { type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

let count = 0;

async function newClaim(changes: Record<string, unknown> = {}): Promise<string> {
  count += 1;
  const example = exampleClaim();
  const body = {
    ...example,
    reference: `p-${count}`,
    debtor: { ...example.debtor, reference: `d-${count}` },
    ...changes,
  };
  const created = await api.call("POST", "/claims", { body });
  return created.body.id;
}

const transfer = (value: string, changes: Record<string, unknown> = {}) => ({
  body: { amount: euro(value), receivedOn: "2026-11-22", method: "bank_transfer", ...changes },
});

async function eventsOf(claimId: string): Promise<{ type: string; data: unknown }[]> {
  const rows = await api.services.database.prisma.event.findMany({ where: { claimId }, orderBy: { sequence: "asc" } });
  return rows.map(({ type, body }) => ({ type, data: (JSON.parse(body) as { data: unknown }).data }));
}

test("a payment goes to costs, then interest, then principal", async () => {
  const claim = await newClaim();
  const paid = await api.call("POST", `/claims/${claim}/payments`, transfer("50.00", { reference: "b-1" }));

  expect(paid.status).toBe(201);
  expect(paymentSchema.parse(paid.body)).toEqual(paid.body);
  expect(paid.headers.get("location")).toBe(`https://voldaan.test/api/v1/payments/${paid.body.id}`);
  expect(paid.body).toMatchObject({
    status: "paid",
    method: "bank_transfer",
    amount: euro("50.00"),
    receivedOn: "2026-11-22",
    reference: "b-1",
    allocation: { costs: "40.00", vat: "0.00", interest: "2.31", principal: "7.69", credit: "0.00" },
    claims: [{ id: claim, amount: euro("50.00") }],
  });
  const read = await api.call("GET", `/payments/${paid.body.id}`);
  expect(read.status).toBe(200);
  expect(read.text).toBe(paid.text);

  const statement = await api.call("GET", `/claims/${claim}/statement`);
  expect(statement.body).toMatchObject({
    open: "112.31",
    costs: { paid: "40.00", open: "0.00" },
    interest: { paid: "2.31", open: "0.00" },
    principal: { paid: "7.69", open: "112.31" },
    entries: [
      { date: "2026-11-22", type: "payment", amount: "50.00", allocation: { costs: "40.00", principal: "7.69" } },
    ],
  });
  const events = await eventsOf(claim);
  expect(events.map((event) => event.type)).toEqual(["claim.opened", "payment.paid"]);
  expect(events[1]?.data).toMatchObject({
    sequence: 2,
    claim: { id: claim },
    payment: { id: paid.body.id, amount: "50.00", method: "bank_transfer", reference: "b-1" },
    allocation: { costs: "40.00", interest: "2.31", principal: "7.69" },
    open: "112.31",
  });
});

test("paying all settles the claim, and the events say so in order", async () => {
  const claim = await newClaim();
  await api.call("POST", `/claims/${claim}/payments`, transfer("162.31"));

  expect((await api.call("GET", `/claims/${claim}`)).body.status).toBe("settled");
  expect((await eventsOf(claim)).map((event) => event.type)).toEqual(["claim.opened", "payment.paid", "claim.settled"]);
});

test("paying more than is open becomes the debtor's credit", async () => {
  const claim = await newClaim();
  const paid = await api.call("POST", `/claims/${claim}/payments`, transfer("170.00"));

  expect(paid.body.allocation.credit).toBe("7.69");
  const statement = await api.call("GET", `/claims/${claim}/statement`);
  expect(statement.body).toMatchObject({ open: "0.00", credit: "7.69" });
  const events = await eventsOf(claim);
  expect(events.map((event) => event.type)).toEqual([
    "claim.opened",
    "payment.paid",
    "payment.overpaid",
    "claim.settled",
  ]);
});

test("a payment counts for the day it was received", async () => {
  const claim = await newClaim();
  const paid = await api.call("POST", `/claims/${claim}/payments`, transfer("120.00", { receivedOn: "2026-05-30" }));

  expect(paid.body.allocation).toMatchObject({ principal: "120.00", interest: "0.00", costs: "0.00" });
  expect((await api.call("GET", `/claims/${claim}`)).body.status).toBe("settled");
});

const REFUSED: [what: string, value: string, changes: Record<string, unknown>, path: string, code: string][] = [
  ["from tomorrow", "10.00", { receivedOn: "2026-11-23" }, "receivedOn", "received_in_future"],
  [
    "older than the first invoice",
    "10.00",
    { receivedOn: "2026-04-29" },
    "receivedOn",
    "received_before_first_invoice",
  ],
  ["of nothing", "0.00", {}, "amount.value", "amount_not_positive"],
  ["below zero", "-1.00", {}, "amount.value", "amount_not_positive"],
  ["with three decimals", "1.000", {}, "amount.value", "wrong_format"],
  ["without a method", "1.00", { method: undefined }, "method", "required"],
  ["with a status", "1.00", { status: "paid" }, "status", "unknown_field"],
];

test.each(REFUSED)("a payment %s is refused", async (_what, value, changes, path, code) => {
  const refused = await api.call("POST", `/claims/${await newClaim()}/payments`, transfer(value, changes));
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({ path, code });
});

test("the same payment by reference, amount and day is recorded once", async () => {
  const claim = await newClaim();
  const path = `/claims/${claim}/payments`;
  const first = await api.call("POST", path, transfer("10.00", { reference: "b-7" }));
  const again = await api.call("POST", path, transfer("10.00", { reference: "b-7" }));
  const other = await api.call("POST", path, transfer("11.00", { reference: "b-7" }));

  expect([first.status, again.status, other.status]).toEqual([201, 409, 201]);
  expect(again.body.code).toBe("payment_already_recorded");
  expect((await api.call("GET", `/claims/${claim}/statement`)).body.entries).toHaveLength(2);
});

test("a credit reduces the principal of the invoice it names", async () => {
  const claim = await newClaim({
    invoices: [
      { number: "F-1", issuedOn: "2026-10-01", dueOn: "2026-12-01", amount: euro("100.00") },
      { number: "F-2", issuedOn: "2026-10-01", dueOn: "2026-12-01", amount: euro("50.00") },
    ],
    collectionCosts: { type: "none" },
  });
  const credited = await api.call("POST", `/claims/${claim}/credits`, {
    body: { amount: euro("20.00"), reason: "te veel uren", invoice: "ref:F-2" },
  });

  expect(credited.status).toBe(201);
  expect(creditSchema.parse(credited.body)).toEqual(credited.body);
  expect(credited.body).toMatchObject({
    claim,
    amount: euro("20.00"),
    reason: "te veel uren",
    creditedOn: "2026-11-22",
    allocation: { principal: "20.00", credit: "0.00" },
    open: "130.00",
    credit: "0.00",
  });
  const details = await api.call("GET", `/claims/${claim}`);
  expect(credited.body.invoice).toBe(details.body.invoices[1]?.id);
  const tooMuch = await api.call("POST", `/claims/${claim}/credits`, {
    body: { amount: euro("30.01"), reason: "alles", invoice: credited.body.invoice },
  });
  expect(tooMuch.status).toBe(422);
  expect(tooMuch.body).toMatchObject({
    code: "credit_exceeds_principal",
    errors: [{ path: "amount.value", allowed: euro("30.00") }],
  });
});

test("crediting what was paid already makes it the debtor's credit", async () => {
  const claim = await newClaim({ collectionCosts: { type: "none" }, interest: { type: "none" } });
  await api.call("POST", `/claims/${claim}/payments`, transfer("100.00", { receivedOn: "2026-11-20" }));
  const credited = await api.call("POST", `/claims/${claim}/credits`, {
    body: { amount: euro("120.00"), reason: "fout" },
  });

  expect(credited.body).toMatchObject({ allocation: { principal: "20.00", credit: "100.00" }, open: "0.00", credit: "100.00" }); // prettier-ignore
  expect((await api.call("GET", `/claims/${claim}`)).body.status).toBe("settled");
  const more = await api.call("POST", `/claims/${claim}/credits`, { body: { amount: euro("0.01"), reason: "meer" } });
  expect(more.body.code).toBe("credit_exceeds_principal");
});

test("a credit of an invoice that the claim does not have is refused", async () => {
  const other = await newClaim();
  const otherInvoice = (await api.call("GET", `/claims/${other}`)).body.invoices[0]?.id;
  const claim = await newClaim();
  for (const invoice of ["ref:F-9", otherInvoice]) {
    const body = { amount: euro("1.00"), reason: "x", invoice };
    const refused = await api.call("POST", `/claims/${claim}/credits`, { body });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe("invoice_not_found");
  }
});

test("a settled claim with a further notice of costs stays settled", async () => {
  const claim = await newClaim({ collectionCosts: { type: "statutory" }, interest: { type: "none" } });
  await api.call("POST", `/claims/${claim}/payments`, transfer("120.00"));
  const body = { collectionCosts: { noticeDeliveredOn: "2026-06-20" } };
  const refused = await api.call("PATCH", `/claims/${claim}`, { body });
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe("claim_not_open");
});

test("payments at the same time are each booked once, and settle the claim once", async () => {
  const claim = await newClaim({ collectionCosts: { type: "none" }, interest: { type: "none" } });
  const paid = await Promise.all(
    Array.from({ length: 4 }, (_, index) =>
      api.call("POST", `/claims/${claim}/payments`, transfer("30.00", { reference: `same-time-${index}` })),
    ),
  );
  expect(paid.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
  const types = (await eventsOf(claim)).map((event) => event.type);
  expect(types.filter((type) => type === "payment.paid")).toHaveLength(4);
  expect(types.filter((type) => type === "claim.settled")).toHaveLength(1);
});
