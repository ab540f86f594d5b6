import { randomBytes as nodeRandomBytes } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { err, ok, type Result } from "#app/domain/result.ts";
import { allows } from "#app/server/creditors/api-scopes.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { newId, type SecretBytes } from "#app/server/platform/crypto/random-id.server.ts";
import { seeOnlyRowsOf } from "#app/server/platform/database/row-scope.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ApiOperation } from "./api-operation.server.ts";
import { authenticate, type Caller } from "./authenticate.server.ts";
import { keepAnswer, type NewId, releaseTurn, requestHash, takeTurn } from "./idempotency.server.ts";
import type { Problem } from "./problem.server.ts";
import { countRequest } from "./rate-limits.server.ts";
import { digestOfForm } from "./read-form-body.server.ts";
import { discardBody, parseRequest, readBody, type RequestBody } from "./read-request.server.ts";
import {
  type ApiAnswer,
  keptAnswer,
  keptProblem,
  respondFile,
  respondKept,
  respondParts,
  respondProblem,
} from "./respond.server.ts";
import { StoredBody } from "./stored-body.server.ts";

/** What a handler works with: checked, and in somebody's name. */
export type ApiCall<Params, Query, Body> = {
  readonly services: Services;
  readonly caller: Caller;
  readonly newId: NewId;
  /** For secrets. Under an Idempotency-Key and with the same key of the ring the same each time, as the ids are. */
  readonly secretBytes: SecretBytes;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
};

export type ApiHandler<Params, Query, Body> = (
  call: ApiCall<Params, Query, Body>,
) => Promise<Result<ApiAnswer, Problem>>;

export type BoundOperation = {
  readonly operation: ApiOperation;
  readonly run: (request: CheckedRequest) => Promise<Result<ApiAnswer, Problem>>;
};

type CheckedRequest = {
  readonly services: Services;
  readonly caller: Caller;
  readonly newId: NewId;
  readonly secretBytes: SecretBytes;
  readonly params: Record<string, string | undefined>;
  readonly search: URLSearchParams;
  readonly body: RequestBody;
};

/** A policy with the code that runs when a request passes it. */
export function on<Params, Query, Body>(
  operation: ApiOperation<Params, Query, Body>,
  handle: ApiHandler<Params, Query, Body>,
): BoundOperation {
  async function run(request: CheckedRequest): Promise<Result<ApiAnswer, Problem>> {
    const parsed = parseRequest(operation, request);
    if (!parsed.ok) return parsed;
    const { services, caller, newId: makeId, secretBytes } = request;
    return handle({ services, caller, newId: makeId, secretBytes, ...parsed.value });
  }
  return { operation: operation as unknown as ApiOperation, run };
}

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * The loader and action of an API route. In this order: method, key, limit, scope, body, Idempotency-Key, schemas, and
 * then the handler; so nobody without a key learns anything, and what is refused costs little.
 */
export function apiRoute(operations: readonly BoundOperation[]): (args: RouteArgs) => Promise<Response> {
  return async ({ request, params, context }) => {
    const services = context.app;
    try {
      const method = request.method === "HEAD" ? "GET" : request.method;
      const bound = operations.find(({ operation }) => operation.method === method);
      const { clientAddress } = context;
      return bound
        ? await admit({ services, bound, request, params, clientAddress })
        : respondProblem(services, notAllowed(operations));
    } catch (error) {
      services.log.error({ err: error, requestId: context.requestId }, "API request failed");
      return respondProblem(services, { code: "internal_error" });
    } finally {
      await discardBody(request);
    }
  };
}

/** The answer below `/api/v1` where no route is. */
export async function unknownRoute({ request, context }: RouteArgs): Promise<Response> {
  await discardBody(request);
  return respondProblem(context.app, { code: "route_not_found" });
}

type Admission = {
  readonly services: Services;
  readonly bound: BoundOperation;
  readonly request: Request;
  readonly params: Record<string, string | undefined>;
  readonly clientAddress: string;
};

