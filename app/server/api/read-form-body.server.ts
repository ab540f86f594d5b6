import { createHash } from "node:crypto";
import { z } from "zod";
import { assertNever, err, ok, type Result } from "#app/domain/result.ts";
import {
  LARGEST_FILE_BYTES,
  LARGEST_FORM_BYTES,
  MOST_FILES,
  readUpload,
  type UploadedFile,
  type UploadedForm,
  type UploadReadRefusal,
} from "#app/server/platform/http/read-upload.server.ts";
import type { FieldError } from "#app/server/validation/field-error.server.ts";
import type { Problem } from "./problem.server.ts";
import { invalid } from "./validation-errors.server.ts";

/** A body that came as multipart/form-data. */
export type FormBody = UploadedForm;

/** A text of 100,000 characters. */
const FIELD_BYTES = 400_000;

/** What all files of a form stand under. */
const FILES = "files";

/** Files as they came along in a form; JSON has none. */
export const filesSchema = z
  .array(z.custom<UploadedFile>(isFile, "must be a file").meta({ type: "string", format: "binary" }))
  .max(MOST_FILES)
  .meta({
    description: "JPEG, PNG, WebP or PDF, at most 10 MB each and 50 MB together. Repeat the field for each file.",
  });

function isFile(value: unknown): boolean {
  return typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array;
}

/** Reads the fields and files of a form within the limits that all uploads have. `subject`: whose form it is. */
export async function readFormBody(request: Request, subject: string): Promise<Result<FormBody, Problem>> {
  const read = await readUpload(request, { subject, fieldBytes: FIELD_BYTES });
  return read.ok ? read : err(formProblem(read.error));
}

function formProblem(refusal: UploadReadRefusal): Problem {
  switch (refusal.kind) {
    case "too_large":
      return { code: "body_too_large", detail: `A file has at most ${LARGEST_FILE_BYTES} bytes, and a form ${LARGEST_FORM_BYTES} in all.` }; // prettier-ignore
    case "too_many":
      return { code: "too_many_files" };
    case "busy":
      return {
        code: "too_many_requests",
        detail: "Too many forms with files at once.",
        headers: { "Retry-After": "5" },
      };
    case "too_slow":
    case "interrupted":
    case "malformed":
      return { code: "unreadable_body", detail: "Send one whole multipart/form-data form within 60 seconds." };
    default:
      return assertNever(refusal);
  }
}

/** The form as the object that its schema checks: each field once, and all files under `files`. */
export function valueOfForm({ fields, files }: FormBody): Result<Record<string, unknown>, Problem> {
  const names = [...new Set(fields.keys())];
  const errors: FieldError[] = [
    ...names
      .filter((name) => fields.getAll(name).length > 1)
      .map((path) => ({ path, code: "repeated", message: "must be given once" })),
    ...files
      .filter(({ field }) => field !== FILES)
      .map(({ field }) => ({ path: field, code: "unknown_field", message: "is no field for files of this request" })),
  ];
  if (errors.length > 0) return err(invalid(errors));
  const texts = Object.fromEntries(fields);
  return ok(files.length > 0 ? { ...texts, [FILES]: files } : texts);
}

/** What must be the same when the form comes again: a client draws another boundary each time. */
export function digestOfForm({ fields, files }: FormBody): Uint8Array {
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("base64");
  const parts = files.map(({ field, fileName, bytes }) => [field, fileName, hash(bytes)]);
  return Buffer.from(JSON.stringify([[...fields], parts]));
}
