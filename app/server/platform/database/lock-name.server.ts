import type { Transaction } from "./client.server.ts";

/** Holds a name until the transaction ends, for what has no row yet that could be locked. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))) AS locked`;
}
