import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCreditorReference } from "#app/domain/bank-transfer/creditor-reference.ts";
import { changeClaim } from "#app/server/claims/change-claim.server.ts";
import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { type ClaimSearch, findClaimIds } from "#app/server/claims/find-claim-ids.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

let services: TestServices;
let creditorId: string;
const names = new Map<string, string>();

beforeAll(async () => {
  services = await createTestServices();
  creditorId = await newCreditor();
  await register("A-1", { name: "José Müller", email: "jose@voorbeeld.example", reference: "K-7" }, ["1234.50", "10.00"]); // prettier-ignore
  services.clock.advance(1_000);
  await register("A-2", { name: "Sanne de Vries", reference: "K-8" }, ["120.00"]);
  services.clock.advance(1_000);
  await register("B-100%", { name: "Sanne de Vries", reference: "K-8" }, ["75.00"]);
});
afterAll(() => services.close());

async function newCreditor(): Promise<string> {
  const made = await createCreditor(services, { name: "Bakkerij", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.id;
}

async function register(
  reference: string,
  debtor: { name: string; email?: string; reference: string },
  amounts: readonly string[],
  owner = creditorId,
): Promise<string> {
  // prettier-ignore
  const invoices = amounts.map((value, index) => ({ number: `F-${reference}-${index}`, issuedOn: "2026-10-01", dueOn: "2026-10-31", amount: { currency: "EUR", value } })); // prettier-ignore
  const body = claimBodySchema.parse({ reference, kind: "consumer", debtor: { type: "person", ...debtor }, invoices, interest: { type: "none" }, collectionCosts: { type: "none" } }); // prettier-ignore
  const registered = await registerClaim(services, { creditorId: owner, actor: "test", body });
  if (!registered.ok || registered.value.claimId === null) throw new Error("refused");
  names.set(registered.value.claimId, reference);
  await giveKnownPaymentReference(registered.value.claimId);
  return registered.value.claimId;
}

/** The digits of a payment reference are drawn at random, and a part of them may be just what is looked for. */
async function giveKnownPaymentReference(claimId: string): Promise<void> {
  const made = makeCreditorReference(`99${String(names.size).padStart(10, "9")}`);
  if (!made.ok) throw new Error(made.error.kind);
  const { pool } = services.database;
  await pool.query("UPDATE claim SET payment_reference = $2 WHERE id = $1", [claimId, made.value]);
  await pool.query("UPDATE claim SET search_text = claim_search_text(id) WHERE id = $1", [claimId]);
}

async function find(q: string, more: Partial<ClaimSearch> = {}): Promise<(string | undefined)[]> {
  const ids = await findClaimIds(services.database.prisma, { creditorId, limit: 10, q, ...more });
  return ids.map((id) => names.get(id));
}

test.each([
  ["jose mul", ["A-1"]],
  ["JOSÉ", ["A-1"]],
  ["voorbeeld.example", ["A-1"]],
  ["k-8", ["B-100%", "A-2"]],
  ["F-A-2-0", ["A-2"]],
  ["€ 1.234,50", ["A-1"]],
  ["1244,50", ["A-1"]],
  ["120", ["A-2"]],
  ["100%", ["B-100%"]],
  ["%", []],
  ["vr", ["B-100%", "A-2"]],
  ["ri", []],
  ["niets van dit alles", []],
])("%s finds %j", async (q, found) => {
  expect(await find(q)).toEqual(found);
});

test("a creditor reference is found as it stands on a bank statement", async () => {
  const { paymentReference } = await services.database.prisma.claim.findFirstOrThrow({ where: { creditorId, reference: "A-2" } }); // prettier-ignore
  const spaced = paymentReference.replace(/(.{4})(?=.)/g, "$1 ");
  expect(await find(spaced)).toEqual(["A-2"]);
});

test("a status, a time and the page before narrow it down, and nobody finds another's", async () => {
  expect(await find("sanne", { limit: 1 })).toEqual(["B-100%", "A-2"]);
  const [first = ""] = await findClaimIds(services.database.prisma, { creditorId, limit: 1, q: "sanne" });
  expect(await find("sanne", { after: first })).toEqual(["A-2"]);
  expect(await find("sanne", { status: "closed" })).toEqual([]);
  expect(await find("sanne", { updatedSince: new Date("2027-01-01") })).toEqual([]);
  const other = await newCreditor();
  await register("C-1", { name: "Sanne de Vries", reference: "K-8" }, ["120.00"], other);
  expect(await find("sanne")).toEqual(["B-100%", "A-2"]);
});

test("a debtor's new address finds all of their claims, and the old one none", async () => {
  const { id: claimId } = await services.database.prisma.claim.findFirstOrThrow({
    where: { creditorId, reference: "A-2" },
  });
  await changeClaim(services, { creditorId, claimId, actor: "test", debtor: { email: "sanne@nieuw.example" } });
  expect(await find("sanne@nieuw")).toEqual(["B-100%", "A-2"]);
  await register("A-3", { name: "José Müller", email: "ander@voorbeeld.example", reference: "K-7" }, ["5.00"]);
  expect(await find("jose@voorbeeld")).toEqual(["A-3", "A-1"]);
});

test("what is rare or common among very many claims is found in their order", async () => {
  const many = await newCreditor();
  const debtorId = "dbt_many";
  await services.database.prisma.debtor.create({ data: { id: debtorId, creditorId: many, type: "person", name: "Velen" } }); // prettier-ignore
  await services.database.pool.query(
    `INSERT INTO claim (id, creditor_id, debtor_id, reference, kind, interest_type, costs_type, payment_reference, fingerprint, search_text)
     SELECT 'clm_m' || lpad(n::text, 6, '0'), $1, $2, 'M-' || n, 'consumer', 'none', 'none', 'RF' || n, '\\x00',
       ' m-' || n || CASE WHEN n <= 3000 THEN ' oud ' ELSE ' nieuw ' END || CASE WHEN n = 17 THEN 'speld ' ELSE '' END
     FROM generate_series(1, 6000) AS n`,
    [many, debtorId],
  );
  const found = async (q: string, limit = 2) => (await findClaimIds(services.database.prisma, { creditorId: many, limit, q })).map((id) => Number(id.slice(5))); // prettier-ignore
  expect(await found("nieuw")).toEqual([6000, 5999, 5998]);
  expect(await found("oud")).toEqual([3000, 2999, 2998]);
  expect(await found("speld")).toEqual([17]);
  expect(await found("m-2999")).toEqual([2999]);
});
