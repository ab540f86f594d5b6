import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";
import { isMultipart } from "#app/server/platform/http/read-upload.server.ts";
import { unstorableTexts } from "#app/server/validation/unstorable-texts.server.ts";
import type { ApiOperation, BodyDescription } from "./api-operation.server.ts";
import type { Problem } from "./problem.server.ts";
import { type FormBody, readFormBody, valueOfForm } from "./read-form-body.server.ts";
import { StoredBody, storeBody } from "./stored-body.server.ts";
import { invalid, validationProblem } from "./validation-errors.server.ts";

const LARGEST_JSON_BYTES = 1_000_000;

/** The body as it came; in its place the parts of a form, or a stored file, where the route takes one. */
export type RequestBody = Uint8Array | FormBody | StoredBody;

/** The body, within its limits and of a type that the route takes; empty where the route takes none. `subject`: whose it is. */
export async function readBody(
  request: Request,
  {
    services,
    description,
    subject,
  }: { services: Services; description: BodyDescription<unknown> | undefined; subject: string },
): Promise<Result<RequestBody, Problem>> {
  if (description?.kind === "file") return storeBody(services, { request, description, subject });
  const takesForm = description?.kind === "json" && description.form !== undefined;
  if (takesForm && isMultipart(request)) return readFormBody(request, subject);
  const largest = LARGEST_JSON_BYTES;
  const tooLarge = err<Problem>({ code: "body_too_large", detail: `A body has at most ${largest} bytes here.` });
  if (Number(request.headers.get("content-length") ?? 0) > largest) return tooLarge;
  const bytes = await readAtMost(request.body, largest);
  if (bytes === null) return tooLarge;
  if (bytes.length === 0) return ok(bytes);

  const allowed = ["application/json", ...(takesForm ? ["multipart/form-data"] : [])];
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
  input: { params: Record<string, string | undefined>; search: URLSearchParams; body: RequestBody },
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
  const checked = check(schemaOf(operation.body, input.body) ?? noFields, given.body);
  const failures = [query, checked].flatMap((part) => (part.ok ? [] : (part.error.errors ?? [])));
  if (!params.ok || !query.ok || !checked.ok) return err(invalid(failures));
  return ok({ params: params.value as Params, query: query.value as Query, body: checked.value as Body });
}

/** Where a route takes no body nothing may stand in one: who sends a field expects something of it. */
const noFields = z.strictObject({}).optional();

function check(schema: z.ZodType | undefined, value: unknown): Result<unknown, Problem> {
  if (!schema) return ok(value);
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? ok(parsed.data) : err(validationProblem(parsed.error));
}

function schemaOf(description: BodyDescription<unknown> | undefined, body: RequestBody): z.ZodType | undefined {
  const isForm = description?.kind === "json" && !(body instanceof Uint8Array);
  return isForm ? description.form : description?.schema;
}

function jsonOf(description: BodyDescription<unknown> | undefined, bytes: RequestBody): Result<unknown, Problem> {
  if (bytes instanceof StoredBody) return ok(bytes);
  if (!(bytes instanceof Uint8Array)) return valueOfForm(bytes);
  if (bytes.length === 0) {
    if (!description) return ok(undefined);
    return description.kind === "json" && description.optional
      ? ok({})
      : err({ code: "unreadable_body", detail: "The body is empty." });
  }
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return err({ code: "unreadable_body" });
  }
}
