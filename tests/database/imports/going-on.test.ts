import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "#app/server/audit/verify-audit.server.ts";
import { verifyLedger } from "#app/server/claims/verify-ledger.server.ts";
import { leaseImport, LeaseLost, renewLease } from "#app/server/imports/import-lease.server.ts";
import { runImport, runWaitingImport } from "#app/server/imports/run-import.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type ApiTest, openApi } from "../../support/api.ts";
import { csvOf, imported, runAllImports, startedImport, ublOf } from "../../support/import-files.ts";
import { makeZip } from "../../support/make-zip.ts";

/** A worker that dies and one that goes on; and creditors that take turns. */

const HOOK = Symbol.for("voldaan.crash");

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterEach(() => Reflect.deleteProperty(globalThis, HOOK));
afterAll(async () => {
  expect((await verifyAudit(api.services)).faults).toEqual([]);
  expect(await verifyLedger(api.services)).toEqual([]);
  await api.close();
});

class Died extends Error {}

/** What runs breaks off when it comes to that point for the nth time. */
function dieAt(point: string, nth: number): void {
  let times = 0;
  const hook = (name: string) => {
    if (name !== point) return;
    times += 1;
    if (times === nth) throw new Died();
  };
  Reflect.set(globalThis, HOOK, hook);
}

async function dead(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toBeInstanceOf(Died);
  Reflect.deleteProperty(globalThis, HOOK);
  await api.services.database.prisma
    .$executeRaw`UPDATE import SET locked_until = now() - interval '1 second' WHERE lease IS NOT NULL`;
}

const claimCount = (prefix: string) =>
  api.services.database.prisma.claim.count({
    where: { creditorId: api.creditorId, reference: { startsWith: prefix } },
  });

test.each([
  ["import:in-batch", 250],
  ["import:row-taken-in", 500],
])("a worker dies at %s of the second batch: the next one goes on there, nothing twice and nothing lost", async (point, kept) => {
  const name = point.replace("import:", "");
  const { body } = await startedImport(api, "csv", csvOf(name, 600));
  dieAt(point, 2);
  await dead(runWaitingImport(api.services));
  expect((await api.call("GET", `/imports/${body.id}`)).body).toMatchObject({ status: "running", total: 600, processed: kept, created: kept }); // prettier-ignore
  expect(await claimCount(`${name}-`)).toBe(kept);

  await runAllImports(api);
  expect((await api.call("GET", `/imports/${body.id}`)).body).toMatchObject({ status: "done", total: 600, processed: 600, created: 600, unchanged: 0, failed: 0 }); // prettier-ignore
  expect(await claimCount(`${name}-`)).toBe(600);
  const events = await api.services.database.prisma.event.count({ where: { claim: { reference: { startsWith: `${name}-` } } } }); // prettier-ignore
  expect(events).toBe(600);
}); // prettier-ignore

test("a worker dies between the claims of a zip and their documents: the next one stores these, and counts stay", async () => {
  const files = await Promise.all([1, 2, 3].map(async (number) => ({ name: `${number}.xml`, content: await ublOf(`docs-${number}`) }))); // prettier-ignore
  const { body } = await startedImport(api, "zip", makeZip(files));
  dieAt("import:row-taken-in", 1);
  await dead(runWaitingImport(api.services));
  expect((await api.call("GET", `/imports/${body.id}`)).body).toMatchObject({ processed: 0, created: 3 });
  await runAllImports(api);
  expect((await api.call("GET", `/imports/${body.id}`)).body).toMatchObject({ status: "done", processed: 3, created: 3, unchanged: 0 }); // prettier-ignore
  const documents = await api.services.database.prisma.document.count({ where: { claim: { reference: { startsWith: "docs-" } } } }); // prettier-ignore
  expect(documents).toBe(3);
});

test("who lost the lease writes nothing any more", async () => {
  const { services } = api;
  const { body } = await startedImport(api, "csv", csvOf("lost", 300));
  const slow = await inTransaction(services.database, (tx) => leaseImport(tx, body.id));
  const other = await inTransaction(services.database, (tx) => leaseImport(tx, body.id));
  await renewLease(services, other);
  await expect(renewLease(services, slow)).rejects.toBeInstanceOf(LeaseLost);

  await runImport(services, slow, { turnRows: Infinity });
  expect(await claimCount("lost-")).toBe(0);
  await runImport(services, other, { turnRows: Infinity });
  expect((await api.call("GET", `/imports/${body.id}`)).body).toMatchObject({ status: "done", created: 300 });
});

