import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { err, ok } from "#app/domain/result.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { DocumentContent, DocumentStorage, StoredDocument } from "./document-storage.server.ts";
import { checkedKey } from "./storage-key.server.ts";

const UNFINISHED = ".unfinished";

/** Keeps documents as files under `directory`, readable by this user alone. Several processes may share it. */
export function createFileStorage(directory: string): DocumentStorage {
  return {
    put: async (key, content) => writeWhole(pathOf(directory, key), content),
    get: async (key) => {
      const document = await storedAt(pathOf(directory, key));
      return document ? ok(document) : err({ kind: "not_found" });
    },
    exists: async (key) => (await storedAt(pathOf(directory, key))) !== null,
    delete: async (key) => removeWhole(pathOf(directory, key)),
  };
}

/** The last characters spread files over 1024 folders. */
function pathOf(directory: string, key: string): string {
  return join(directory, checkedKey(key).slice(-2), key);
}

async function storedAt(path: string): Promise<StoredDocument | null> {
  const found = await stat(path).catch(nullIfMissing);
  if (!found?.isFile()) return null;
  return {
    size: found.size,
    bytes: async () => new Uint8Array(await readFile(path)),
    stream: (range) => webStream(range ? createReadStream(path, { start: range.start, end: range.end - 1 }) : createReadStream(path)), // prettier-ignore
  };
}

async function writeWhole(path: string, content: DocumentContent): Promise<{ size: number; sha256: string }> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    const written = await writeSynced(unfinished, content);
    crashPoint("storage:unfinished");
    await rename(unfinished, path);
    // Without these the file's name, or its folder's, may be lost with the power though its content is not.
    await syncFolder(folder);
    await syncFolder(dirname(folder));
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** With what a crash left unfinished of it. */
async function removeWhole(path: string): Promise<void> {
  const folder = dirname(path);
  const names = (await readdir(folder).catch(nullIfMissing)) ?? [];
  const left = names.filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith(UNFINISHED));
  for (const name of [basename(path), ...left]) await rm(join(folder, name), { force: true });
}

async function writeSynced(path: string, content: DocumentContent): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  await withFile(await open(path, "wx", 0o600), async (file) => {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  });
  return { size, sha256: hash.digest("hex") };
}

async function syncFolder(folder: string): Promise<void> {
  await withFile(await open(folder, "r"), (handle) => handle.sync());
}

async function withFile(file: FileHandle, use: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

function webStream(stream: Readable): ReadableStream<Uint8Array> {
  const web: NodeReadableStream<Uint8Array> = Readable.toWeb(stream);
  return web as ReadableStream<Uint8Array>;
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
