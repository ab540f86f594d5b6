import { afterAll, beforeAll, expect, test } from "vitest";
import { statementSchema } from "#app/server/api/schemas/statement-schema.server.ts";
import { claimSchema, registeredClaimSchema, triedClaimSchema } from "#app/server/api/schemas/claim-schemas.server.ts";
import { updateCreditor } from "#app/server/creditors/update-creditor.server.ts";
import { type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

let count = 0;
const ownClaim = (changes: Record<string, unknown> = {}) => {
  count += 1;
  const example = exampleClaim();
  return {
    ...example,
    reference: `claim-${count}`,
    debtor: { ...example.debtor, reference: `debtor-${count}` },
    ...changes,
  };
};

test("the claim of the documentation is created, and its statement is that of the documentation", async () => {
  const created = await api.call("POST", "/claims", { body: exampleClaim() });

  expect(created.status).toBe(201);
  expect(registeredClaimSchema.parse(created.body)).toEqual(created.body);
  expect(created.headers.get("location")).toBe(`https://voldaan.test/api/v1/claims/${created.body.id}`);
  expect(created.body).toMatchObject({ ...exampleClaim(), status: "open", warnings: [] });
  expect(created.body.id).toMatch(/^clm_[0-9a-z]{26}$/);
  expect(created.body.debtor.id).toMatch(/^dbt_/);

  const statement = await api.call("GET", `/claims/${created.body.id}/statement?asOf=2026-11-22`);
  expect(statement.status).toBe(200);
  expect(statementSchema.parse(statement.body)).toEqual(statement.body);
  expect(statement.body).toEqual({
    claim: created.body.id,
    asOf: "2026-11-22",
    principal: { total: "120.00", credited: "0.00", paid: "0.00", open: "120.00" },
    interest: {
      total: "2.31",
      paid: "0.00",
      open: "2.31",
      lines: [
        {
          invoice: created.body.invoices[0]?.id,
          from: "2026-05-31",
          to: "2026-11-22",
          days: 176,
          ratePercent: "4.00",
          base: "120.00",
          amount: "2.31",
        },
      ],
    },
    costs: { total: "40.00", paid: "0.00", open: "40.00", state: "due", dueFrom: "2026-07-06" },
    vat: { ratePercent: "21.00", total: "0.00", paid: "0.00", open: "0.00" },
    entries: [],
    open: "162.31",
    credit: "0.00",
  });
});

test("a claim is found by its id and by its own reference", async () => {
  const body = ownClaim({ reference: "A/1 ü" });
  const created = await api.call("POST", "/claims", { body });

  const byId = await api.call("GET", `/claims/${created.body.id}`);
  const byReference = await api.call("GET", `/claims/${encodeURIComponent("ref:A/1 ü")}`);
  const statement = await api.call("GET", `/claims/${encodeURIComponent("ref:A/1 ü")}/statement`);

  expect(byId.status).toBe(200);
  expect(claimSchema.parse(byId.body)).toEqual(byId.body);
  expect(byReference.text).toBe(byId.text);
  expect(statement.body).toMatchObject({ claim: created.body.id, asOf: "2026-11-22", open: "162.31" });
});

test("the same claim again changes nothing; another under its reference is refused", async () => {
  const body = ownClaim();
  const created = await api.call("POST", "/claims", { body });
  const again = await api.call("POST", "/claims", { body });
  const other = await api.call("POST", "/claims", { body: { ...body, description: "iets anders" } });

  expect(created.status).toBe(201);
  expect(again.status).toBe(200);
  expect(again.body.id).toBe(created.body.id);
  expect(other.status).toBe(409);
  expect(other.body).toMatchObject({
    code: "reference_taken",
    errors: [{ path: "reference", code: "reference_taken" }],
  });
});

test("a dry run answers the statement and every warning and stores nothing", async () => {
  const body = ownClaim({ collectionCosts: { type: "statutory" } });
  const tried = await api.call("POST", "/claims?dryRun=true", { body });

  expect(tried.status).toBe(200);
  expect(triedClaimSchema.parse(tried.body)).toEqual(tried.body);
  expect(tried.body).toMatchObject({ ...body, dryRun: true, status: "open" });
  expect(tried.body.statement).toMatchObject({ claim: `ref:${body.reference}`, open: "122.31" });
  expect(tried.body.statement.interest.lines[0]?.invoice).toBe("ref:F-1");
  expect(tried.body.warnings).toMatchObject([{ path: "collectionCosts.noticeDeliveredOn", code: "notice_missing" }]);
  expect((await api.call("GET", `/claims/ref:${body.reference}`)).status).toBe(404);
});

test("an invoice number that was charged to the debtor before is refused", async () => {
  const body = ownClaim();
  await api.call("POST", "/claims", { body });
  const again = await api.call("POST", "/claims", { body: { ...body, reference: `${body.reference}-b` } });

  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({
    code: "invoice_already_charged",
    errors: [{ path: "invoices.0.number", code: "invoice_already_charged" }],
  });
});

test("claims of one new debtor that come at the same time are all taken in, each invoice number once", async () => {
  const debtor = { ...exampleClaim().debtor, reference: "at-once" };
  const bodies = ["F-1", "F-2", "F-3", "F-3"].map((number) => ownClaim({ debtor, invoices: [{ ...invoice, number }] }));
  const answers = await Promise.all(bodies.map((body) => api.call("POST", "/claims", { body })));

  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 201, 409]);
  const debtors = answers.filter((answer) => answer.status === 201).map((answer) => answer.body.debtor.id);
  expect(new Set(debtors).size).toBe(1);
});

