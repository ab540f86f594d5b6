import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { APPLICATION_ROLE, type Database, openDatabase } from "#app/server/platform/database/client.server.ts";
import { inOwnRowScope, seeOnlyRowsOf } from "#app/server/platform/database/row-scope.server.ts";
import { type ApiTest, exampleClaim, openApi } from "../support/api.ts";

let api: ApiTest;
let other: { creditorId: string; key: string };
let database: Database;

/** Tables without a creditor, and why. */
const NOBODYS = new Map([
  ["_prisma_migrations", "not data"],
  ["creditor_session", "looked up by its token before the creditor is known; one address may work for several"],
  ["provider_notice", "names a payment of the provider; its creditor is not known yet"],
  ["rate_limit", "counts by hashed address or key"],
  ["sign_in_code", "belongs to an address, before a creditor is known"],
]);

beforeAll(async () => {
  api = await openApi();
  other = await api.addCreditor("Tandartspraktijk Noord");
  const claim = exampleClaim({ reference: "RLS-1" });
  await api.call("POST", "/claims", { body: claim });
  await api.call("POST", "/claims", { body: claim, key: other.key });
  database = api.services.database;
});
afterAll(() => api.close());

async function asOwner<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: api.services.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function as<T>(creditorId: string, work: () => Promise<T>): Promise<T> {
  return inOwnRowScope(async () => {
    seeOnlyRowsOf(creditorId);
    return work();
  });
}

test("every table has a policy, or is known to belong to nobody", async () => {
  const tables = await asOwner<{ name: string; guarded: boolean }>(`
    select c.relname as name, c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as guarded
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.filter(({ name, guarded }) => !guarded && !NOBODYS.has(name)).map(({ name }) => name)).toEqual([]);
  const owned = await asOwner<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'creditor_id'",
  );
  expect(owned.filter(({ name }) => NOBODYS.has(name))).toEqual([]);
});

test("what runs with the rights of the owner of the tables is for the application alone, and finds nothing but our tables", async () => {
  const functions = await asOwner<{ name: string; public: boolean; application: boolean; path: string | null }>(`
    select p.proname as name, has_function_privilege('voldaan_app', p.oid, 'execute') as application,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              where a.grantee = 0 and a.privilege_type = 'EXECUTE') as public,
      (select setting from unnest(p.proconfig) setting where setting like 'search_path=%') as path
    from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by p.proname`);
  expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(["count_claims_anew", "find_claims"]));
  expect(functions.filter((one) => one.public || !one.application || one.path === null)).toEqual([]);
});

test("who acts for a creditor sees no row of another, in whatever table and without a condition", async () => {
  const tables = await asOwner<{ name: string }>(`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'creditor_id' and t.table_type = 'BASE TABLE'`);
  for (const { name } of tables) {
    const seen = await as(other.creditorId, () => database.pool.query<{ creditor_id: string }>(`select distinct creditor_id from "${name}"`)); // prettier-ignore
    expect([name, seen.rows.filter((row) => row.creditor_id !== other.creditorId)]).toEqual([name, []]);
  }
  const claims = await as(other.creditorId, () => database.prisma.claim.findMany({ select: { creditorId: true } }));
  expect(claims).toEqual([{ creditorId: other.creditorId }]);
  expect(await as(other.creditorId, () => database.prisma.creditor.count())).toBe(1);
  expect(await database.prisma.claim.count()).toBe(2);
});

test("what hangs below a row of another is not seen either", async () => {
  const children = [
    "ledger_posting",
    "delivery_attempt",
    "import_row",
    "import_tried_invoice",
    "import_tried_credit",
    "helper_look",
    "form_draft",
  ];
  const all = await database.pool.query<{ n: bigint }>('select count(*) as n from "ledger_posting"');
  const own = await as(other.creditorId, () => database.pool.query<{ n: bigint }>('select count(*) as n from "ledger_posting"')); // prettier-ignore
  expect(Number(own.rows[0]?.n) * 2).toBe(Number(all.rows[0]?.n));
  for (const name of children) {
    const seen = await as("crd_nobody", () =>
      database.pool.query<{ n: bigint }>(`select count(*) as n from "${name}"`),
    );
    expect([name, seen.rows]).toEqual([name, [{ n: 0n }]]);
  }
});

test("nothing of another can be written, changed or taken away", async () => {
  const claim = await database.prisma.claim.findFirstOrThrow({ where: { creditorId: api.creditorId } });
  const changed = await as(other.creditorId, () => database.prisma.claim.updateMany({ where: { id: claim.id }, data: { description: "mine now" } })); // prettier-ignore
  expect(changed.count).toBe(0);
  await expect(
    as(
      other.creditorId,
      () =>
      database.pool.query("insert into debtor (id, creditor_id, type, name, language, created_at, updated_at) values ('dbt_x', $1, 'person', 'x', 'nl', now(), now())", [api.creditorId]), // prettier-ignore
    ),
  ).rejects.toThrow("row-level security");
});

test("a connection that does not say for whom it is used sees nothing", async () => {
  const client = new pg.Client({ connectionString: api.services.databaseUrl, options: `-c role=${APPLICATION_ROLE}` });
  await client.connect();
  expect((await client.query("select * from claim")).rows).toEqual([]);
  await client.end();
});

test("a request acts for one creditor only", async () => {
  const both = inOwnRowScope(async () => {
    seeOnlyRowsOf(api.creditorId);
    seeOnlyRowsOf(api.creditorId);
    seeOnlyRowsOf(other.creditorId);
  });
  await expect(both).rejects.toThrow("a request acts for one owner only");
});

test("many requests at once on few connections each see their own, in plain SQL, by Prisma and in transactions", async () => {
  const few = openDatabase({ url: api.services.databaseUrl, poolSize: 2, role: APPLICATION_ROLE });
  const owners = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? api.creditorId : other.creditorId));
  const seen = await Promise.all(
    owners.map((owner, index) =>
      as(owner, async () => {
        if (index % 4 < 2) return (await few.prisma.claim.findMany({ select: { creditorId: true } })).map((row) => row.creditorId); // prettier-ignore
        const rows = await few.prisma.$transaction((tx) => tx.claim.findMany({ select: { creditorId: true } }));
        const plain = await few.pool.query<{ creditor_id: string }>("select creditor_id from claim");
        return [...new Set([...rows.map((row) => row.creditorId), ...plain.rows.map((row) => row.creditor_id)])];
      }),
    ),
  );
  expect(seen).toEqual(owners.map((owner) => [owner]));
  expect(await few.prisma.claim.count()).toBe(2);
  await few.close();
});
