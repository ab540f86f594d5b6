import type { FieldError } from "#app/server/validation/field-error.server.ts";
import { PROBLEMS, type ProblemCode } from "./problem-catalogue.server.ts";

export type Problem = {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
};

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** The problem as RFC 9457 writes it. Its `type` leads to the description of the code on the page of the API. */
export function problemBody(problem: Problem, baseUrl: URL): Record<string, unknown> {
  const { status, title, detail } = PROBLEMS[problem.code];
  return {
    type: new URL(`/api#problem-${problem.code}`, baseUrl).href,
    title,
    status,
    detail: problem.detail ?? detail,
    code: problem.code,
    errors: problem.errors ?? [],
  };
}