const invoice = { number: "F-1", issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: euro("120.00") };
const fixed = (value: string, notice: string | undefined = "2026-06-20") => ({
  collectionCosts: { type: "fixed", amount: euro(value), ...(notice ? { noticeDeliveredOn: notice } : {}) },
});

const REFUSALS: [what: string, changes: Record<string, unknown>, path: string, code: string, allowed: string | null][] =
  [
    ["costs above the maximum", fixed("40.01"), "collectionCosts.amount", "costs_exceed_legal_maximum", "40.00"],
    [
      "costs with VAT of who deducts it",
      fixed("48.40"),
      "collectionCosts.amount",
      "costs_exceed_legal_maximum",
      "40.00",
    ],
    [
      "costs before a notice",
      fixed("40.00", ""),
      "collectionCosts.noticeDeliveredOn",
      "costs_before_notice_term",
      "0.00",
    ],
    ["costs by a notice before the due date", fixed("40.00", "2026-05-30"), "collectionCosts.noticeDeliveredOn", "costs_before_notice_term", "0.00"], // prettier-ignore
    ["negative costs", fixed("-1.00"), "collectionCosts.amount.value", "amount_not_positive", "0.01"],
    [
      "due before issue",
      { invoices: [{ ...invoice, dueOn: "2026-04-29" }] },
      "invoices.0.dueOn",
      "due_before_issued",
      null,
    ],
    ["a number twice", { invoices: [invoice, invoice] }, "invoices.1.number", "duplicate_invoice_number", null],
    ["an amount of nothing", { invoices: [{ ...invoice, amount: euro("0.00") }] }, "invoices.0.amount", "amount_not_positive", null], // prettier-ignore
    ["a negative amount", { invoices: [{ ...invoice, amount: euro("-5.00") }] }, "invoices.0.amount.value", "amount_not_positive", "0.01"], // prettier-ignore
    ["an absurd amount", { invoices: [{ ...invoice, amount: euro("1000000000.00") }] }, "invoices.0.amount.value", "amount_too_large", "999999999.99"], // prettier-ignore
    ["another currency", { invoices: [{ ...invoice, amount: { currency: "USD", value: "1.00" } }] }, "invoices.0.amount.currency", "currency_not_eur", null], // prettier-ignore
  ];

test.each(REFUSALS)(
  "%s is refused with a stable code and what is allowed",
  async (_what, changes, path, code, allowed) => {
    const refused = await api.call("POST", "/claims", { body: ownClaim(changes) });

    expect(refused.status).toBe(422);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(refused.body.code).toBe(code);
    expect(refused.body.errors[0]).toMatchObject({ path, code });
    expect(refused.body.errors[0]?.allowed?.value ?? null).toBe(allowed);
  },
);

