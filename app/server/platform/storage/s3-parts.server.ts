import { createHash } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { DocumentContent } from "./document-storage.server.ts";

/** S3 takes none below 5 MB but the last; one at a time is in memory. */
const PART_BYTES = 8 * 1024 * 1024;

type ObjectPlace = { readonly Bucket: string; readonly Key: string };

/**
 * Stores content of whatever length: in one request where it is less than a part, else part by part. The object is there
 * when all of it is there; what breaks off is taken back.
 */
export async function putInParts(
  client: S3Client,
  place: ObjectPlace,
  content: DocumentContent,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  const count = (part: Uint8Array): Uint8Array => {
    hash.update(part);
    size += part.length;
    return part;
  };
  const parts = partsOf(content);
  try {
    const { value: first = new Uint8Array() } = await parts.next();
    if (first.length < PART_BYTES) {
      await client.send(new PutObjectCommand({ ...place, Body: count(first), ContentLength: first.length }));
    } else {
      await putEach(client, place, counted(first, parts, count));
    }
  } finally {
    // Where the storage refuses before a second part is asked for, nobody else closes what they are read from.
    await parts.return(undefined);
  }
  return { size, sha256: hash.digest("hex") };
}

async function* counted(
  first: Uint8Array,
  others: AsyncIterable<Uint8Array>,
  count: (part: Uint8Array) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield count(first);
  for await (const part of others) yield count(part);
}

async function putEach(client: S3Client, place: ObjectPlace, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  if (UploadId === undefined) throw new Error("the storage began an upload without a name");
  const upload = { ...place, UploadId };
  try {
    const Parts: CompletedPart[] = [];
    for await (const part of parts) {
      const PartNumber = Parts.length + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body: part, ContentLength: part.length })); // prettier-ignore
      Parts.push({ PartNumber, ETag });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  } catch (error) {
    // Why it broke off says more than that it could not be taken back either.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

/** All as long as a part but the last, which is shorter and not empty. */
async function* partsOf(content: DocumentContent): AsyncGenerator<Uint8Array, undefined> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    for (let from = 0; from < chunk.length;) {
      const taken = chunk.subarray(from, from + PART_BYTES - size);
      waiting.push(taken);
      size += taken.length;
      from += taken.length;
      if (size < PART_BYTES) continue;
      const part = Buffer.concat(waiting);
      waiting = [];
      size = 0;
      yield part;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}
