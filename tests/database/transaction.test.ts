import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import pg from "pg";
import { openDatabase } from "#app/server/platform/database/client.server.ts";
import {
  inSqlTransaction,
  inTransaction,
  lastInTransaction,
} from "#app/server/platform/database/transaction.server.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await asOwner("create table tally (id int primary key, count int not null); grant all on tally to voldaan_app");
});

afterAll(() => database.drop());

beforeEach(() => asOwner("truncate tally; insert into tally values (1, 0), (2, 0)"));

test("every pooled connection, Prisma's and plain SQL's, runs as the application's role with its limits", async () => {
  const question = `select current_user::text as role, current_setting('TimeZone') as zone,
    current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle, current_setting('transaction_isolation') as isolation`;
  const expected = {
    role: "voldaan_app",
    zone: "UTC",
    statement: "10s",
    lock: "3s",
    idle: "15s",
    isolation: "read committed",
  };
  const { pool, prisma } = database.db;
  const plain = await Promise.all([1, 2, 3, 4, 5].map(() => pool.query(question)));
  expect(plain.map((result) => result.rows[0])).toEqual([expected, expected, expected, expected, expected]);
  expect(await prisma.$queryRawUnsafe(question)).toEqual([expected]);
});

test("options in the URL are kept beside our own", async () => {
  const url = new URL(database.url);
  url.searchParams.set("options", "-c work_mem=5MB");
  const db = openDatabase({ url: url.href, poolSize: 1, role: "voldaan_app" });
  const { rows } = await db.pool.query("select current_setting('work_mem') as memory, current_user as role");
  expect(rows).toEqual([{ memory: "5MB", role: "voldaan_app" }]);
  await db.close();
});

test("a role that does not exist is refused, not ignored", async () => {
  const db = openDatabase({ url: database.url, poolSize: 1, role: "voldaan_nobody" });
  await expect(db.pool.query("select 1")).rejects.toThrow('role "voldaan_nobody" does not exist');
  await db.close();
});

test("plain SQL gives amounts as bigint and days as text", async () => {
  const { rows } = await database.db.pool.query("select 9007199254740993::bigint as amount, date '2026-11-22' as day");
  expect(rows).toEqual([{ amount: 9007199254740993n, day: "2026-11-22" }]);
});

test("work that fails leaves nothing, in both kinds of transaction", async () => {
  const bug = new Error("bug");
  await expect(
    inTransaction(database.db, async (tx) => {
      await tx.$executeRaw`update tally set count = 7`;
      throw bug;
    }),
  ).rejects.toBe(bug);
  await expect(
    inSqlTransaction(database.db, async (client) => {
      await client.query("update tally set count = 7");
      throw bug;
    }),
  ).rejects.toBe(bug);
  expect(await counts()).toEqual([0, 0]);
});

test("two Prisma transactions in each other's way both happen, once", async () => {
  const meet = meeting(2);
  const cross = (first: number, second: number) =>
    inTransaction(database.db, async (tx) => {
      await tx.$executeRaw`update tally set count = count + 1 where id = ${first}`;
      await meet();
      await tx.$executeRaw`update tally set count = count + 1 where id = ${second}`;
    });
  await Promise.all([cross(1, 2), cross(2, 1)]);
  expect(await counts()).toEqual([2, 2]);
});

test("two SQL transactions in each other's way both happen, once", async () => {
  const meet = meeting(2);
  const cross = (first: number, second: number) =>
    inSqlTransaction(database.db, async (client) => {
      await client.query("update tally set count = count + 1 where id = $1", [first]);
      await meet();
      await client.query("update tally set count = count + 1 where id = $1", [second]);
    });
  await Promise.all([cross(1, 2), cross(2, 1)]);
  expect(await counts()).toEqual([2, 2]);
});

test("a transaction whose connection is cut throws, and the pool goes on", async () => {
  await expect(
    inSqlTransaction(database.db, async (client) => {
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      await asOwner(`select pg_terminate_backend(${rows[0]?.pid})`);
      await client.query("select 1");
    }),
  ).rejects.toThrow();
  expect(await counts()).toEqual([0, 0]);
});

test("connections that were cut while nobody used them cost no transaction", async () => {
  const { pool } = database.db;
  await Promise.all([1, 2, 3, 4, 5].map(() => pool.query("select pg_sleep(0.01)")));
  cutAllUnheard();
  await inTransaction(database.db, (tx) => tx.$executeRaw`update tally set count = count + 1 where id = 1`);
  await Promise.all([1, 2, 3, 4, 5].map(() => pool.query("select pg_sleep(0.01)")));
  cutAllUnheard();
  await inSqlTransaction(database.db, (client) => client.query("update tally set count = count + 1 where id = 2"));
  expect(await counts()).toEqual([1, 1]);
});

/** In a process that is waited for, so that nothing here can have heard of it when the next line runs. */
function cutAllUnheard(): void {
  const script = `
    import pg from "pg";
    const client = new pg.Client({ connectionString: process.env.CUT_URL });
    await client.connect();
    await client.query("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    await client.end();`;
  execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, CUT_URL: database.url },
  });
}

/** Resolves for everyone once so many have come; for those who come later at once. */
function meeting(size: number): () => Promise<void> {
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let present = 0;
  return () => {
    present += 1;
    if (present === size) open();
    return opened;
  };
}

async function counts(): Promise<number[]> {
  const { rows } = await database.db.pool.query<{ count: number }>("select count from tally order by id");
  return rows.map((row) => row.count);
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

test("what is put at the end of a transaction happens after all else, in order, and not when the rest fails", async () => {
  const done: string[] = [];
  const answer = await inTransaction(database.db, async (tx) => {
    lastInTransaction(tx, async () => void done.push(`first, sees ${await countOf(tx)}`));
    lastInTransaction(tx, async () => void done.push("second"));
    await tx.$executeRaw`update tally set count = 7 where id = 1`;
    done.push("work");
    return "answer";
  });
  expect(answer).toBe("answer");
  expect(done).toEqual(["work", "first, sees 7", "second"]);
  await expect(
    inTransaction(database.db, async (tx) => {
      lastInTransaction(tx, async () => void done.push("never"));
      await tx.$executeRaw`update tally set count = 8 where id = 1`;
      throw new Error("bug");
    }),
  ).rejects.toThrow("bug");
  expect(done).not.toContain("never");
  await expect(
    inTransaction(database.db, async (tx) => {
      lastInTransaction(tx, async () => Promise.reject(new Error("last bug")));
      await tx.$executeRaw`update tally set count = 9 where id = 1`;
    }),
  ).rejects.toThrow("last bug");
  expect(await countOf(database.db.prisma)).toBe(7);
});

test("only a transaction of ours has an end to put something at", async () => {
  const { prisma } = database.db;
  await expect(prisma.$transaction(async (tx) => lastInTransaction(tx, async () => undefined))).rejects.toThrow(
    "only work that inTransaction runs has an end to put something at",
  );
});

async function countOf(reader: Pick<typeof database.db.prisma, "$queryRaw">): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`select count from tally where id = 1`;
  return row?.count ?? -1;
}