const ACCEPTED: [what: string, changes: Record<string, unknown>][] = [
  ["fixed costs of exactly the maximum", fixed("40.00")],
  ["a due date on the day of issue", { invoices: [{ ...invoice, dueOn: "2026-04-30" }] }],
  ["the smallest amount", { invoices: [{ ...invoice, amount: euro("0.01") }] }],
  ["the largest amount", { invoices: [{ ...invoice, amount: euro("999999999.99") }] }],
];

test.each(ACCEPTED)("%s is not refused", async (_what, changes) => {
  expect((await api.call("POST", "/claims", { body: ownClaim(changes) })).status).toBe(201);
});

test("VAT that may not be asked is named besides the maximum", async () => {
  const refused = await api.call("POST", "/claims", { body: ownClaim(fixed("48.40")) });
  expect(refused.body.errors.map((error: { code: string }) => error.code)).toEqual([
    "costs_exceed_legal_maximum",
    "vat_not_allowed",
  ]);
});

test("fields that nobody asked for are refused, every one of them", async () => {
  const example = exampleClaim();
  const body = {
    ...ownClaim(),
    id: "clm_01kaghtw0078v5w3drzqyj9c2m",
    status: "settled",
    creditorId: "crd_01kaghtw0078v5w3drzqyj9c2m",
    paymentReference: "RF18539007547034",
    eventSequence: 9,
    createdAt: "2020-01-01T00:00:00Z",
    debtor: { ...example.debtor, id: "dbt_01kaghtw0078v5w3drzqyj9c2m" },
    invoices: [{ ...invoice, paidAt: "2026-01-01" }],
  };
  const refused = await api.call("POST", "/claims", { body });

  expect(refused.status).toBe(422);
  expect(refused.body.code).toBe("validation_failed");
  expect(
    refused.body.errors.map((error: { path: string; code: string }) => `${error.path} ${error.code}`).sort(),
  ).toEqual([
    "createdAt unknown_field",
    "creditorId unknown_field",
    "debtor.id unknown_field",
    "eventSequence unknown_field",
    "id unknown_field",
    "invoices.0.paidAt unknown_field",
    "paymentReference unknown_field",
    "status unknown_field",
  ]);
});

test("every missing and wrong field is named with its rule", async () => {
  const body = { reference: "", kind: "person", debtor: { type: "person", email: "no" }, invoices: [] };
  const refused = await api.call("POST", "/claims", { body });

  expect(refused.body.errors).toEqual([
    { path: "reference", code: "too_small", message: "must have at least 1 characters" },
    { path: "kind", code: "not_allowed", message: "must be `consumer` or `commercial`" },
    { path: "debtor.name", code: "required", message: "is required" },
    { path: "debtor.email", code: "wrong_format", message: "Invalid email address" },
    { path: "invoices", code: "too_small", message: "must have at least 1 items" },
  ]);
});

test("texts that the database cannot keep are refused, not failed on", async () => {
  const nul = await api.call("POST", "/claims", { body: ownClaim({ description: "a\u0000b" }) });
  const half = await api.call("POST", "/claims", { body: ownClaim({ metadata: { a: "\ud800" } }) });
  const deep = await api.call("POST", "/claims", {
    raw: { contentType: "application/json", bytes: `${"[".repeat(200_000)}${"]".repeat(200_000)}` },
  });
  const asked = await api.call("GET", "/claims?q=%00");

  expect(nul.body.errors).toMatchObject([{ path: "description", code: "wrong_format" }]);
  expect(half.body.errors).toMatchObject([{ path: "metadata.a", code: "wrong_format" }]);
  expect(deep.status).toBe(422);
  expect(asked.status).toBe(422);
});

test("claims are listed newest first, page by page, each once", async () => {
  const { key } = await api.addCreditor("Lijst B.V.");
  for (const reference of ["p-1", "p-2", "p-3"]) {
    await api.call("POST", "/claims", { key, body: ownClaim({ reference }) });
    api.services.clock.advance(1000);
  }
  const first = await api.call("GET", "/claims?limit=2", { key });
  const second = await api.call("GET", `/claims?limit=2&cursor=${first.body.nextCursor}`, { key });
  const references = (page: typeof first) => page.body.data.map((claim: { reference: string }) => claim.reference);

  expect(references(first)).toEqual(["p-3", "p-2"]);
  expect(references(second)).toEqual(["p-1"]);
  expect(second.body.nextCursor).toBeNull();
});

