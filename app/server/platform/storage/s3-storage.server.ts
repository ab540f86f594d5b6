import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { err, ok } from "#app/domain/result.ts";
import type { ByteRange, DocumentStorage, StoredDocument } from "./document-storage.server.ts";
import { putInParts } from "./s3-parts.server.ts";
import { checkedKey } from "./storage-key.server.ts";
import type { StorageAddress } from "./storage-url.server.ts";

type Bucket = Extract<StorageAddress, { kind: "s3" }>;

const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/**
 * Keeps documents as objects of a bucket. The keys to it come from where the AWS SDK looks by itself: `AWS_ACCESS_KEY_ID`
 * and `AWS_SECRET_ACCESS_KEY`, or the role of the machine. A document is there whole or not at all; of a large one 8 MB
 * at a time are in memory.
 */
export function createS3Storage({ bucket, prefix, region, endpoint, pathStyle }: Bucket): DocumentStorage {
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    requestHandler: TIMEOUTS,
    maxAttempts: 3,
    // Stores other than that of AWS do not all know the newer checksums; the signature covers the content anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => ({ Bucket: bucket, Key: `${prefix}${checkedKey(key)}` });

  async function head(key: string): Promise<number | null> {
    try {
      return (await client.send(new HeadObjectCommand(at(key)))).ContentLength ?? 0;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
      throw error;
    }
  }

  async function open(key: string, range?: ByteRange) {
    const Range = range && `bytes=${range.start}-${range.end - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ ...at(key), ...(Range ? { Range } : {}) }));
    if (!Body) throw new Error("the storage answered a document without content");
    return Body;
  }

  const stored = (key: string, size: number): StoredDocument => ({
    size,
    bytes: async () => (await open(key)).transformToByteArray(),
    stream: (range) => deferred(async () => (await open(key, range)).transformToWebStream() as ReadableStream<Uint8Array>), // prettier-ignore
  });

  return {
    put: async (key, content) => putInParts(client, at(key), content),
    async get(key) {
      const size = await head(key);
      return size === null ? err({ kind: "not_found" }) : ok(stored(key, size));
    },
    exists: async (key) => (await head(key)) !== null,
    delete: async (key) => void (await client.send(new DeleteObjectCommand(at(key)))),
  };
}

/** A stream that asks for its content when somebody reads it. */
function deferred(open: () => Promise<ReadableStream<Uint8Array>>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  open()
    .then((source) => source.pipeTo(writable))
    .catch((error: unknown) => writable.abort(error).catch(() => undefined));
  return readable;
}
