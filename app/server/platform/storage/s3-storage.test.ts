import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type S3Stub, startS3Stub } from "../../../../tests/support/s3-stub.ts";
import type { DocumentStorage } from "./document-storage.server.ts";
import { openStorage } from "./open-storage.server.ts";
import { parseStorageUrl } from "./storage-url.server.ts";

const key = "doc_01aryz6s410000000000000000";
const content = new TextEncoder().encode("Beste mevrouw De Vries, € 1");
const CREDENTIALS = { AWS_ACCESS_KEY_ID: "sleutel", AWS_SECRET_ACCESS_KEY: "geheim" };

let stub: S3Stub;
let storage: DocumentStorage;

beforeAll(async () => {
  Object.assign(process.env, CREDENTIALS);
  stub = await startS3Stub();
  const address = parseStorageUrl(`s3://bewijs/voldaan?region=nl-ams&endpoint=${stub.url}&pathStyle=1`, "/srv");
  if (!address.ok) throw new Error(address.error.message);
  storage = await openStorage(address.value);
});
afterAll(async () => {
  for (const name of Object.keys(CREDENTIALS)) delete process.env[name];
  await stub.close();
});
beforeEach(() => {
  stub.objects.clear();
  stub.unfinished.clear();
  stub.calls.length = 0;
});

test("bytes come back whole, with their size and their hash", async () => {
  expect(await storage.put(key, content)).toEqual({
    size: 29,
    sha256: "823dc27d3c4f8496c8a8d270131840e4e1c521bcd1773fd7db5f4837c250b472",
  });
  expect(stub.calls).toEqual([{ method: "PUT", path: `/bewijs/voldaan/${key}`, signedBy: "sleutel" }]);
  expect(stub.objects.get(`/bewijs/voldaan/${key}`)).toEqual(Buffer.from(content));
  const got = await storage.get(key);
  if (!got.ok) throw new Error(got.error.kind);
  expect(got.value.size).toBe(29);
  expect(await got.value.bytes()).toEqual(content);
  expect(await new Response(got.value.stream()).text()).toBe("Beste mevrouw De Vries, € 1");
  expect(await new Response(got.value.stream({ start: 6, end: 13 })).text()).toBe("mevrouw");
});

test("a stream is stored as one document, and one that breaks off not at all", async () => {
  async function* chunks(fails: boolean): AsyncGenerator<Uint8Array> {
    yield content;
    if (fails) throw new Error("connection lost");
    yield content;
  }
  expect(await storage.put(key, chunks(false))).toMatchObject({ size: 58 });
  stub.objects.clear();
  await expect(storage.put(key, chunks(true))).rejects.toThrow("connection lost");
  expect(stub.objects.size).toBe(0);
});

const MEGABYTE = 1024 * 1024;

async function* megabytes(count: number, then: (sent: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < count; sent += 1) {
    then(sent);
    yield Buffer.alloc(MEGABYTE, sent + 1);
  }
}

const methods = () => stub.calls.map(({ method }) => method).join(" ");

test.each([
  [7, "PUT"],
  [8, "POST PUT POST"],
  [19, "POST PUT PUT PUT POST"],
])("a stream of %i MB goes out in parts of 8 MB while it comes in, and is one document", async (count, requests) => {
  let early = 0;
  const { size, sha256 } = await storage.put(
    key,
    megabytes(count, () => (early = stub.calls.length)),
  );
  expect([size, methods()]).toEqual([count * MEGABYTE, requests]);
  // The last piece came when all parts before its own were gone.
  expect(early).toBe(count > 8 ? stub.calls.length - 2 : 0);
  const whole = Buffer.concat(Array.from({ length: count }, (_, sent) => Buffer.alloc(MEGABYTE, sent + 1)));
  expect(sha256).toBe(createHash("sha256").update(whole).digest("hex"));
  expect(stub.objects.get(`/bewijs/voldaan/${key}`)?.equals(whole)).toBe(true);
  expect(stub.unfinished.size).toBe(0);
});

test("what breaks off half-way leaves no part behind, whoever broke it off", async () => {
  const breaking = megabytes(20, (sent) => {
    if (sent === 18) throw new Error("connection lost");
  });
  await expect(storage.put(key, breaking)).rejects.toThrow("connection lost");
  expect(methods()).toBe("POST PUT PUT DELETE");
  stub.calls.length = 0;
  const refused = megabytes(20, (sent) => {
    if (sent === 12) stub.failWith(500, 3);
  });
  await expect(storage.put(key, refused)).rejects.toThrow();
  expect(methods()).toBe("POST PUT PUT PUT PUT DELETE");
  expect([stub.objects.size, stub.unfinished.size]).toEqual([0, 0]);
});

test.each([
  [0, "POST POST POST"],
  [1, "POST PUT PUT PUT DELETE"],
])("what a storage refuses after %i requests is closed where it was read from", async (taken, requests) => {
  let isClosed = false;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (let sent = 0; sent < 20; sent += 1) {
        if (sent === 7 && taken === 0) stub.failWith(500, 3);
        yield Buffer.alloc(MEGABYTE, 1);
      }
    } finally {
      isClosed = true;
    }
  }
  if (taken > 0) stub.failAfter(taken, 500, 3);
  await expect(storage.put(key, source())).rejects.toThrow();
  expect([methods(), isClosed]).toEqual([requests, true]);
});

test("what is not there is not found, and deleting it twice is no error", async () => {
  expect(await storage.exists(key)).toBe(false);
  expect(await storage.get(key)).toEqual({ ok: false, error: { kind: "not_found" } });
  await storage.put(key, content);
  expect(await storage.exists(key)).toBe(true);
  await storage.delete(key);
  await storage.delete(key);
  expect(await storage.exists(key)).toBe(false);
});

test("a failure that passes is tried again, one that stays is told", async () => {
  stub.failWith(503, 1);
  expect(await storage.put(key, content)).toMatchObject({ size: 29 });
  stub.failWith(403, 1);
  await expect(storage.exists(key)).rejects.toThrow();
  stub.failWith(500, 10);
  await expect(storage.put(key, content)).rejects.toThrow();
  stub.failWith(0, 0);
});

test.each(["", "../etc/passwd", "doc_..", `${key}/..`, key.toUpperCase()])("%j is not a key", async (wrong) => {
  await expect(storage.put(wrong, content)).rejects.toThrow("a document is stored by its id only");
  await expect(storage.get(wrong)).rejects.toThrow("a document is stored by its id only");
  expect(stub.calls).toEqual([]);
});