test("claims are found by status, by time of change, and by what they say", async () => {
  const { key } = await api.addCreditor("Zoek B.V.");
  const before = new Date(api.services.clock.now().getTime() + 500).toISOString();
  await api.call("POST", "/claims", { key, body: ownClaim({ reference: "z-100%" }) });
  api.services.clock.advance(1000);
  await api.call("POST", "/claims", { key, body: ownClaim({ reference: "z-200" }) });
  const found = async (query: string) => {
    const listed = await api.call("GET", `/claims?${query}`, { key });
    return listed.body.data.map((claim: { reference: string }) => claim.reference);
  };

  expect(await found("status=open")).toEqual(["z-200", "z-100%"]);
  expect(await found("status=settled")).toEqual([]);
  expect(await found(`updatedSince=${encodeURIComponent(before)}`)).toEqual(["z-200"]);
  expect(await found("q=100%25")).toEqual(["z-100%"]);
  expect(await found("q=%25")).toEqual([]);
  expect(await found("q=de+vries&status=open")).toEqual(["z-200", "z-100%"]);
});

test.each(["limit=0", "limit=201", "limit=x", "status=paid", "updatedSince=yesterday", "asc=1", "q=a&q=b"])(
  "a list with %s is refused with the name of the parameter",
  async (query) => {
    const refused = await api.call("GET", `/claims?${query}`);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]?.path).toBe(query.split("=")[0]);
  },
);

