import type { RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import type { ApiOperation } from "./api-operation.server.ts";
import { PROBLEMS, type ProblemCode } from "./problem-catalogue.server.ts";
import { PROBLEM_MEDIA_TYPE } from "./problem.server.ts";

const problemSchema = z
  .strictObject({
    type: z.string().meta({ format: "uri", description: "Leads to what is known about the code." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: "Stable; the list is under `x-problems`." }),
    errors: z.array(
      z.strictObject({
        path: z.string().meta({ example: "invoices.0.amount.value" }),
        code: z.string(),
        message: z.string(),
        allowed: z
          .union([moneySchema, z.strictObject({ min: z.number().optional(), max: z.number().optional() })])
          .optional(),
      }),
    ),
  })
  .meta({ id: "Problem" });

const text = (description: string, example: string) => ({ description, schema: { type: "string" as const }, example });
const number = (description: string, example: number) => ({ description, schema: { type: "integer" as const }, example }); // prettier-ignore

/** Every header that answers carry besides those of HTTP itself. */
export const ANSWER_HEADERS = {
  "RateLimit-Limit": number("Requests a minute: of the key, and of an address that sends wrong keys.", 600),
  "RateLimit-Remaining": number("How many of them are left.", 599),
  "RateLimit-Reset": number("Seconds until all of them are there again.", 60),
  "Retry-After": number("Seconds after which to try again.", 2),
  "Idempotent-Replayed": { ...text("The answer of the first request with this Idempotency-Key.", "true"), schema: { type: "string" as const, enum: ["true"] } }, // prettier-ignore
  "WWW-Authenticate": text("How to say who you are.", 'Bearer realm="Voldaan API"'),
  Allow: text("The methods of this path.", "GET, HEAD, POST"),
  Accept: text("The content types that this route takes.", "application/json"),
  Location: { description: "Where it is found.", schema: { type: "string" as const, format: "uri" } },
  "Content-Disposition": text("Under which name to save the file.", 'attachment; filename="bewijs.pdf"'),
};

type HeaderName = keyof typeof ANSWER_HEADERS;
type Answers = RouteConfig["responses"];

const RATE_LIMIT: readonly HeaderName[] = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

/** Every answer of an operation, by status: with what it is for, its headers and, for problems, each code's example. */
export function answersOf(operation: ApiOperation): Answers {
  return { ...rightAnswers(operation), ...problemAnswers(operation) };
}

function rightAnswers(operation: ApiOperation): Answers {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { description, schema, example, file }]) => {
      const created = (status === "201" || status === "202") && operation.location !== undefined;
      const names: HeaderName[] = [...RATE_LIMIT, ...replayed(operation), ...(created ? ["Location" as const] : []), ...(file ? ["Content-Disposition" as const] : [])]; // prettier-ignore
      const content = schema ? { content: { "application/json": { schema, example } } } : {};
      const anyFile = file
        ? { content: { [file === true ? "*/*" : file]: { schema: { type: "string" as const, format: "binary" } } } }
        : {};
      return [status, { description, headers: headersOf(names), ...content, ...anyFile }];
    }),
  );
}

function problemAnswers(operation: ApiOperation): Answers {
  const all = problemsOf(operation);
  const statuses = [...new Set(all.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = all.filter((code) => PROBLEMS[code].status === status);
      const description = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" ");
      const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
      const headers = headersOf(problemHeaders(operation, status, codes));
      return [status, { description, headers, content: { [PROBLEM_MEDIA_TYPE]: { schema: problemSchema, examples } } }];
    }),
  );
}

/** Every code that an operation answers with. */
export function problemsOf(operation: ApiOperation): readonly ProblemCode[] {
  return [...new Set([...sharedProblems(operation), ...operation.problems, ...lastProblems])];
}

/** Another method on the path of an operation is told which there are; and what went wrong on our side is told so. */
const lastProblems: readonly ProblemCode[] = ["method_not_allowed", "internal_error"];

function problemHeaders(operation: ApiOperation, status: number, codes: readonly ProblemCode[]): HeaderName[] {
  if (status === 401) return [...RATE_LIMIT, "WWW-Authenticate"];
  if (status === 405) return ["Allow"];
  if (status === 500) return [];
  const waits = status === 429 || codes.includes("request_in_progress");
  const decided = status === 404 || status === 409 || status === 422;
  return [
    ...RATE_LIMIT,
    ...(waits ? (["Retry-After"] as const) : []),
    ...(status === 415 ? (["Accept"] as const) : []),
    ...(decided || codes.includes("unreadable_body") ? replayed(operation) : []),
  ];
}

const replayed = ({ method }: ApiOperation): HeaderName[] => (method === "POST" ? ["Idempotent-Replayed"] : []);

function headersOf(names: readonly HeaderName[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function sharedProblems({ method, query }: ApiOperation): ProblemCode[] {
  const always: ProblemCode[] = ["key_missing", "key_invalid", "scope_missing", "validation_failed", "too_many_requests"]; // prettier-ignore
  const ofPost: ProblemCode[] = ["unreadable_header", "idempotency_key_reused", "request_in_progress"];
  const ofBody: ProblemCode[] = ["unreadable_body", "body_too_large", "media_type_not_supported"];
  return [
    ...always,
    ...(method === "GET" ? [] : ofBody),
    ...(method === "POST" ? ofPost : []),
    ...(query && "cursor" in query.shape ? (["unreadable_cursor"] as const) : []),
  ];
}
