import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { err, ok, type Result } from "#app/domain/result.ts";
import { openPlaces } from "./places.server.ts";
import { LARGEST_FIELDS_BYTES } from "./read-form.server.ts";

export type UploadedFile = {
  readonly field: string;
  /** As the browser calls it, without a path. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** too_large: names the files that are, or none when a field or all of them together are; nothing of the form counts then. interrupted: the browser went away. */
export type UploadReadRefusal =
  | { readonly kind: "too_large"; readonly fileNames: readonly string[] }
  | { readonly kind: "too_many" | "too_slow" | "interrupted" | "malformed" | "busy" };

export type UploadedForm = { readonly fields: URLSearchParams; readonly files: readonly UploadedFile[] };

export const LARGEST_FILE_BYTES = 10_000_000;
export const MOST_FILES = 10;

/** Of all files of one form together, which wait in memory. */
export const LARGEST_FORM_BYTES = 50_000_000;
/** A browser shows the answer only after it sent everything, so a photo that is too large is read on, and thrown away. */
const MOST_DROPPED_BYTES = 30_000_000;
const DEADLINE_MS = 60_000;
const places = openPlaces({ all: 8, ofOne: 2 });

export const isMultipart = (request: Request): boolean =>
  /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");

/**
 * The fields and files of a form that was sent as multipart, counted while they come in: 10 MB a file, 10 files, 50 MB
 * together, 60 seconds. Where a limit is passed it stops, and nothing of the form is kept. At most eight forms are read at
 * once, two of them of one `subject`. NUL is left out of fields.
 */
export async function readUpload(
  request: Request,
  {
    subject,
    deadlineMs = DEADLINE_MS,
    fieldBytes = LARGEST_FIELDS_BYTES,
    fileBytes = LARGEST_FILE_BYTES,
  }: ReadingLimits,
): Promise<Result<UploadedForm, UploadReadRefusal>> {
  const leave = places.take(subject);
  if (!leave) return err({ kind: "busy" });
  try {
    return await readParts(request, { deadlineMs, fieldBytes, fileBytes });
  } finally {
    leave();
  }
}

/** `subject`: whose form it is. `fieldBytes` and `fileBytes`: the most that one field and one file take. */
type ReadingLimits = {
  readonly subject: string;
  readonly deadlineMs?: number;
  readonly fieldBytes?: number;
  readonly fileBytes?: number;
};

async function readParts(
  request: Request,
  { deadlineMs, fieldBytes, fileBytes }: Required<Omit<ReadingLimits, "subject">>,
): Promise<Result<UploadedForm, UploadReadRefusal>> {
  const contentType = request.headers.get("content-type") ?? "";
  const parser = isMultipart(request) ? openParser(contentType, { fieldBytes, fileBytes }) : null;
  if (!parser || !request.body) return err({ kind: "malformed" });
  const form = collect(parser);
  const reader = request.body.getReader();
  const late = timer(deadlineMs);
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late.passed]);
      if (next === "late") return err({ kind: "too_slow" });
      if (next.done) break;
      const goesOn = await Promise.race([form.write(next.value), late.passed]);
      if (goesOn === "late") return err({ kind: "too_slow" });
      if (!goesOn) break;
    }
    return await Promise.race([form.end(), late.passed.then(() => err<UploadReadRefusal>({ kind: "too_slow" }))]);
  } catch {
    return err({ kind: "interrupted" });
  } finally {
    late.stop();
    // Not cancelled: that would take the connection away under the answer, which closes it by itself.
    reader.releaseLock();
    parser.destroy();
  }
}

function openParser(
  contentType: string,
  { fieldBytes, fileBytes }: { fieldBytes: number; fileBytes: number },
): BusboyInstance | null {
  try {
    const limits = {
      fieldNameSize: 100,
      fieldSize: fieldBytes,
      fields: 50,
      files: MOST_FILES + 1,
      fileSize: fileBytes,
      parts: 70,
      headerPairs: 50,
      headerSize: 8_000,
    };
    return new Busboy({ headers: { "content-type": contentType }, limits });
  } catch {
    return null;
  }
}

/** Takes the parts from the parser. `write` answers false where going on makes no sense. */
function collect(parser: BusboyInstance) {
  const fields = new URLSearchParams();
  const files: UploadedFile[] = [];
  const tooLarge: string[] = [];
  let kept = 0;
  let dropped = 0;
  let tooLargeTogether = false;
  let malformed = false;
  let hopeless = false;
  let finished = () => {};
  const done = new Promise<void>((resolve) => (finished = resolve));

  const isTooLarge = () => tooLargeTogether || tooLarge.length > 0;

  function forget(): void {
    files.length = 0;
    kept = 0;
  }

  // Names may be missing, whatever the parser's types say; and what throws in here would take the process along.
  parser.on("field", (name: string | undefined, value, _nameIsCut, valueIsCut) => {
    fields.append(name ?? "", value.replaceAll("\0", ""));
    if (!valueIsCut) return;
    tooLargeTogether = true;
    forget();
  });
  parser.on("file", (field: string | undefined, stream, name: string | undefined) => {
    const fileName = (name ?? "").replaceAll("\0", "");
    const chunks: Uint8Array[] = [];
    let size = 0;
    stream.on("data", (chunk: Uint8Array) => {
      if (isTooLarge()) return;
      size += chunk.byteLength;
      kept += chunk.byteLength;
      chunks.push(chunk);
      if (kept <= LARGEST_FORM_BYTES) return;
      tooLargeTogether = true;
      chunks.length = 0;
      forget();
    });
    stream.on("limit", () => {
      tooLarge.push(fileName);
      chunks.length = 0;
      forget();
    });
    stream.on("error", () => (malformed = true));
    stream.on("end", () => {
      // A browser sends an empty file without a name where none was chosen.
      if (isTooLarge() || malformed || (fileName === "" && size === 0)) return;
      files.push({ field: field ?? "", fileName, bytes: joined(chunks, size) });
    });
  });
  parser.on("error", () => {
    malformed = true;
    finished();
  });
  parser.on("finish", () => finished());

  return {
    async write(chunk: Uint8Array): Promise<boolean> {
      if (malformed) return false;
      const more = parser.write(chunk);
      if (!more) await drained(parser, done);
      if (isTooLarge()) dropped += chunk.byteLength;
      hopeless = dropped > MOST_DROPPED_BYTES;
      return !hopeless && !malformed;
    },
    async end(): Promise<Result<UploadedForm, UploadReadRefusal>> {
      if (!hopeless && !malformed) {
        parser.end();
        await done;
      }
      if (isTooLarge()) return err({ kind: "too_large", fileNames: tooLarge });
      if (malformed) return err({ kind: "malformed" });
      if (files.length > MOST_FILES) return err({ kind: "too_many" });
      return ok({ fields, files });
    },
  };
}

function drained(parser: BusboyInstance, done: Promise<void>): Promise<void> {
  return Promise.race([new Promise<void>((resolve) => parser.once("drain", () => resolve())), done]);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function timer(milliseconds: number) {
  let stop = () => {};
  const passed = new Promise<"late">((resolve) => {
    const timeout = setTimeout(() => resolve("late"), milliseconds);
    stop = () => clearTimeout(timeout);
  });
  return { passed, stop: () => stop() };
}