test("description and metadata change, and the day of the notice is set once", async () => {
  const created = await api.call("POST", "/claims", { body: ownClaim({ collectionCosts: { type: "statutory" } }) });
  const path = `/claims/${created.body.id}`;
  expect((await api.call("GET", `${path}/statement`)).body).toMatchObject({
    open: "122.31",
    costs: { state: "no_notice" },
  });

  const body = { description: "mei", metadata: { dossier: "7" }, collectionCosts: { noticeDeliveredOn: "2026-06-20" } };
  const changed = await api.call("PATCH", path, { body });
  const again = await api.call("PATCH", path, { body });
  const other = await api.call("PATCH", path, { body: { collectionCosts: { noticeDeliveredOn: "2026-06-21" } } });

  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({
    description: "mei",
    metadata: { dossier: "7" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-06-20" },
  });
  expect(again.status).toBe(200);
  expect(other.status).toBe(409);
  expect(other.body.code).toBe("notice_already_set");
  expect((await api.call("GET", `${path}/statement`)).body).toMatchObject({ open: "162.31", costs: { state: "due" } });
});

test("what follows from other facts cannot be changed", async () => {
  const created = await api.call("POST", "/claims", { body: ownClaim({ collectionCosts: { type: "none" } }) });
  const path = `/claims/${created.body.id}`;

  const status = await api.call("PATCH", path, { body: { status: "settled", kind: "commercial" } });
  const notice = await api.call("PATCH", path, { body: { collectionCosts: { noticeDeliveredOn: "2026-06-20" } } });
  const typed = await api.call("PATCH", path, { body: { collectionCosts: { type: "fixed", noticeDeliveredOn: "2026-06-20" } } }); // prettier-ignore

  expect(status.status).toBe(422);
  expect(notice.body.errors).toMatchObject([{ path: "collectionCosts.noticeDeliveredOn", code: "not_allowed" }]);
  expect(typed.body.errors).toMatchObject([{ path: "collectionCosts.type", code: "unknown_field" }]);
});

test("the debtor of somebody else's claim is out of reach", async () => {
  const created = await api.call("POST", "/claims", { body: ownClaim() });
  const other = await api.addCreditor("Ander Bedrijf");
  const body = { debtor: { email: "vreemd@example.org" } };
  const strange = await api.call("PATCH", `/claims/${created.body.id}`, { key: other.key, body });
  const none = await api.call("PATCH", "/claims/clm_00000000000000000000000000", { key: other.key, body });
  expect([strange.status, strange.text]).toEqual([404, none.text]);
  const { prisma } = api.services.database;
  expect(await prisma.debtor.count({ where: { email: "vreemd@example.org" } })).toBe(0);
  expect((await api.call("PATCH", `/claims/${created.body.id}`, { body })).status).toBe(200);
  expect(await prisma.debtor.count({ where: { email: "vreemd@example.org" } })).toBe(1);
});

test("an invoice that is dated in the future is asked from the day it came in", async () => {
  const first = ownClaim();
  const [invoice] = first.invoices;
  const invoices = [
    { ...invoice, number: "F-1", amount: euro("100.00") },
    { ...invoice, number: "F-2", amount: euro("50.00"), issuedOn: "2026-12-01", dueOn: "2026-12-31" },
  ];
  const terms = { interest: { type: "none" }, collectionCosts: { type: "none" } };
  const created = await api.call("POST", "/claims", { body: { ...first, ...terms, invoices } });
  expect(created.body.warnings).toMatchObject([{ path: "invoices.1.issuedOn", code: "issued_in_future" }, { code: "not_due_yet" }]); // prettier-ignore
  const pay = (value: string) => api.call("POST", `/claims/${created.body.id}/payments`, { body: { amount: euro(value), receivedOn: "2026-11-22", method: "bank_transfer" } }); // prettier-ignore
  await pay("100.00");
  expect((await api.call("GET", `/claims/${created.body.id}`)).body).toMatchObject({ status: "open" });
  await pay("50.00");
  expect((await api.call("GET", `/claims/${created.body.id}`)).body).toMatchObject({ status: "settled" });
});

test("a notice in the future cannot be set", async () => {
  const created = await api.call("POST", "/claims", { body: ownClaim({ collectionCosts: { type: "statutory" } }) });
  const body = { collectionCosts: { noticeDeliveredOn: "2026-11-23" } };
  expect((await api.call("PATCH", `/claims/${created.body.id}`, { body })).status).toBe(422);
});

test("a debtor who is known otherwise under the same reference is a warning, on a dry run and after it", async () => {
  const first = ownClaim();
  expect((await api.call("POST", "/claims", { body: first })).status).toBe(201);
  const { debtor } = first;
  const other = { ...debtor, name: "K. Bakker", address: { ...debtor.address, city: "Elders" } };
  const body = ownClaim({ debtor: other, invoices: [{ ...first.invoices[0], number: "F-2" }] });
  const toldBy = ({ warnings }: { warnings: readonly unknown[] }) => {
    const differing = (warnings as { path: string; code: string }[]).filter(({ code }) => code === "debtor_differs");
    return differing.map(({ path }) => path);
  };
  for (const query of ["?dryRun=true", ""]) {
    const answer = await api.call("POST", `/claims${query}`, { body });
    expect(toldBy(answer.body)).toEqual(["debtor.name", "debtor.address.city"]);
  }
  // The same again is the claim that stands there.
  expect(toldBy((await api.call("POST", "/claims", { body })).body)).toEqual([]);
});

test("claims of one debtor with one day of notice are warned of: the law adds them up", async () => {
  const first = ownClaim();
  const alike = (number: string, costs: Record<string, unknown> = first.collectionCosts) =>
    ownClaim({ debtor: first.debtor, invoices: [{ ...first.invoices[0], number }], collectionCosts: costs });
  const together = ({ body }: { body: { warnings: readonly unknown[] } }) =>
    (body.warnings as { path: string; code: string }[]).filter(({ code }) => code === "noticed_together");
  const warning = { path: "collectionCosts.noticeDeliveredOn", code: "noticed_together", allowed: euro("0.00") };

  const created = await api.call("POST", "/claims", { body: first });
  expect(together(created)).toEqual([]);
  for (const query of ["?dryRun=true", ""]) {
    const answer = await api.call("POST", `/claims${query}`, { body: alike("F-2") });
    expect(together(answer)).toMatchObject([warning]);
  }
  const { body: third } = await api.call("POST", "/claims", { body: alike("F-3", { type: "statutory" }) });
  const { noticeDeliveredOn } = first.collectionCosts;
  const noticed = await api.call("PATCH", `/claims/${third.id}`, { body: { collectionCosts: { noticeDeliveredOn } } });
  expect(together(noticed)).toMatchObject([warning]);
});

test("a notice sent by post is delivered when the law presumes it, by the creditor's postal days", async () => {
  const sent = (noticeSentOn: string) => ({ collectionCosts: { type: "statutory", noticeSentOn } });
  const created = await api.call("POST", "/claims", { body: ownClaim(sent("2026-06-20")) });
  expect(created.body).toMatchObject({ collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-06-24" } });

  const slow = await api.addCreditor("Trage Post");
  const change = { creditorId: slow.creditorId, change: { postalDays: 3 }, actor: "operator" };
  expect(await updateCreditor(api.services, change)).toMatchObject({ ok: true, value: { changed: ["postalDays"] } });
  const later = await api.call("POST", "/claims", { key: slow.key, body: ownClaim(sent("2026-06-20")) });
  expect(later.body).toMatchObject({ collectionCosts: { noticeDeliveredOn: "2026-06-25" } });

  const body = ownClaim(sent("2026-06-20"));
  const tried = await api.call("POST", "/claims?dryRun=true", { body });
  expect(triedClaimSchema.parse(tried.body)).toEqual(tried.body);
  expect(tried.body).toMatchObject({ ...sent("2026-06-20"), statement: { costs: { dueFrom: "2026-07-10" } } });

  const both = { type: "statutory", noticeSentOn: "2026-06-20", noticeDeliveredOn: "2026-06-23" };
  const refused = await api.call("POST", "/claims", { body: ownClaim({ collectionCosts: both }) });
  expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([
    422,
    ["collectionCosts.noticeSentOn"],
  ]);
});

test("that a notice was sent today is told at once; that it will be is not", async () => {
  const created = await api.call("POST", "/claims", { body: ownClaim({ collectionCosts: { type: "statutory" } }) });
  const path = `/claims/${created.body.id}`;
  const tomorrow = await api.call("PATCH", path, { body: { collectionCosts: { noticeSentOn: "2026-11-23" } } });
  const neither = await api.call("PATCH", path, { body: { collectionCosts: {} } });
  const today = await api.call("PATCH", path, { body: { collectionCosts: { noticeSentOn: "2026-11-22" } } });

  expect(tomorrow.body.errors).toMatchObject([{ path: "collectionCosts.noticeSentOn", code: "not_allowed" }]);
  expect(neither.body.errors).toMatchObject([{ path: "collectionCosts.noticeDeliveredOn" }]);
  expect(today.body).toMatchObject({
    collectionCosts: { noticeDeliveredOn: "2026-11-25" },
    warnings: [{ code: "notice_not_delivered_yet" }],
  });
});

const OUT_OF_RANGE: [path: string, changes: Record<string, unknown>][] = [
  ["invoices.0.issuedOn", { invoices: [{ ...invoice, issuedOn: "1899-12-31" }] }],
  ["invoices.0.dueOn", { invoices: [{ ...invoice, dueOn: "2100-01-01" }] }],
  ["collectionCosts.noticeDeliveredOn", { collectionCosts: { type: "statutory", noticeDeliveredOn: "9999-12-31" } }],
  ["collectionCosts.noticeSentOn", { collectionCosts: { type: "statutory", noticeSentOn: "0001-01-01" } }],
];

test.each(OUT_OF_RANGE)("%s outside the calendar is refused", async (path, changes) => {
  const refused = await api.call("POST", "/claims", { body: ownClaim(changes) });
  expect([refused.status, refused.body.errors.map((error) => error.path)]).toEqual([422, [path]]);
});

test("days at the end of the calendar are worked with", async () => {
  const changes = {
    invoices: [{ ...invoice, dueOn: "2099-12-31" }],
    collectionCosts: { type: "statutory", noticeSentOn: "2099-12-31" },
  };
  const created = await api.call("POST", "/claims", { body: ownClaim(changes) });
  const statement = await api.call("GET", `/claims/${created.body.id}/statement`);
  expect(created.status).toBe(201);
  expect(statement.body).toMatchObject({ interest: { lines: [] }, costs: { state: "no_notice" } });
});

test.each(["2026-02-30", "1899-12-31", "2036-11-23", "today"])("a statement as of %s is refused", async (asOf) => {
  const refused = await api.call("GET", `/claims/ref:2026-00123/statement?asOf=${asOf}`);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]?.path).toBe("asOf");
});