test("two workers at one creditor's two same files: one at a time, and nothing twice", async () => {
  const ids = [await startedImport(api, "csv", csvOf("twice", 300)), await startedImport(api, "csv", csvOf("twice", 300))].map(({ body }) => body.id); // prettier-ignore
  await Promise.all([runAllImports(api), runAllImports(api)]);
  await runAllImports(api);
  const both = await Promise.all(ids.map((id) => api.call("GET", `/imports/${id}`)));
  const counts = both.map(({ body }) => body as unknown as { status: string; created: number; unchanged: number });
  expect(counts.map(({ status }) => status)).toEqual(["done", "done"]);
  expect(counts.map(({ created }) => created).sort()).toEqual([0, 300]);
  expect(counts.map(({ unchanged }) => unchanged).sort()).toEqual([0, 300]);
});

test("the same claims by the API and by a file at once: each is made once", async () => {
  const { body } = await startedImport(api, "csv", csvOf("race", 40));
  const byApi = (number: number) => api.call("POST", "/claims", {
    body: {
      reference: `race-${number}`,
      kind: "consumer",
      debtor: { reference: `K-race-${number}`, type: "person", name: "J. de Vries" },
      invoices: [{ number: `F-race-${number}`, issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { currency: "EUR", value: "120.00" } }],
    },
  }); // prettier-ignore
  const [, ...answers] = await Promise.all([
    runAllImports(api),
    ...Array.from({ length: 10 }, (_, index) => byApi(40 - index)),
  ]);
  expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
  const counts = (await api.call("GET", `/imports/${body.id}`)).body as unknown as {
    created: number;
    unchanged: number;
  };
  expect(counts.created + counts.unchanged).toBe(40);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(40 - counts.created);
  expect(await claimCount("race-")).toBe(40);
});

test("a large file lets others go first, and a creditor with many files waits its turn like anybody else", async () => {
  const { services } = api;
  const other = await api.addCreditor("Een ander");
  const large = (await startedImport(api, "csv", csvOf("large", 520))).body.id;
  services.clock.advance(1_000);
  const own = [(await startedImport(api, "csv", csvOf("small", 1))).body.id];
  const theirs = [];
  for (const number of [1, 2]) {
    services.clock.advance(1_000);
    theirs.push((await startedImport(api, "csv", csvOf(`theirs-${number}`, 1), { key: other.key })).body.id);
  }

  const order = [];
  const names = new Map([[large, "large"], [own[0], "small"], [theirs[0], "theirs 1"], [theirs[1], "theirs 2"]]); // prettier-ignore
  while ((await runWaitingImport(services, 250)) > 0) {
    const [last] = await services.database.prisma.import.findMany({ orderBy: { turnAt: { sort: "desc", nulls: "last" } }, take: 1 }); // prettier-ignore
    order.push(`${names.get(last?.id ?? "")} ${last?.status} ${last?.processed}`);
  }
  // Who never had a turn goes first, and where nobody waits any more there is nobody to let go.
  expect(order).toEqual(["theirs 1 done 1", "large running 250", "theirs 2 done 1", "large done 520", "small done 1"]);
});

test("five attempts without a row taken in are enough; each row taken in begins anew", async () => {
  const { body } = await startedImport(api, "csv", csvOf("attempts", 600));
  await api.services.database.prisma.import.update({ where: { id: body.id }, data: { attempts: 4 } });
  dieAt("import:in-batch", 2);
  await dead(runWaitingImport(api.services));
  expect(await api.services.database.prisma.import.findUnique({ where: { id: body.id }, select: { attempts: true } })).toEqual({ attempts: 0 }); // prettier-ignore
  await api.services.database.prisma.import.update({ where: { id: body.id }, data: { attempts: 5 } });
  await runAllImports(api);
  expect((await api.call("GET", `/imports/${body.id}`)).body).toMatchObject({ status: "failed", failureCode: "broke_off", processed: 250, created: 250 }); // prettier-ignore
  expect((await imported(api, "csv", csvOf("attempts", 600))).body).toMatchObject({ created: 350, unchanged: 250 });
});
