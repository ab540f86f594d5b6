import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { err, ok, type Result } from "#app/domain/result.ts";
import { allows } from "#app/server/creditors/api-scopes.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ApiOperation } from "./api-operation.server.ts";
import { authenticate, type Caller } from "./authenticate.server.ts";
import { type KeptAnswer, keepAnswer, type NewId, releaseTurn, requestHash, takeTurn } from "./idempotency.server.ts";
import { PROBLEMS } from "./problem-catalogue.server.ts";
import { type Problem, PROBLEM_MEDIA_TYPE, problemBody } from "./problem.server.ts";
import { countRequest } from "./rate-limits.server.ts";
import { discardBody, parseRequest, readBody } from "./read-request.server.ts";

export type ApiAnswer = { readonly status: number; readonly body: unknown };

/** What a handler works with: checked, and in somebody's name. */
export type ApiCall<Params, Query, Body> = {
  readonly services: Services;
  readonly caller: Caller;
  readonly newId: NewId;
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
  readonly params: Record<string, string | undefined>;
  readonly search: URLSearchParams;
  readonly body: Uint8Array;
};

/** A policy with the code that runs when a request passes it. */
export function on<Params, Query, Body>(
  operation: ApiOperation<Params, Query, Body>,
  handle: ApiHandler<Params, Query, Body>,
): BoundOperation {
  async function run(request: CheckedRequest): Promise<Result<ApiAnswer, Problem>> {
    const parsed = parseRequest(operation, request);
    if (!parsed.ok) return parsed;
    const { services, caller, newId: makeId } = request;
    return handle({ services, caller, newId: makeId, ...parsed.value });
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
  const counted = await countRequest(services, caller.value.keyId);
  if (!counted.ok) return refuse(counted.error);
  const limits = { ...counted.value };
  if (!allows(caller.value.scopes, operation.scope)) {
    return refuse({ code: "scope_missing", detail: `This needs a key with the scope ${operation.scope}.` }, limits);
  }
  const readsBody = operation.method !== "GET";
  const body = readsBody ? await readBody(request, operation.body) : ok(new Uint8Array());
  if (!body.ok) return refuse(body.error, limits);

  const url = new URL(request.url);
  const checked = { services, caller: caller.value, params, search: url.searchParams, body: body.value };
  const key = operation.method === "POST" ? idempotencyKey(request) : ok(null);
  if (!key.ok) return refuse(key.error, limits);
  if (key.value === null) {
    const makeId: NewId = (prefix) => newId(prefix, services.clock.now());
    return respond(services, await answer(bound, { ...checked, newId: makeId }), limits, operation);
  }

  const { creditorId } = caller.value;
  const requestKey = { creditorId, method: operation.method, path: url.pathname, key: key.value };
  const contentType = request.headers.get("content-type") ?? "";
  const hash = requestHash({ search: url.search, contentType, body: body.value });
  const turn = await takeTurn(services, requestKey, hash);
  if (!turn.ok) return refuse(turn.error, limits);
  if (turn.value.kind === "replay") {
    return respond(services, turn.value.answer, { ...limits, "Idempotent-Replayed": "true" }, operation);
  }
  const { lease, newId: makeId } = turn.value;
  try {
    crashPoint("api:turn-taken");
    const given = await answer(bound, { ...checked, newId: makeId });
    crashPoint("api:before-keep");
    await keepAnswer(services, { request: requestKey, lease, answer: given });
    return respond(services, given, limits, operation);
  } catch (error) {
    await releaseTurn(services, { request: requestKey, lease });
    throw error;
  }
}

async function answer(bound: BoundOperation, request: CheckedRequest): Promise<KeptAnswer> {
  const answered = await bound.run(request);
  if (!answered.ok) return keptProblem(request.services, answered.error);
  const { status, body } = answered.value;
  if (body === null) return { status, contentType: "", body: "" };
  return { status, contentType: "application/json", body: JSON.stringify(body) };
}

function keptProblem(services: Services, problem: Problem): KeptAnswer {
  const { status } = PROBLEMS[problem.code];
  const body = JSON.stringify(problemBody(problem, services.config.baseUrl));
  return { status, contentType: PROBLEM_MEDIA_TYPE, body };
}

function respondProblem(services: Services, problem: Problem, headers: Record<string, string> = {}): Response {
  return respond(services, keptProblem(services, problem), { ...headers, ...problem.headers });
}

function respond(
  services: Services,
  answered: KeptAnswer,
  headers: Readonly<Record<string, string>> = {},
  operation?: ApiOperation,
): Response {
  const created = (answered.status === 201 || answered.status === 202) && operation?.location;
  const location = created ? { Location: locationOf(services, created(JSON.parse(answered.body) as { id: string })) } : {}; // prettier-ignore
  const type = answered.contentType === "" ? {} : { "Content-Type": answered.contentType };
  const body = answered.contentType === "" ? null : answered.body;
  return new Response(body, { status: answered.status, headers: { ...headers, ...type, ...location } });
}

function locationOf(services: Services, path: string): string {
  return new URL(`/api/v1${path}`, services.config.baseUrl).href;
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
