import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations, migrationState } from "#app/server/platform/database/migrate.server.ts";
import { createEmptyDatabase, createTestDatabase, MIGRATIONS_DIR } from "../support/database.ts";

let migrationsDir: string;
let database: { url: string; drop(): Promise<void> };
let client: pg.Client;

beforeEach(async () => {
  migrationsDir = await mkdtemp(join(tmpdir(), "voldaan-migrations-"));
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(migrationsDir, { recursive: true });
});

test("applies what is pending, in order, and records it", async () => {
  await writeMigration("20260101000000_first", "create table word (text text);");
  await writeMigration("20260102000000_second", "insert into word values ('claim');");
  expect(await migrationState(client, migrationsDir)).toEqual({
    pending: ["20260101000000_first", "20260102000000_second"],
    unfinished: [],
  });
  expect(await apply()).toEqual(["20260101000000_first", "20260102000000_second"]);
  expect(await migrationState(client, migrationsDir)).toEqual({ pending: [], unfinished: [] });
  expect(await words()).toEqual(["claim"]);
  expect(await apply()).toEqual([]);
});

test("processes that start together apply each migration once", async () => {
  await writeMigration("20260101000000_first", "create table word (text text); insert into word values ('claim');");
  const applied = await Promise.all([apply(), apply(), apply()]);
  expect(applied.flat()).toEqual(["20260101000000_first"]);
  expect(await words()).toEqual(["claim"]);
});

test("a migration with a function body goes through whole", async () => {
  await writeMigration(
    "20260101000000_first",
    `create table word (text text);
     create function refuse() returns trigger language plpgsql as $$ begin raise exception 'fixed; forever'; return null; end; $$;
     create trigger fixed before update or delete on word for each row execute function refuse();
     insert into word values ('claim');`,
  );
  await apply();
  await expect(client.query("delete from word")).rejects.toThrow("fixed; forever");
});

test("a migration that fails leaves nothing behind, says why, and goes through once it is repaired", async () => {
  await writeMigration("20260101000000_first", "create table word (text text);");
  await writeMigration("20260102000000_second", "insert into word values ('claim'); select 1 / 0;");
  await expect(apply()).rejects.toThrow("division by zero");
  expect(await words()).toEqual([]);
  expect(await migrationState(client, migrationsDir)).toEqual({
    pending: ["20260102000000_second"],
    unfinished: ["20260102000000_second"],
  });
  await writeMigration("20260102000000_second", "insert into word values ('claim');");
  expect(await apply()).toEqual(["20260102000000_second"]);
  expect(await words()).toEqual(["claim"]);
});

test("who dies between a migration and the note of it finds it done at the next start", async () => {
  // The engine counts the step after its script; refusing that ends it in the same place as being killed there.
  await writeMigration(
    "20260101000000_first",
    `create table word (text text);
     insert into word values ('claim');
     create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end; $$;
     create trigger die before update on _prisma_migrations for each row
       when (new.applied_steps_count > old.applied_steps_count) execute function die() -- the last line`,
  );
  await expect(apply()).rejects.toThrow("killed");
  expect(await words()).toEqual(["claim"]);
  await client.query("drop trigger die on _prisma_migrations");
  expect(await apply()).toEqual([]);
  await writeMigration("20260102000000_second", "insert into word values ('bill');");
  expect(await apply()).toEqual(["20260102000000_second"]);
  expect(await words()).toEqual(["claim", "bill"]);
});

test("does not wait behind a table in use, so that the portal's queries do not queue behind it", async () => {
  await writeMigration("20260101000000_first", "create table word (text text);");
  await apply();
  await client.query("begin");
  await client.query("select from word");
  await writeMigration("20260102000000_second", "alter table word add column language text;");
  await expect(apply()).rejects.toThrow("lock timeout");
  await client.query("rollback");
  expect(await apply()).toEqual(["20260102000000_second"]);
});

test("the application's role sees that the database is up to date", async () => {
  const { db, drop } = await createTestDatabase();
  expect(await migrationState(db.pool, MIGRATIONS_DIR)).toEqual({ pending: [], unfinished: [] });
  await drop();
});

function apply(): Promise<string[]> {
  return applyMigrations({ url: database.url, migrationsDir });
}

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(migrationsDir, name), { recursive: true });
  await writeFile(join(migrationsDir, name, "migration.sql"), sql);
}

async function words(): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>("select text from word");
  return rows.map((row) => row.text);
}
