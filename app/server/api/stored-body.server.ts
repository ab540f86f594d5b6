import { err, ok, type Result } from "#app/domain/result.ts";
import { dropReceivedFile, receiveImportFile } from "#app/server/imports/received-files.server.ts";
import { openPlaces } from "#app/server/platform/http/places.server.ts";
import type { ReceivedFile } from "#app/server/platform/storage/receive-file.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { BodyDescription } from "./api-operation.server.ts";
import type { Problem } from "./problem.server.ts";

type FileDescription = Extract<BodyDescription<unknown>, { kind: "file" }>;

/** A body that was too large for memory: it lies in the storage, until somebody takes it or the request is over. */
export class StoredBody {
  readonly mediaType: string;
  readonly #file: ReceivedFile;
  #taken = false;

  constructor(file: ReceivedFile, mediaType: string) {
    this.#file = file;
    this.mediaType = mediaType;
  }

  get digest(): Uint8Array {
    return Buffer.from(this.#file.sha256, "hex");
  }

  /** From here on the file is the caller's, to keep or to delete. */
  take(): ReceivedFile {
    this.#taken = true;
    return this.#file;
  }

  async dropUnlessTaken(services: Pick<Services, "database" | "storage">): Promise<void> {
    if (!this.#taken) await dropReceivedFile(services, this.#file.storageKey);
  }
}

/** What a process takes in at a time: each holds a connection, and some MB of memory on the way to the storage. */
const places = openPlaces({ all: 8, ofOne: 2 });

const BUSY: Problem = {
  code: "too_many_requests",
  detail: "Too many files are being stored at once: at most 2 of yours.",
  headers: { "Retry-After": "5" },
};

export type BodyToStore = {
  readonly request: Request;
  readonly description: FileDescription;
  /** The creditor whose it is. */
  readonly subject: string;
};

/** Stores the body as it comes in, where it is of a type that the route takes and no larger than that type may be. */
export async function storeBody(
  services: Pick<Services, "database" | "storage" | "clock">,
  { request, description, subject }: BodyToStore,
): Promise<Result<StoredBody, Problem>> {
  const { mediaTypes, largestBytes } = description;
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const encoding = request.headers.get("content-encoding") ?? "identity";
  const largest = largestBytes[mediaType];
  if (largest === undefined || encoding !== "identity") {
    const detail = `Send ${mediaTypes.join(" or ")} without a Content-Encoding.`;
    return err({ code: "media_type_not_supported", detail, headers: { Accept: mediaTypes.join(", ") } });
  }
  const tooLarge = err<Problem>({ code: "body_too_large", detail: `A body of ${mediaType} has at most ${largest} bytes here.` }); // prettier-ignore
  if (Number(request.headers.get("content-length") ?? 0) > largest) return tooLarge;
  const leave = places.take(subject);
  if (!leave) return err(BUSY);
  try {
    const file = { creditorId: subject, content: piecesOf(request), largestBytes: largest };
    const stored = await receiveImportFile(services, file);
    if (!stored.ok) return tooLarge;
    if (stored.value.size > 0) return ok(new StoredBody(stored.value, mediaType));
    await dropReceivedFile(services, stored.value.storageKey);
    return err({ code: "unreadable_body", detail: "The body is empty." });
  } finally {
    leave();
  }
}

/** What is not read any further stays in the request, to be taken off the wire like any other that is refused. */
async function* piecesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
  } finally {
    reader?.releaseLock();
  }
}
