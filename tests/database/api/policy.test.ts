import { afterAll, beforeAll, expect, test } from "vitest";
import { POLICY_EXAMPLE, policySchema } from "#app/server/api/schemas/policy-schemas.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const DAYS = [...Array.from({ length: 28 }, (_, index) => index + 1), "month_end"];

test("a creditor starts with the policy of the documentation", async () => {
  const { key } = await api.addCreditor("Nieuw B.V.");
  const policy = await api.call("GET", "/policy", { key });

  expect(policy.status).toBe(200);
  expect(policySchema.parse(policy.body)).toEqual(policy.body);
  expect(policy.body).toEqual({ ...POLICY_EXAMPLE, allowedDays: DAYS, bands: [] });
});

test("what GET answers can be put back as it is", async () => {
  const policy = await api.call("GET", "/policy");
  const put = await api.call("PUT", "/policy", { body: policy.body });

  expect(put.status).toBe(200);
  expect(put.text).toBe(policy.text);
});

test("a policy with bands is kept whole, and read back to the byte", async () => {
  const { key } = await api.addCreditor("Staffel B.V.");
  const band = { upTo: euro("100.00"), downPaymentPercent: 25, review: { maxInstalments: 8, maxDurationMonths: 8 } };
  const body = { ...POLICY_EXAMPLE, graceDays: 10, bands: [band, ...POLICY_EXAMPLE.bands] };
  const put = await api.call("PUT", "/policy", { key, body });

  expect([put.status, put.body]).toEqual([200, body]);
  expect((await api.call("GET", "/policy", { key })).text).toBe(put.text);
});

test("one creditor's policy is nobody else's", async () => {
  const first = await api.addCreditor("Streng B.V.");
  const second = await api.addCreditor("Soepel B.V.");
  await api.call("PUT", "/policy", { key: first.key, body: { ...POLICY_EXAMPLE, enabled: false } });

  expect((await api.call("GET", "/policy", { key: first.key })).body).toMatchObject({ enabled: false });
  expect((await api.call("GET", "/policy", { key: second.key })).body).toMatchObject({ enabled: true });
});

test("a partial policy is refused, with each field that is missing, and nothing changes", async () => {
  const before = await api.call("GET", "/policy");
  const put = await api.call("PUT", "/policy", { body: { enabled: false, autoAccept: { maxInstalments: 3 } } });

  expect([put.status, put.body.code]).toEqual([422, "validation_failed"]);
  const missing = put.body.errors.map(({ path, code }) => `${path} ${code}`).sort();
  const whole = Object.keys(POLICY_EXAMPLE).filter((name) => name !== "enabled" && name !== "autoAccept");
  expect(missing).toEqual(
    [...whole, "autoAccept.minInstalment", "autoAccept.maxDurationDays"].map((path) => `${path} required`).sort(),
  );
  expect((await api.call("GET", "/policy")).text).toBe(before.text);
});

type Refused = [what: string, changes: Record<string, unknown>, error: Record<string, unknown>];

