import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "#app/server/platform/prisma/client.ts";
import { ROW_SCOPE_SETTING, RowScopedPool } from "./row-scope.server.ts";

/** The database as one process uses it: Prisma and plain SQL draw from the same bounded pool and run as the same role. */
export type Database = {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/** What a function needs that must run inside somebody's transaction. */
export type Transaction = Prisma.TransactionClient;

export type DatabaseOptions = {
  readonly url: string;
  readonly poolSize: number;
  /** The role every connection takes on; absent: the role that connects. */
  readonly role?: string;
  /** Told of connections that break while nobody uses them; the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
};

/** The role that the first migration creates for the application: it reads and writes rows and changes no tables. */
export const APPLICATION_ROLE = "voldaan_app";

const CONNECT_TIMEOUT_MS = 3_000;

/**
 * These go along when a connection is made, so that they hold for every pooled connection and cost no round trip. No query
 * may run or wait so long that a request, a lease or another transaction suffers.
 */
const CONNECTION_SETTINGS = {
  TimeZone: "UTC",
  default_transaction_isolation: "read\\ committed",
  statement_timeout: "10s",
  lock_timeout: "3s",
  idle_in_transaction_session_timeout: "15s",
};

/** Opens lazily: the first query connects. A role the connecting user may not take on fails that query, never silently. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new RowScopedPool({
    ...connectionTo(options),
    max: options.poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "voldaan",
    types: { getTypeParser },
  });
  pool.on("error", (error) => options.onIdleError?.(error));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Options that the operator put in the URL are kept; ours are added, because the URL's would silently replace them. */
function connectionTo({ url, role }: DatabaseOptions): { connectionString: string; options: string } {
  const address = new URL(url);
  const given = address.searchParams.get("options");
  address.searchParams.delete("options");
  const settings = Object.entries({
    ...CONNECTION_SETTINGS,
    ...ROW_SCOPE_SETTING,
    ...(role === undefined ? {} : { role }),
  });
  const options = [...(given ? [given] : []), ...settings.map(([name, value]) => `-c ${name}=${value}`)].join(" ");
  return { connectionString: address.href, options };
}

type TextParser = (text: string) => unknown;

/** Plain SQL gives amounts and counts as bigint and days as "YYYY-MM-DD"; the driver's defaults are text and local dates. */
const TEXT_PARSERS: Readonly<Record<number, TextParser>> = {
  [pg.types.builtins.INT8]: BigInt,
  [pg.types.builtins.DATE]: (text) => text,
};

function getTypeParser(oid: number, format?: "text" | "binary"): TextParser {
  const own = format === "binary" ? undefined : TEXT_PARSERS[oid];
  return own ?? (pg.types.getTypeParser(oid, format as "text") as TextParser);
}
