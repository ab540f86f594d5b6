import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { acceptCounterOffer, withdrawArrangement } from "#app/server/arrangements/answer-as-debtor.server.ts";
import { changePlan } from "#app/server/arrangements/change-plan.server.ts";
import { policyJson } from "#app/server/api/policy-json.server.ts";
import { runDueArrangements } from "#app/server/arrangements/run-arrangements.server.ts";
import { setPolicy } from "#app/server/arrangements/arrangement-policy.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiTest, euro, exampleClaim, openApi } from "../support/api.ts";
import { FITTING_WISH, propose } from "../support/arrangements.ts";

/** The events of the page are those that the code writes: their examples to the letter, the others by their fields. */

const PAGE = readFileSync(new URL("../../docs/integrators/arrangements.md", import.meta.url), "utf8");

type Event = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

let api: ApiTest;
let events: readonly Event[];

beforeAll(async () => {
  api = await openApi({ at: "2026-11-23T10:15:00.000Z" });
  const policy = { ...DEFAULT_POLICY, downPaymentPercent: 25 };
  await setPolicy(api.services, { creditorId: api.creditorId, policy, actor: "test" });
  await tellALife();
  await tellTheOtherEnds();
  const rows = await api.services.database.prisma.event.findMany({ orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });
  events = rows.map(({ body }) => withExampleIds(JSON.parse(body) as Event));
});
afterAll(() => api.close());

test("every example of an event is what the code writes", () => {
  const examples = [...PAGE.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => JSON.parse(text) as Event);
  expect(examples.length).toBeGreaterThan(3);
  for (const example of examples) expect(events, example.type).toContainEqual(example);
});

