import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Database, Transaction } from "./client.server.ts";

const ATTEMPTS = 5;
const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 20;

/**
 * Runs the work in one READ COMMITTED transaction: all of it happens or none of it. When PostgreSQL breaks it off because
 * of other transactions (deadlock, serialization, no connection free in time), or its connection turns out to be gone before
 * the work began, it runs again, at most five times, so the work must do nothing outside the transaction. Throws what the
 * work throws, or the last attempt's error.
 */
export async function inTransaction<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return persist((begun) =>
    database.prisma.$transaction(
      (tx) => {
        begun();
        return withLastWork(tx, work);
      },
      { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
    ),
  );
}

type LastWork = () => Promise<void>;

const LAST_WORK = new WeakMap<Transaction, LastWork[]>();

/**
 * Puts work at the end of a transaction that `inTransaction` runs, after everything else it does: for what takes a lock
 * that many transactions want, which is then held shortly and never while waiting for another. It happens with the rest
 * or not at all, in the order asked for.
 */
export function lastInTransaction(tx: Transaction, work: LastWork): void {
  const waiting = LAST_WORK.get(tx);
  if (!waiting) throw new Error("only work that inTransaction runs has an end to put something at");
  waiting.push(work);
}

async function withLastWork<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const waiting: LastWork[] = [];
  LAST_WORK.set(tx, waiting);
  const result = await work(tx);
  for (const last of waiting) await last();
  return result;
}

/** As `inTransaction`, for work in plain SQL: a quarter of its cost, for the paths where that counts. */
export async function inSqlTransaction<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return persist(async (begun) => {
    const client = await database.pool.connect();
    let broken: Error | undefined;
    client.on("error", rememberBroken);
    try {
      await client.query("begin");
      begun();
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch(rememberBroken);
      throw error;
    } finally {
      client.off("error", rememberBroken);
      client.release(broken);
    }
    function rememberBroken(error: Error): void {
      broken = error;
    }
  });
}

/** An attempt that never began did nothing, whatever it failed on; one that lost its connection later may have been stored. */
async function persist<T>(attempt: (begun: () => void) => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    let hasBegun = false;
    try {
      return await attempt(() => (hasBegun = true));
    } catch (error) {
      if (failures === ATTEMPTS || (hasBegun && !isPassing(error))) throw error;
      await sleep(randomInt(FIRST_PAUSE_MS, 2 * FIRST_PAUSE_MS) * 2 ** (failures - 1));
    }
  }
}

/** P2034 and P2028 are Prisma's: write conflict, and no transaction in time. 40001 and 40P01 PostgreSQL's: serialization, deadlock. */
const PASSING_CODES = new Set(["P2034", "P2028", "40001", "40P01"]);

/** Looks through the wrappers: raw queries in Prisma hide PostgreSQL's code in `meta`, drivers in `cause`. */
function isPassing(error: unknown): boolean {
  for (let layer = error, depth = 0; depth < 5 && typeof layer === "object" && layer !== null; depth += 1) {
    const { code, originalCode, meta, cause } = layer as Record<string, unknown>;
    if (PASSING_CODES.has(String(code)) || PASSING_CODES.has(String(originalCode))) return true;
    layer = (meta as Record<string, unknown> | undefined)?.["driverAdapterError"] ?? cause;
  }
  return false;
}
