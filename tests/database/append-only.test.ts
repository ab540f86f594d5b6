import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { verifyAudit } from "#app/server/audit/verify-audit.server.ts";
import { type ApiTest, exampleClaim, openApi } from "../support/api.ts";

/** By its rights alone: the triggers say something else. */
const REFUSED = /permission denied|must be owner/;

/** What can only grow, with a column of it. */
const TABLES = [
  ["ledger_entry", "amount"],
  ["ledger_posting", "amount"],
  ["audit_entry", "subject"],
] as const;

let api: ApiTest;

beforeAll(async () => {
  api = await openApi();
  await addClaims();
});
afterAll(() => api.close());

async function addClaims(key?: string): Promise<void> {
  for (const reference of ["AO-1", "AO-2", "AO-3"]) {
    await api.call("POST", "/claims", { body: exampleClaim({ reference }), ...(key === undefined ? {} : { key }) });
  }
}

const ACTS = TABLES.flatMap(([table, column]) => [
  `update ${table} set ${column} = ${column}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
  `alter table ${table} disable trigger user`,
  `drop table ${table} cascade`,
]);

test.each([...ACTS, "set session_replication_role = replica"])("T70: the application may not: %s", async (sql) => {
  const { rows } = await api.services.database.pool.query<{ role: string }>("select current_user as role");
  expect(rows).toEqual([{ role: "voldaan_app" }]);
  await expect(api.services.database.pool.query(sql)).rejects.toThrow(REFUSED);
});

test("T70: what the application may not change, it may read", async () => {
  for (const [table] of TABLES) {
    const { rows } = await api.services.database.pool.query(`select 1 from ${table} limit 1`);
    expect([table, rows.length]).toEqual([table, 1]);
  }
});

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: api.services.databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

test.each(TABLES)("T70: not even the owner of %s changes it by a slip", async (table, column) => {
  await asOwner(async (client) => {
    const update = client.query(`update ${table} set ${column} = ${column}`);
    await expect(update).rejects.toThrow(`${table} is append-only`);
  });
});

test.each([
  { does: "changes a line", sequence: 2, kind: "changed", sql: ["update audit_entry set subject = 'other' where sequence = 2"] },
  { does: "changes the data of a line", sequence: 3, kind: "changed", sql: [`update audit_entry set data = '{"amount":1}' where sequence = 3`] },
  { does: "removes a line", sequence: 2, kind: "missing", sql: ["delete from audit_entry where sequence = 2"] },
  {
    does: "swaps two lines",
    sequence: 2,
    kind: "changed",
    sql: [
      "update audit_entry set sequence = -sequence where sequence in (2, 3)",
      "update audit_entry set sequence = 5 + sequence where sequence < 0",
    ],
  },
])("T71: an owner of the tables who $does is found out", async ({ sql, sequence, kind }) => {
  const { creditorId, key } = await api.addCreditor("Tandartspraktijk Noord");
  await addClaims(key);
  const faultsOf = async () => (await verifyAudit(api.services)).faults.filter((fault) => fault.creditorId === creditorId);
  expect(await faultsOf()).toEqual([]);
  await asOwner(async (client) => {
    await client.query("alter table audit_entry disable trigger user");
    for (const one of sql) await client.query(`${one} and creditor_id = $1`, [creditorId]);
    await client.query("alter table audit_entry enable trigger user");
  });
  expect(await faultsOf()).toEqual([{ creditorId, sequence, kind }]);
}); // prettier-ignore
