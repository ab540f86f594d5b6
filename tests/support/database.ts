import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { APPLICATION_ROLE, openDatabase, type Database } from "#app/server/platform/database/client.server.ts";
import { applyMigrations, migrationNames } from "#app/server/platform/database/migrate.server.ts";

export const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

export type TestDatabase = {
  /** Connects as the owner: what a server under test gets as DATABASE_URL. */
  readonly url: string;
  /** As the application uses it: as its role, from a small pool. */
  readonly db: Database;
  drop(): Promise<void>;
};

const NAME_PREFIX = "voldaan_test_";
const TEMPLATE_PREFIX = "voldaan_template_";

const TEMPLATE_LOCK = 7_605_812_006;

const OBJECT_IN_USE = "55006";

/** A fresh, migrated database of its own for a test or a file of tests; it costs some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const name = `${NAME_PREFIX}${process.pid}_${randomBytes(5).toString("hex")}`;
  const template = await templateName();
  await asOwner(server, (client) => clone(client, template, name));
  const url = databaseUrl(server, name);
  const db = openDatabase({ url, poolSize: 5, role: APPLICATION_ROLE });
  return {
    url,
    db,
    async drop() {
      await db.close();
      await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** An empty database on the same server, for tests of what comes before the migrations. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = testServer();
  const name = `${NAME_PREFIX}${process.pid}_${randomBytes(5).toString("hex")}`;
  await asOwner(server, (client) => client.query(`create database ${name}`));
  return {
    url: databaseUrl(server, name),
    async drop() {
      await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Makes the migrated database that tests clone, once for each content of the migrations, and throws older ones away. */
export async function prepareTemplate(server: string, parameters: { dropLeftovers: boolean }): Promise<void> {
  const template = await templateName();
  await asOwner(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
    const names = rows.map((row) => row.datname);
    if (parameters.dropLeftovers) {
      const leftovers = names.filter((name) => name.startsWith(NAME_PREFIX) || name.startsWith(TEMPLATE_PREFIX));
      for (const name of leftovers.filter((name) => name !== template)) {
        await client.query(`drop database if exists ${name} with (force)`);
      }
    }
    if (names.includes(template)) return;
    const unfinished = `${NAME_PREFIX}${randomBytes(5).toString("hex")}`;
    await client.query(`create database ${unfinished}`);
    await applyMigrations({ url: databaseUrl(server, unfinished), migrationsDir: MIGRATIONS_DIR });
    await client.query(`alter database ${unfinished} with allow_connections false`);
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
}

/** The server of this run: the caller's own, or the embedded one that the global set-up started. */
function testServer(): string {
  const url = process.env["TEST_DATABASE_URL"];
  if (!url) throw new Error("no test server: these tests run with tests/support/global-setup.ts");
  return url;
}

async function templateName(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await migrationNames(MIGRATIONS_DIR)) {
    hash.update(name).update(await readFile(join(MIGRATIONS_DIR, name, "migration.sql")));
  }
  return `${TEMPLATE_PREFIX}${hash.digest("hex").slice(0, 16)}`;
}

/** PostgreSQL refuses to copy a database while somebody, such as autovacuum, is in it: that passes. */
async function clone(client: pg.Client, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== OBJECT_IN_USE || attempt === 50) throw error;
      await sleep(20 * attempt);
    }
  }
}

async function asOwner<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
