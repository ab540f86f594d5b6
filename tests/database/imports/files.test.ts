import { afterAll, beforeAll, expect, test } from "vitest";
import { clearExpired } from "#app/server/housekeeping/clear-expired.server.ts";
import { receiveImport } from "#app/server/imports/start-import.server.ts";
import { type ApiTest, openApi } from "../../support/api.ts";
import { csvOf, runAllImports, startedImport } from "../../support/import-files.ts";

/** What is handed in is about people: it stays no longer than somebody needs it. */

const DAY_MS = 24 * 60 * 60 * 1000;

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const keyOf = async (id: string) =>
  (await api.services.database.prisma.import.findUniqueOrThrow({ where: { id } })).storageKey;

const received = () => api.services.database.prisma.receivedFile.count();

async function clearAfter(days: number): Promise<void> {
  api.services.clock.advance(days * DAY_MS);
  await clearExpired(api.services);
}

test("a file goes a week after its import ended, and what became of its rows stays", async () => {
  const { storage } = api.services;
  const done = (await startedImport(api, "csv", csvOf("week", 2))).body.id;
  const failed = (await startedImport(api, "csv", "nothing;known")).body.id;
  await runAllImports(api);
  const waiting = (await startedImport(api, "csv", csvOf("waits", 1))).body.id;
  const keys = await Promise.all([done, failed, waiting].map(keyOf));
  const there = () => Promise.all(keys.map((key) => storage.exists(key ?? "")));
  expect(await received()).toBe(0);

  await clearAfter(6.9);
  expect(await there()).toEqual([true, true, true]);
  await clearAfter(0.2);
  expect(await there()).toEqual([false, false, true]);
  expect(await Promise.all([done, failed, waiting].map(keyOf))).toEqual([null, null, keys[2]]);
  expect((await api.call("GET", `/imports/${done}`)).body).toMatchObject({ status: "done", created: 2 });
  await clearAfter(100);
  await runAllImports(api);
  expect((await api.call("GET", `/imports/${waiting}`)).body).toMatchObject({ status: "done", created: 1 });
});

test("a file that no import ever had, because of a crash, goes after a day", async () => {
  const { services, creditorId } = api;
  const stored = await receiveImport(services, { creditorId, content: Buffer.from(csvOf("crash", 1)), fileName: "" });
  if (!stored.ok) throw new Error(stored.error.kind);
  const { storageKey } = stored.value.file;
  await clearAfter(0.9);
  expect(await services.storage.exists(storageKey)).toBe(true);
  await clearAfter(0.2);
  expect(await services.storage.exists(storageKey)).toBe(false);
  expect(await received()).toBe(0);
});

test("what is refused, broken off or handed in twice leaves nothing behind", async () => {
  const { services, creditorId } = api;
  const keys: string[] = [];
  const { put } = services.storage;
  const watched = { ...services, storage: { ...services.storage, put: (key: string, content: Parameters<typeof put>[1]) => (keys.push(key), put(key, content)) } }; // prettier-ignore
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("kenmerk;");
    throw new Error("connection lost");
  }
  await expect(receiveImport(watched, { creditorId, content: broken(), fileName: "" })).rejects.toThrow("connection lost"); // prettier-ignore
  const large = await receiveImport(watched, { creditorId, content: Buffer.concat([Buffer.from("<a>"), Buffer.alloc(20_000_000)]), fileName: "" }); // prettier-ignore
  expect(large.ok).toBe(false);
  expect(await Promise.all(keys.map((key) => services.storage.exists(key)))).toEqual([false, false]);

  const headers = { "Idempotency-Key": "files-1" };
  for (const count of [1, 1, 2]) await startedImport(api, "csv", csvOf("again", count), { headers });
  expect(await received()).toBe(0);
});
