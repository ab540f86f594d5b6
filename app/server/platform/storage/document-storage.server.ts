import type { Result } from "#app/domain/result.ts";

/** A stored document. Each call reads anew; nothing is held open until then. */
export type StoredDocument = {
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  readonly stream: (range?: ByteRange) => ReadableStream<Uint8Array>;
};

/** From `start` up to `end`, that one not included. */
export type ByteRange = { readonly start: number; readonly end: number };

export type DocumentContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Where documents are kept, by their own id as key. A document is there whole or not at all, and still there after the
 * machine lost its power the moment `put` was done. Doing the same again changes nothing.
 */
export type DocumentStorage = {
  readonly put: (key: string, content: DocumentContent) => Promise<{ size: number; sha256: string }>;
  readonly get: (key: string) => Promise<Result<StoredDocument, { kind: "not_found" }>>;
  readonly exists: (key: string) => Promise<boolean>;
  readonly delete: (key: string) => Promise<void>;
};
