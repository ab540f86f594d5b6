import pg from "pg";
import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { listInboxClaims } from "#app/server/inbox/list-inbox-claims.server.ts";
import { listInbox } from "#app/server/inbox/list-inbox.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { createTestServices, type TestServices } from "../support/services.ts";
import { quantile } from "./load.ts";

/** `BENCH_LIST_CLAIMS=1000,1000000` for other numbers of claims than the two, the smallest first. */
const SIZES = (process.env["BENCH_LIST_CLAIMS"] ?? "1000,100000").split(",").map(Number);

const TIMES = 40;

/** Every so many claims one is disputed, and waits for an answer. */
const DISPUTED = 50;

type Seeded = { readonly creditorId: string; readonly claimId: string };

/**
 * Prints what a page of the creditor's lists costs with few claims and with many: a ratio near 1 is a cost that does not
 * grow. The claims are copies of one that came in as all do, written by the database itself.
 */
export async function lists(): Promise<void> {
  const medians = new Map<string, number[]>();
  for (const size of SIZES) {
    const services = await createTestServices();
    try {
      const seeded = await seed(services);
      await copy(services.databaseUrl, { ...seeded, size });
      for (const [name, load] of pagesOf(services, { ...seeded, size })) {
        medians.set(name, [...(medians.get(name) ?? []), await medianOf(load)]);
      }
    } finally {
      await services.close();
    }
  }
  console.log(`\nLists of a creditor with ${SIZES.join(" and ")} claims, one in ${DISPUTED} disputed (median of ${TIMES}, ms, and the last beside the first)`); // prettier-ignore
  for (const [name, [first = NaN, ...more]] of medians) {
    const shown = [first, ...more].map((median) => median.toFixed(1).padStart(7)).join(" ");
    console.log(`  ${name.padEnd(26)}${shown}  ratio ${((more.at(-1) ?? first) / first).toFixed(2)}`);
  }
}

function pagesOf(services: TestServices, { creditorId, size }: Seeded & { size: number }) {
  const grant = { creditorId };
  const none = { grant, q: "", status: null, after: null };
  const middle = copyId("clm", Math.floor(size / 2));
  const load = (search: object) => () => listInboxClaims(services, { ...none, ...search });
  return [
    ["claims, the newest", load({})],
    ["claims, from the middle on", load({ after: middle })],
    ["claims, the disputed", load({ status: "disputed" })],
    ["search, one reference", load({ q: `b-${Math.floor(size / 3)}-x` })],
    ["search, a name of all", load({ q: "de vries" })],
    ["search, nothing found", load({ q: "zonder treffer" })],
    ["inbox", () => listInbox(services, { creditorId })],
  ] as const;
}

async function medianOf(load: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 2 * TIMES; turn += 1) {
    const started = performance.now();
    await load();
    // The first half pays for compiling the code and planning the queries.
    if (turn >= TIMES) times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}

async function seed(services: TestServices): Promise<Seeded> {
  const creditor = await createCreditor(services, { name: "Bakkerij Jansen", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "operator" }); // prettier-ignore
  if (!creditor.ok) throw new Error(creditor.error.kind);
  const { id: creditorId } = creditor.value;
  const body = claimBodySchema.parse({
    reference: "B-0-X",
    kind: "consumer",
    debtor: { reference: "K-0", type: "person", name: "J. de Vries" },
    invoices: [{ number: "F-0", issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { currency: "EUR", value: "120.00" } }],
    interest: { type: "statutory" },
    collectionCosts: { type: "none" },
  }); // prettier-ignore
  const registered = await registerClaim(services, { creditorId, actor: "operator", body });
  if (!registered.ok || registered.value.claimId === null) throw new Error("the claim was refused");
  const { claimId } = registered.value;
  const { debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  const opened = await openDispute(services, {
    debtor: { creditorId, debtorId, sessionId: newId("ses", services.clock.now()) },
    claimId,
    disputeId: newId("dsp", services.clock.now()),
    ground: "amount_wrong",
    scope: { kind: "whole" },
    answers: {},
    text: "Dit klopt niet.",
    uploadIds: [],
    language: "nl",
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return { creditorId, claimId };
}

const copyId = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;

/** Rules and triggers are left out: a copy keeps to them because what it was made from does. */
async function copy(url: string, { claimId, size }: Seeded & { size: number }): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`;
  const ofOne = "claim_id = $1";
  const ids = `'claim_id', ${id("clm")}, 'debtor_id', ${id("dbt")}`;
  const tables: readonly [table: string, which: string, changed: string, every?: number][] = [
    ["debtor", "id = (SELECT debtor_id FROM claim WHERE id = $1)", `'id', ${id("dbt")}, 'reference', 'K-' || n`],
    [
      "claim",
      "id = $1",
      `'id', ${id("clm")}, 'debtor_id', ${id("dbt")}, 'reference', 'B-' || n || '-X', 'payment_reference', 'RF' || n, 'search_text', replace(search_text, 'b-0-x', 'b-' || n || '-x'), 'status', CASE WHEN n % ${DISPUTED} = 0 THEN 'disputed' ELSE 'open' END`,
    ],
    ["invoice", ofOne, `'id', ${id("inv")}, ${ids}, 'number', 'F-' || n`],
    ["ledger_entry", ofOne, `'id', ${id("led")}, 'sequence', n + 1000000000, 'invoice_id', ${id("inv")}, 'fact_key', fact_key || n, ${ids}`], // prettier-ignore
    ["dispute", ofOne, `'id', ${id("dsp")}, ${ids}, 'answer_before', '2026-12-01'::date + n % 300`, DISPUTED],
  ];
  try {
    await client.query("SET session_replication_role = replica");
    for (const [table, which, changed, every = 1] of tables) {
      // prettier-ignore
      await client.query(
        `INSERT INTO ${table} SELECT made.* FROM (SELECT * FROM ${table} WHERE ${which} LIMIT 1) AS one, generate_series(${every}, ${size}, ${every}) AS n,
          jsonb_populate_record(NULL::${table}, to_jsonb(one) || jsonb_build_object(${changed})) AS made`,
        [claimId],
      );
    }
    await client.query("RESET session_replication_role");
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}
