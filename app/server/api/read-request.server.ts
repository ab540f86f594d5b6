import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { ApiOperation, BodyDescription } from "./api-operation.server.ts";
import type { FieldError, Problem } from "./problem.server.ts";
import { invalid, pathText, validationProblem } from "./validation-errors.server.ts";

const LARGEST_JSON_BYTES = 1_000_000;

/** The body as it came, within its limit and of a type that the route takes; empty where the route takes none. */
export async function readBody(
  request: Request,
  description: BodyDescription<unknown> | undefined,
): Promise<Result<Uint8Array, Problem>> {
  const largest = description?.kind === "file" ? description.largestBytes : LARGEST_JSON_BYTES;
  const tooLarge = err<Problem>({ code: "body_too_large", detail: `A body has at most ${largest} bytes here.` });
  if (Number(request.headers.get("content-length") ?? 0) > largest) return tooLarge;
  const bytes = await readAtMost(request.body, largest);
  if (bytes === null) return tooLarge;
  if (bytes.length === 0 && description?.kind !== "file") return ok(bytes);

  const allowed = description?.kind === "file" ? description.mediaTypes : ["application/json"];
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (!allowed.includes(mediaType) || encoding !== "identity") {
    const detail = `Send ${allowed.join(" or ")} without a Content-Encoding.`;
    return err({ code: "media_type_not_supported", detail, headers: { Accept: allowed.join(", ") } });
  }
  return ok(bytes);
}

async function readAtMost(body: ReadableStream<Uint8Array> | null, largest: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > largest) {
      reader?.releaseLock();
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

const MOST_DISCARDED_BYTES = 50_000_000;

/**
 * Takes what is left of the body off the wire: a client that still sends reads no answer, and would find the connection
 * stuck for its next request. One that sends without end is cut off.
 */
export async function discardBody(request: Request): Promise<void> {
  if (!request.body || request.body.locked) return;
  const reader = request.body.getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > MOST_DISCARDED_BYTES) return await reader.cancel();
    }
  } catch {
    // Whoever broke off waits for no answer.
  }
}

/** What the request asks for, by the schemas of its operation: every fault of its parameters and body at once. */
export function parseRequest<Params, Query, Body>(
  operation: ApiOperation<Params, Query, Body>,
  input: { params: Record<string, string | undefined>; search: URLSearchParams; body: Uint8Array },
): Result<{ params: Params; query: Query; body: Body }, Problem> {
  const body = jsonOf(operation.body, input.body);
  if (!body.ok) return body;
  const repeated = [...new Set(input.search.keys())].filter((name) => input.search.getAll(name).length > 1);
  if (repeated.length > 0) {
    return err(invalid(repeated.map((path) => ({ path, code: "repeated", message: "must be given once" }))));
  }
  const given = { params: input.params, query: Object.fromEntries(input.search), body: body.value };
  const unstorable = unstorableTexts(given);
  if (unstorable.length > 0) return err(invalid(unstorable));

  const params = check(operation.params, given.params);
  const query = check(operation.query ?? z.strictObject({}), given.query);
  const checked = check(operation.body?.schema, given.body);
  const failures = [query, checked].flatMap((part) => (part.ok ? [] : (part.error.errors ?? [])));
  if (!params.ok || !query.ok || !checked.ok) return err(invalid(failures));
  return ok({ params: params.value as Params, query: query.value as Query, body: checked.value as Body });
}

function check(schema: z.ZodType | undefined, value: unknown): Result<unknown, Problem> {
  if (!schema) return ok(value);
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? ok(parsed.data) : err(validationProblem(parsed.error));
}

function jsonOf(description: BodyDescription<unknown> | undefined, bytes: Uint8Array): Result<unknown, Problem> {
  if (description?.kind === "file") return ok(bytes);
  if (bytes.length === 0) {
    if (!description) return ok(undefined);
    return description.optional ? ok({}) : err({ code: "unreadable_body", detail: "The body is empty." });
  }
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return err({ code: "unreadable_body" });
  }
}

/** Texts that no database takes: with a NUL, or with half a character. A stack of its own, as bodies may be nested deep. */
function unstorableTexts(given: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value: given, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && isUnstorable(value)) {
      errors.push({ path: pathText(path.slice(1)), code: "wrong_format", message: "must be text without NUL or half characters" }); // prettier-ignore
    }
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) continue;
    for (const [name, field] of Object.entries(value)) {
      if (isUnstorable(name))
        errors.push({ path: pathText(path.slice(1)), code: "unknown_field", message: "has a name that is no text" }); // prettier-ignore
      // Deeper than any schema reaches, where a path would only grow.
      else if (path.length < 20) waiting.push({ value: field, path: [...path, name] });
    }
  }
  return errors;
}

const isUnstorable = (text: string): boolean => text.includes("\0") || /\p{Surrogate}/u.test(text);
