import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileStorage } from "./file-storage.server.ts";

const key = "doc_01aryz6s410000000000000000";
const content = new TextEncoder().encode("Beste mevrouw De Vries, € 1");
let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "file-storage-"));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

function files(): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).toSorted();
}

test("bytes come back whole, with their size and their hash", async () => {
  const storage = createFileStorage(join(directory, "not", "yet"));
  expect(await storage.put(key, content)).toEqual({
    size: 29,
    sha256: "823dc27d3c4f8496c8a8d270131840e4e1c521bcd1773fd7db5f4837c250b472",
  });
  const got = await storage.get(key);
  if (!got.ok) throw new Error(got.error.kind);
  expect(got.value.size).toBe(29);
  expect(await got.value.bytes()).toEqual(content);
  expect(await new Response(got.value.stream()).text()).toBe("Beste mevrouw De Vries, € 1");
});

test("a stream is stored as one document, readable by its owner alone", async () => {
  const storage = createFileStorage(directory);
  expect(await storage.put(key, chunks("een ", "twee ", "drie"))).toMatchObject({ size: 13 });
  expect(files()).toEqual(["00", join("00", key)]);
  expect(statSync(join(directory, "00", key)).mode & 0o777).toBe(0o600);
});

test("a stream that breaks off leaves nothing behind, and what was there stays", async () => {
  const storage = createFileStorage(directory);
  await storage.put(key, content);
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* chunks("half");
    throw new Error("connection lost");
  }
  await expect(storage.put(key, broken())).rejects.toThrow("connection lost");
  expect(files()).toEqual(["00", join("00", key)]);
  const got = await storage.get(key);
  expect(got.ok && (await got.value.bytes())).toEqual(content);
});

test("with a document goes what a crash left unfinished of it, and nothing of another", async () => {
  const storage = createFileStorage(directory);
  const other = "doc_01aryz6s410000000000000100";
  await storage.put(key, content);
  await storage.put(other, content);
  for (const left of [key, other]) writeFileSync(join(directory, "00", `${left}.4f1d.unfinished`), "half");
  await storage.delete(key);
  await storage.delete(key);
  await storage.delete("doc_01aryz6s410000000000000099");
  expect(files()).toEqual(["00", join("00", other), join("00", `${other}.4f1d.unfinished`)]);
});

test("the same document twice changes nothing", async () => {
  const storage = createFileStorage(directory);
  const [first, second] = await Promise.all([storage.put(key, content), storage.put(key, content)]);
  expect(second).toEqual(first);
  expect(files()).toEqual(["00", join("00", key)]);
});

test("what is not there is not found, and deleting it twice is no error", async () => {
  const storage = createFileStorage(directory);
  expect(await storage.exists(key)).toBe(false);
  expect(await storage.get(key)).toEqual({ ok: false, error: { kind: "not_found" } });
  await storage.put(key, content);
  expect(await storage.exists(key)).toBe(true);
  await storage.delete(key);
  await storage.delete(key);
  expect(await storage.exists(key)).toBe(false);
});

test.each(["", "../etc/passwd", "doc_..", `${key}/..`, `${key}\0`, key.toUpperCase(), `/${key}`])(
  "%j is not a key",
  async (wrong) => {
    const storage = createFileStorage(directory);
    await expect(storage.put(wrong, content)).rejects.toThrow("a document is stored by its id only");
    await expect(storage.get(wrong)).rejects.toThrow("a document is stored by its id only");
  },
);