const REFUSED: Refused[] = [
  ["an unknown field", { maxAge: 3 }, { path: "maxAge", code: "unknown_field" }],
  ["cents", { minClaim: 5000 }, { path: "minClaim", code: "wrong_type" }],
  ["dollars", { minClaim: { currency: "USD", value: "1.00" } }, { path: "minClaim.currency", code: "currency_not_eur" }], // prettier-ignore
  ["another rhythm", { frequencies: ["daily"] }, { path: "frequencies.0", code: "not_allowed" }],
  ["no rhythm", { frequencies: [] }, { path: "frequencies", code: "empty" }],
  ["no day", { allowedDays: [] }, { path: "allowedDays", code: "empty" }],
  ["day 29", { allowedDays: [1, 29] }, { path: "allowedDays.1", code: "out_of_range", allowed: { min: 1, max: 28 } }],
  ["a weekday", { allowedDays: ["friday"] }, { path: "allowedDays.0", code: "not_allowed" }],
  ["a day twice", { allowedDays: [1, 1] }, { path: "allowedDays", code: "duplicate" }],
  ["half a day", { graceDays: 2.5 }, { path: "graceDays", code: "not_a_whole_number" }],
  [
    "more than all of it",
    { downPaymentPercent: 101 },
    {
      path: "downPaymentPercent",
      code: "out_of_range",
      message: "must be from 0 up to 100",
      allowed: { min: 0, max: 100 },
    },
  ],
  [
    "less for a person than for the policy",
    { review: { maxInstalments: 5, maxDurationMonths: 12 } },
    { path: "review.maxInstalments", code: "below_auto_accept", allowed: { min: 6 } },
  ],
  [
    "fewer months for a person than days for the policy",
    { review: { maxInstalments: 12, maxDurationMonths: 6 } },
    { path: "review.maxDurationMonths", code: "below_auto_accept", allowed: { min: 7 } },
  ],
  [
    "more than the hard maximum",
    { hardMax: { months: 11 } },
    { path: "review.maxDurationMonths", code: "above_hard_maximum", allowed: { max: 11 } },
  ],
  [
    "bands out of order",
    { bands: [{ upTo: euro("200.00") }, { upTo: euro("200.00") }] },
    { path: "bands.1.upTo", code: "not_ascending", message: "must be above 200.00" },
  ],
  [
    "a band that is against the rest",
    { bands: [{ upTo: euro("200.00"), hardMax: { months: 3 } }] },
    { path: "bands.0.review.maxDurationMonths", code: "above_hard_maximum" },
  ],
];

test.each(REFUSED)("a policy with %s is refused", async (_what, changes, error) => {
  const body = { ...POLICY_EXAMPLE, bands: [], ...changes };
  const put = await api.call("PUT", "/policy", { body });

  expect(put.status).toBe(422);
  expect(put.body.errors).toEqual([expect.objectContaining(error)]);
  const tried = await api.call("POST", "/policy/simulation", { body: { policy: body, perMonth: [euro("25.00")] } });
  const path = `policy.${error["path"] as string}`;
  expect([tried.status, tried.body.errors[0]]).toMatchObject([422, { ...error, path }]);
});

const STATUTORY = { collectionCosts: { type: "none" }, interest: { type: "none" } };

async function newClaim(key: string, reference: string, value: string): Promise<string> {
  const { debtor, invoices } = exampleClaim();
  const body = exampleClaim({
    ...STATUTORY,
    reference,
    debtor: { ...debtor, reference },
    invoices: invoices.map((invoice) => ({ ...invoice, number: reference, amount: euro(value) })),
  });
  return (await api.call("POST", "/claims", { key, body })).body.id;
}

test("a simulation counts what each amount a month would have got, and stores nothing", async () => {
  const { key, creditorId } = await api.addCreditor("Proef B.V.");
  for (const value of ["30.00", "120.00", "150.00", "300.00", "2000.00"]) await newClaim(key, `s-${value}`, value);
  const { prisma } = api.services.database;
  const counts = () => Promise.all([prisma.arrangement.count(), prisma.outgoingMail.count(), prisma.event.count(), prisma.auditEntry.count({ where: { creditorId } })]); // prettier-ignore
  const before = await counts();

  const tried = await api.call("POST", "/policy/simulation", {
    key,
    body: { perMonth: [euro("25.00"), euro("50.00")] },
  });
  expect(tried.status).toBe(200);
  expect(tried.body).toEqual({
    claims: 5,
    results: [
      {
        perMonth: euro("25.00"),
        accepted: 1,
        countered: 0,
        person: 4,
        byReason: {
          claim_too_small: 1,
          instalment_too_low: 1,
          too_many_instalments: 2,
          takes_too_long: 2,
          over_hard_maximum: 1,
        },
      },
      {
        perMonth: euro("50.00"),
        accepted: 3,
        countered: 0,
        person: 2,
        byReason: { claim_too_small: 1, too_many_instalments: 1, takes_too_long: 1, over_hard_maximum: 1 },
      },
    ],
  });
  expect(await counts()).toEqual(before);
});

