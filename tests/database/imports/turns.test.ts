import { afterAll, beforeAll, expect, test } from "vitest";
import { leaseImport, type LeasedImport } from "#app/server/imports/import-lease.server.ts";
import { nextImport, othersWait } from "#app/server/imports/next-import.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type ApiTest, openApi } from "../../support/api.ts";
import { csvOf, startedImport } from "../../support/import-files.ts";

/** Whose turn it is where a creditor has a second file. */

let api: ApiTest;
let other: { creditorId: string; key: string };

beforeAll(async () => {
  api = await openApi();
  other = await api.addCreditor("Een ander");
});
afterAll(() => api.close());

async function handIn(name: string, key?: string): Promise<string> {
  api.services.clock.advance(1_000);
  return (await startedImport(api, "csv", csvOf(name, 1), key === undefined ? {} : { key })).body.id;
}

const take = (id: string): Promise<LeasedImport> => inTransaction(api.services.database, (tx) => leaseImport(tx, id));

const next = () => inTransaction(api.services.database, nextImport);

test("the second file of a creditor whose first one runs waits, and lets nobody wait for it", async () => {
  const [first, second] = [await handIn("first"), await handIn("second")];
  const theirs = await handIn("theirs", other.key);
  await take(first);
  expect(await next()).toBe(theirs);
  const leased = await take(theirs);
  expect(await next()).toBeNull();
  expect(await othersWait(api.services, leased)).toBe(false);

  const { prisma } = api.services.database;
  await prisma.import.update({ where: { id: first }, data: { status: "done", lockedUntil: null, lease: null } });
  expect(await othersWait(api.services, leased)).toBe(true);
  expect(await next()).toBe(second);
  await take(second);
  const older = await handIn("older");
  await prisma.import.update({ where: { id: older }, data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
  // One that runs already goes on, also where an operator began it out of its turn.
  expect(await next()).toBeNull();
  await prisma.import.updateMany({ data: { status: "done", lockedUntil: null, lease: null } });
});

test("while somebody takes a creditor's file, others are given the file of another, not that creditor's next one", async () => {
  const [first] = [await handIn("held-1"), await handIn("held-2")];
  const theirs = await handIn("theirs-held", other.key);
  const { database } = api.services;
  await inTransaction(database, async (tx) => {
    await tx.$queryRaw`SELECT id FROM import WHERE id = ${first} FOR UPDATE`;
    expect(await next()).toBe(theirs);
    await take(theirs);
    expect(await next()).toBeNull();
  });
  expect(await next()).toBe(first);
});
