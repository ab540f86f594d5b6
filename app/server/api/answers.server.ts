import { err, ok, type Result } from "#app/domain/result.ts";
import type { ReadFile } from "#app/server/messages/read-document.server.ts";
import type { FieldError } from "#app/server/validation/field-error.server.ts";
import type { ApiAnswer } from "./respond.server.ts";
import type { ProblemCode } from "./problem-catalogue.server.ts";
import type { Problem } from "./problem.server.ts";

type Answered = Result<ApiAnswer, Problem>;

export const answered = (status: number, body: unknown): Answered => ok({ status, body });

export const answeredFile = (file: ReadFile): Answered => ok({ status: 200, file });

/** A file of comma-separated values, part by part. It is not kept: under an Idempotency-Key the handler makes it again. */
export const streamedCsv = (fileName: string, parts: AsyncIterable<string>): Answered =>
  ok({ status: 200, fileName, parts });

export const refused = (problem: Problem): Answered => err(problem);

/** One answer for what never was and for what is somebody else's. */
export const notFound = (): Answered => err({ code: "not_found" });

/** A rule that one field breaks. */
export function refusedField(code: ProblemCode, error: Omit<FieldError, "code">): Answered {
  return err({ code, errors: [{ ...error, code }] });
}
