import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { openSchemaEngine, type SchemaEngine } from "./schema-engine.server.ts";

export type MigrationState = {
  /** In the folder, not in the database, oldest first. */
  readonly pending: readonly string[];
  /** Begun and not finished: broken off, or being applied by another process right now. */
  readonly unfinished: readonly string[];
};

/** One migrator at a time; others wait this long for it and then find nothing left to do. */
const MIGRATORS_LOCK = 7_605_812_005;
const PATIENCE = "300s";

/** A table that is in use is not waited for: behind the waiting migration every query of the portal would queue. */
const LOCK_TIMEOUT = "5s";

const UNDEFINED_TABLE = "42P01";

/** What the folder of migrations asks for and the database lacks. */
export async function migrationState(database: pg.Pool | pg.Client, migrationsDir: string): Promise<MigrationState> {
  const names = await migrationNames(migrationsDir);
  const rows = await recordedMigrations(database);
  const finished = new Set(rows.filter((row) => row.finished).map((row) => row.name));
  return {
    pending: names.filter((name) => !finished.has(name)),
    unfinished: rows.filter((row) => !row.finished && !finished.has(row.name)).map((row) => row.name),
  };
}

/**
 * Brings the database up to the folder of migrations and returns the names of those it applied, oldest first. Each one
 * happens whole or not at all and is recorded in Prisma's table `_prisma_migrations`. Safe when several processes start
 * at once. Throws when a migration fails; after its cause is removed the next call goes on from there.
 */
export async function applyMigrations(parameters: { url: string; migrationsDir: string }): Promise<string[]> {
  const { url, migrationsDir } = parameters;
  const guard = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  guard.on("error", () => undefined);
  await guard.connect();
  try {
    if (isUpToDate(await migrationState(guard, migrationsDir))) return [];
    await guard.query(`set lock_timeout = '${PATIENCE}'`);
    await guard.query("select pg_advisory_lock($1)", [MIGRATORS_LOCK]);
    const state = await migrationState(guard, migrationsDir);
    if (isUpToDate(state)) return [];
    return await applyAll({ url, migrationsDir, unfinished: state.unfinished });
  } finally {
    await guard.end();
  }
}

function isUpToDate(state: MigrationState): boolean {
  return state.pending.length === 0 && state.unfinished.length === 0;
}

async function applyAll(parameters: {
  url: string;
  migrationsDir: string;
  unfinished: readonly string[];
}): Promise<string[]> {
  const { url, migrationsDir, unfinished } = parameters;
  const pool = new pg.Pool({ connectionString: url, options: `-c lock_timeout=${LOCK_TIMEOUT}`, max: 1 });
  pool.on("error", () => undefined);
  try {
    const engine = await openSchemaEngine(pool);
    // A script and its being done are one transaction: of one that is not done, nothing is left, and it may run again.
    for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await listMigrations(migrationsDir),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

type MigrationsList = Parameters<SchemaEngine["applyMigrations"]>[0]["migrationsList"];

async function listMigrations(migrationsDir: string): Promise<MigrationsList> {
  const names = await migrationNames(migrationsDir);
  return {
    baseDir: resolve(migrationsDir),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(migrationsDir, name, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}

export async function migrationNames(migrationsDir: string): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

type RecordedMigration = { readonly name: string; readonly finished: boolean };

async function recordedMigrations(database: pg.Pool | pg.Client): Promise<RecordedMigration[]> {
  try {
    const { rows } = await database.query<RecordedMigration>(
      `select migration_name as name, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
    );
    return rows;
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return [];
    throw error;
  }
}