async function admit({ services, bound, request, params, clientAddress }: Admission): Promise<Response> {
  const { operation } = bound;
  const refuse = (problem: Problem, headers: Record<string, string> = {}) => respondProblem(services, problem, headers);

  const authorization = request.headers.get("authorization");
  const caller = await authenticate(services, { authorization, clientAddress });
  if (!caller.ok) return refuse(caller.error);
  seeOnlyRowsOf(caller.value.creditorId);
  const counted = await countRequest(services, caller.value.keyId);
  if (!counted.ok) return refuse(counted.error);
  const limits = { ...counted.value };
  if (!allows(caller.value.scopes, operation.scope)) {
    return refuse({ code: "scope_missing", detail: `This needs a key with the scope ${operation.scope}.` }, limits);
  }
  const readsBody = operation.method !== "GET";
  const subject = caller.value.creditorId;
  const body = readsBody ? await readBody(request, { services, description: operation.body, subject }) : ok(new Uint8Array()); // prettier-ignore
  if (!body.ok) return refuse(body.error, limits);
  try {
    return await answerCaller({ services, bound, request, params, caller: caller.value, limits, body: body.value });
  } finally {
    if (body.value instanceof StoredBody) await body.value.dropUnlessTaken(services);
  }
}

type Admitted = Omit<Admission, "clientAddress"> & {
  readonly caller: Caller;
  readonly limits: Record<string, string>;
  readonly body: RequestBody;
};

/** The answer to a caller who may ask this, once for each Idempotency-Key. */
async function answerCaller({ services, bound, request, params, caller, limits, body }: Admitted): Promise<Response> {
  const { operation } = bound;
  const refuse = (problem: Problem, headers: Record<string, string> = {}) => respondProblem(services, problem, headers);
  const url = new URL(request.url);
  const checked = { services, caller, params, search: url.searchParams, body };
  const key = operation.method === "POST" ? idempotencyKey(request) : ok(null);
  if (!key.ok) return refuse(key.error, limits);
  if (key.value === null) {
    const makeId: NewId = (prefix) => newId(prefix, services.clock.now());
    const given = await bound.run({ ...checked, newId: makeId, secretBytes: () => nodeRandomBytes });
    if (!given.ok) return refuse(given.error, limits);
    if ("file" in given.value) return respondFile(given.value.file, limits);
    if ("parts" in given.value) return respondParts(given.value, limits);
    return respondKept(services, keptAnswer(given.value), limits, operation);
  }

  const { creditorId } = caller;
  const requestKey = { creditorId, method: operation.method, path: url.pathname, key: key.value };
  const hash = requestHash({ search: url.search, ...hashedBody(request, body) });
  const turn = await takeTurn(services, requestKey, hash);
  if (!turn.ok) return refuse(turn.error, limits);
  if (turn.value.kind === "replay") {
    return respondKept(services, turn.value.answer, { ...limits, "Idempotent-Replayed": "true" }, operation);
  }
  const { lease, again, newId: makeId, secretBytes } = turn.value;
  try {
    crashPoint("api:turn-taken");
    const given = await bound.run({ ...checked, newId: makeId, secretBytes });
    if (given.ok && "parts" in given.value) {
      await releaseTurn(services, { request: requestKey, lease });
      return respondParts(given.value, again ? { ...limits, "Idempotent-Replayed": "true" } : limits);
    }
    if (!given.ok && given.error.code === "too_many_requests") {
      await releaseTurn(services, { request: requestKey, lease });
      return refuse(given.error, limits);
    }
    const kept = given.ok ? keptAnswer(given.value) : keptProblem(services, given.error);
    crashPoint("api:before-keep");
    await keepAnswer(services, { request: requestKey, lease, answer: kept });
    return respondKept(services, kept, limits, operation);
  } catch (error) {
    await releaseTurn(services, { request: requestKey, lease });
    throw error;
  }
}

function hashedBody(request: Request, body: RequestBody): { contentType: string; body: Uint8Array } {
  if (body instanceof StoredBody) return { contentType: body.mediaType, body: body.digest };
  if (!(body instanceof Uint8Array)) return { contentType: "multipart/form-data", body: digestOfForm(body) };
  return { contentType: request.headers.get("content-type") ?? "", body };
}

function notAllowed(operations: readonly BoundOperation[]): Problem {
  const methods = operations.map(({ operation }) => operation.method);
  const allow = methods.includes("GET") ? ["HEAD", ...methods] : methods;
  return { code: "method_not_allowed", headers: { Allow: allow.sort().join(", ") } };
}

function idempotencyKey(request: Request): Result<string | null, Problem> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return ok(null);
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return ok(key);
  const message = "must have 1 to 255 visible ASCII characters, such as a UUID";
  return err({ code: "unreadable_header", errors: [{ path: "Idempotency-Key", code: "wrong_format", message }] });
}