test("a simulation of a policy that is not set yet, in another rhythm and with a deposit", async () => {
  const { key } = await api.addCreditor("Wat Als B.V.");
  await newClaim(key, "w-1", "120.00");
  const policy = { ...POLICY_EXAMPLE, minClaim: euro("200.00"), bands: [] };
  const asked = { perMonth: [euro("50.00")], frequency: "weekly", downPayment: euro("60.00") };
  const own = await api.call("POST", "/policy/simulation", { key, body: asked });
  const stricter = await api.call("POST", "/policy/simulation", { key, body: { ...asked, policy } });

  expect(own.body).toMatchObject({ results: [{ accepted: 0, person: 1, byReason: { instalment_too_low: 1 } }] }); // prettier-ignore
  expect(stricter.body).toMatchObject({ results: [{ person: 1, byReason: { claim_too_small: 1 } }] });
});

test("the amount that counts is that of the day a claim came in", async () => {
  const { key } = await api.addCreditor("Toen B.V.");
  const claim = await newClaim(key, "t-1", "120.00");
  const paid = { amount: euro("100.00"), receivedOn: "2026-11-22", method: "cash" };
  await api.call("POST", `/claims/${claim}/payments`, { key, body: paid });

  const tried = await api.call("POST", "/policy/simulation", { key, body: { perMonth: [euro("20.00")] } });
  expect(tried.body).toMatchObject({ claims: 1, results: [{ accepted: 0, byReason: { instalment_too_low: 1 } }] });
});

test("a pay day without months is refused", async () => {
  const body = { perMonth: [euro("25.00")], frequency: "weekly", payDay: 3 };
  const tried = await api.call("POST", "/policy/simulation", { body });
  expect([tried.status, tried.body.errors]).toMatchObject([422, [{ path: "payDay", code: "not_allowed" }]]);
});

test("five hundred claims with six amounts are tried in one request, the newest", async () => {
  const { key, creditorId } = await api.addCreditor("Veel B.V.");
  const first = await newClaim(key, "v-0", "30.00");
  await copyClaim(first, 500, 120_00n);
  const perMonth = Array.from({ length: 6 }, (_, index) => euro(`${(index + 1) * 10}.00`));
  const tried = await api.call("POST", "/policy/simulation", { key, body: { perMonth } });

  expect(await api.services.database.prisma.claim.count({ where: { creditorId } })).toBe(501);
  const { claims, results } = tried.body as unknown as { claims: number; results: Record<string, unknown>[] };
  expect(claims).toBe(500);
  expect(results.map(({ accepted, countered, person }) => [accepted, countered, person])).toEqual([
    [0, 0, 500],
    [0, 0, 500],
    ...Array.from({ length: 4 }, () => [500, 0, 0]),
  ]);
});

/** Writes a claim again, later, with one invoice of another amount. */
async function copyClaim(claimId: string, times: number, amount: bigint): Promise<void> {
  const { prisma } = api.services.database;
  const { metadata: _, ...claim } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  const invoice = await prisma.invoice.findFirstOrThrow({ where: { claimId } });
  const later = new Date(api.services.clock.now().getTime() + 1000);
  const copies = Array.from({ length: times }, (__, index) => ({
    id: newId("clm", later),
    reference: `copy-${index}`,
  }));
  await prisma.claim.createMany({
    data: copies.map((copy) => ({
      ...claim,
      ...copy,
      paymentReference: `${claim.paymentReference}-${copy.reference}`,
    })),
  });
  await prisma.invoice.createMany({
    data: copies.map(({ id, reference }) => ({
      ...invoice,
      id: newId("inv", later),
      claimId: id,
      number: reference,
      amount,
    })),
  });
}
