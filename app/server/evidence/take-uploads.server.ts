import { err, ok, type Result } from "#app/domain/result.ts";
import type { DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { readUpload, type UploadedFile, type UploadReadRefusal } from "#app/server/platform/http/read-upload.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { takeUpload, type UploadRefusal } from "./take-upload.server.ts";

type ErrorKey =
  Exclude<UploadRefusal["kind"] | UploadReadRefusal["kind"], "malformed"> | "nothing" | "form_too_large" | "heic";

/** What was not taken, by the name that the debtor knows the file by; null: the form as a whole. */
export type NotTaken = {
  /** Of the answer. */
  readonly status: number;
  readonly errors: readonly { readonly fileName: string | null; readonly key: ErrorKey }[];
};

/**
 * Takes in the files of a debtor's form, one after the other. Those that can be taken are, whatever is wrong with others of
 * the same form; a form that is too large, too slow or broken off is refused whole.
 */
export async function takeUploads(
  services: Services,
  { request, debtor, claimId }: { request: Request; debtor: DebtorSessionScope; claimId: string },
): Promise<Result<null, NotTaken>> {
  const form = await readUpload(request, { subject: debtor.debtorId });
  if (!form.ok) return notTaken(errorsOfForm(form.error));
  if (form.value.files.length === 0) return notTaken([{ fileName: null, key: "nothing" }]);
  const errors: { fileName: string; key: ErrorKey }[] = [];
  for (const { fileName, bytes } of form.value.files) {
    const taken = await takeUpload(services, { debtor, claimId, fileName, bytes });
    if (!taken.ok) errors.push({ fileName: shownName({ fileName }), key: keyOf(taken.error) });
  }
  return errors.length === 0 ? ok(null) : notTaken(errors);
}

function errorsOfForm(refusal: UploadReadRefusal): NotTaken["errors"] {
  if (refusal.kind === "malformed") return [{ fileName: null, key: "interrupted" }];
  if (refusal.kind !== "too_large") return [{ fileName: null, key: refusal.kind }];
  if (refusal.fileNames.length === 0) return [{ fileName: null, key: "form_too_large" }];
  return refusal.fileNames.map((fileName) => ({ fileName: shownName({ fileName }), key: "too_large" }));
}

const keyOf = (refusal: UploadRefusal): ErrorKey =>
  refusal.kind === "unsupported" && refusal.heic ? "heic" : refusal.kind;

/** As it was sent, without what cannot be shown. */
function shownName({ fileName }: Pick<UploadedFile, "fileName">): string {
  return [...fileName.replaceAll(/[\p{Cc}\p{Cf}]/gu, "")].slice(0, 100).join("") || "?";
}

const STATUSES: Partial<Record<ErrorKey, number>> = {
  too_large: 413,
  form_too_large: 413,
  unsupported: 415,
  heic: 415,
  busy: 429,
  too_slow: 408,
  not_stored: 507,
};

function notTaken(errors: NotTaken["errors"]): Result<never, NotTaken> {
  const [first] = errors;
  return err({ status: (first && STATUSES[first.key]) ?? 422, errors });
}
