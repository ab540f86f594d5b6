import type { DocumentStorage } from "./document-storage.server.ts";
import { createFileStorage } from "./file-storage.server.ts";
import type { StorageAddress } from "./storage-url.server.ts";

/** The storage at that address. What S3 takes to load is loaded only where it is used. */
export async function openStorage(address: StorageAddress): Promise<DocumentStorage> {
  if (address.kind === "directory") return createFileStorage(address.directory);
  const { createS3Storage } = await import("./s3-storage.server.ts");
  return createS3Storage(address);
}