test("the policy is described field by field, with what everybody starts with", () => {
  const [section = ""] = PAGE.split("## The life");
  const rows = [...section.matchAll(/^\| `([\w.]+)`\s*\|[^|]*\| (`([^`]*)`|all|both|none)\s*\|/gm)];
  const described = new Map(rows.map(([, field = "", word = "", value]) => [field, value ?? word]));
  const policy = policyJson(DEFAULT_POLICY);
  const words = { frequencies: "all", allowedDays: "all", methods: "both", bands: "none" };
  expect(Object.fromEntries(described)).toEqual({ ...Object.fromEntries(fieldsOf(policy)), ...words });
});

function fieldsOf(fields: object, at = ""): [field: string, value: string][] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [[`${at}${name}`, String(value)]];
    return "value" in value
      ? [[`${at}${name}`, String(value.value)]]
      : Array.isArray(value)
        ? []
        : fieldsOf(value, `${name}.`);
  });
}

test("the table names every event of arrangements with its fields", () => {
  const rows = [...PAGE.matchAll(/^\| `((?:arrangement|instalment)\.\w+)`\s*\|[^|]*\|([^|]*)\|$/gm)];
  const documented = rows.map(([, type = "", fields = ""]) => [type, [...fields.matchAll(/`(\w+)`(?!:)/g)].map(([, field = ""]) => field).sort()] as const); // prettier-ignore
  const written = [...new Set(events.map(({ type }) => type))].filter((type) =>
    /^(arrangement|instalment)\./.test(type),
  );
  expect(documented.map(([type]) => type).sort()).toEqual(written.sort());
  for (const [type, fields] of documented) {
    for (const event of events.filter((other) => other.type === type)) {
      const own = Object.keys(event.data).filter((field) => !["sequence", "claim", "arrangement"].includes(field));
      expect(own.sort(), type).toEqual(fields);
    }
  }
});

let count = 0;

async function newClaim(): Promise<string> {
  count += 1;
  const { debtor, invoices } = exampleClaim();
  const body = exampleClaim({
    reference: `2026-00${122 + count}`,
    debtor: { ...debtor, reference: `K-${count}` },
    invoices: invoices.map((invoice) => ({ ...invoice, number: `F-${count}` })),
    interest: { type: "none" },
    collectionCosts: { type: "none" },
  });
  return (await api.call("POST", "/claims", { body })).body.id;
}

async function debtorOf(claimId: string) {
  const { creditorId, debtorId } = await api.services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } }); // prettier-ignore
  return { creditorId, debtorId, sessionId: newId("ses", api.services.clock.now()) };
}

const post = (path: string, body: unknown) => api.call("POST", path, { body });

async function pay(claim: string, value: string): Promise<void> {
  const receivedOn = api.services.clock.today();
  await post(`/claims/${claim}/payments`, { amount: euro(value), receivedOn, method: "bank_transfer" });
}

async function work(...mornings: readonly string[]): Promise<void> {
  for (const morning of mornings) {
    api.services.clock.moveTo(`${morning}T09:00:00.000Z`);
    while ((await runDueArrangements(api.services, 10)) > 0);
  }
}

const day = (dueOn: string, value: string) => ({ dueOn, amount: euro(value) });

/** Proposed, countered, accepted, paid, postponed, missed, paid late, completed. */
async function tellALife(): Promise<void> {
  const claim = await newClaim();
  const debtor = await debtorOf(claim);
  const arrangementId = await propose(api.services, claim, { total: "120.00", wish: FITTING_WISH });
  const schedule = [day("2026-11-23", "30.00"), day("2026-12-28", "45.00"), day("2027-01-25", "45.00")];
  await post(`/arrangements/${arrangementId}/counter`, { schedule, reason: "Met een aanbetaling kan het." });
  await acceptCounterOffer(api.services, { debtor, arrangementId, version: 2 });
  await pay(claim, "30.00");
  await changePlan(api.services, { debtor, arrangementId, seq: 2, change: "postpone" });
  await work("2027-01-12", "2027-01-18");
  await pay(claim, "90.00");
}

async function tellTheOtherEnds(): Promise<void> {
  api.services.clock.moveTo("2027-02-01T09:00:00.000Z");
  const deposit = { ...FITTING_WISH, downPayment: FITTING_WISH.perInstalment };
  const claims = [];
  for (let index = 0; index < 6; index += 1) claims.push(await newClaim());
  const [declined, withdrawn, expired, cancelled, broken, offered] = claims as [string, string, string, string, string, string]; // prettier-ignore

  const refused = await propose(api.services, declined, { total: "120.00" });
  await post(`/arrangements/${refused}/decline`, { reason: "Te lang." });
  const taken = await propose(api.services, withdrawn, { total: "120.00" });
  await withdrawArrangement(api.services, { debtor: await debtorOf(withdrawn), arrangementId: taken });
  await propose(api.services, expired, { total: "120.00" });
  const ended = await propose(api.services, cancelled, { total: "120.00", wish: deposit, decide: "policy" });
  await post(`/arrangements/${ended}/cancel`, { reason: "Gecrediteerd." });
  await propose(api.services, broken, { total: "120.00", wish: deposit, decide: "policy" });
  await post(`/claims/${offered}/arrangements`, { schedule: [day("2027-03-25", "120.00")] });
  await work("2027-02-09", "2027-02-17", "2027-03-01", "2027-03-31", "2027-04-01", "2027-04-16", "2027-05-03");
}

const EXAMPLE_IDS: Record<string, string> = {
  clm: "clm_01kaghtw0078v5w3drzqyj9c2m",
  arr: "arr_01kaghtw0078v5w3drzqyj9c30",
  pay: "pay_01kaghtw0078v5w3drzqyj9c2q",
};

/** Every claim and arrangement is that of the documentation. */
function withExampleIds(event: Event): Event {
  const text = JSON.stringify(event).replace(/\b(clm|arr|pay)_[0-9a-hjkmnp-tv-z]{26}\b/g, (_id, kind: string) => EXAMPLE_IDS[kind] ?? ""); // prettier-ignore
  return JSON.parse(text) as Event;
}
