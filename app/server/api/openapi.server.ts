import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { API_OPERATIONS } from "./api-operations.server.ts";
import type { ApiOperation } from "./api-operation.server.ts";
import { PROBLEMS, type ProblemCode } from "./problem-catalogue.server.ts";
import { PROBLEM_MEDIA_TYPE, problemBody } from "./problem.server.ts";

const INTRODUCTION = `Claims in, payments and events out.

**Money** is \`{"currency":"EUR","value":"120.00"}\`, always with two decimals; days are \`YYYY-MM-DD\` in the Netherlands; times are RFC 3339.
**Names**: wherever the id of a claim or an invoice is taken, \`ref:\` and your own reference (URL-encoded) may stand.
**Errors** are \`application/problem+json\` (RFC 9457). \`code\` is stable; \`errors\` names each field, its rule and, for amounts, what is allowed. What is not yours is not found.
**Retries**: send an \`Idempotency-Key\` with every POST. For 24 hours the same request gets the same answer, marked \`Idempotent-Replayed: true\`, and nothing happens twice.
**Limits**: 600 requests a minute for each key; see the \`RateLimit-*\` headers, and \`Retry-After\` with a 429.
**Lists** take \`limit\` (1 to 200) and \`cursor\`, and answer \`{"data":[…],"nextCursor":null|"…"}\`, newest first unless said.`;

const problemSchema = z
  .strictObject({
    type: z.string().meta({ format: "uri" }),
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

const texts = new Map<string, string>();

/** The document as text, made once by each process. */
export function openApiText(baseUrl: URL): string {
  const known = texts.get(baseUrl.href);
  if (known !== undefined) return known;
  const text = JSON.stringify(openApiDocument(baseUrl));
  texts.set(baseUrl.href, text);
  return text;
}

/** The description of the API in OpenAPI 3.1, made of the very policies and schemas that check the requests. */
export function openApiDocument(baseUrl: URL): Record<string, unknown> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description: "`vk_` and 41 characters, made by the operator. A key has scopes; each route names the one it needs.",
  });
  for (const operation of API_OPERATIONS) registry.registerPath(pathOf(operation, baseUrl));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Voldaan API",
      version: "1.0.0",
      description: INTRODUCTION,
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: new URL("/api/v1", baseUrl).href }],
    security: [{ apiKey: [] }],
    tags: [...new Set(API_OPERATIONS.map((operation) => operation.tag))].map((name) => ({ name, description: name })),
  });
  return { ...document, components: { ...document.components, "x-problems": PROBLEMS } };
}

function pathOf(operation: ApiOperation, baseUrl: URL): RouteConfig {
  const { id, method, path, tag, summary, description, scope, params, query, body } = operation;
  return {
    operationId: id,
    method: method.toLowerCase() as Lowercase<typeof method>,
    path,
    tags: [tag],
    summary,
    description: `${description ? `${description}\n\n` : ""}Scope: \`${scope}\`.`,
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(method === "POST" ? { headers: idempotencyHeader } : {}),
      ...(body ? { body: bodyOf(body) } : {}),
    },
    responses: { ...answersOf(operation), ...problemsOf(operation, baseUrl) },
  };
}

const idempotencyHeader = z.object({
  "Idempotency-Key": z.string().min(1).max(255).optional().meta({
    description: "A key of your own, such as a UUID, for this request and its retries.",
    example: "0b6f1c1e-5d0c-4b8e-9f55-0d8f5a1f3a77",
  }),
});

type RequestBody = NonNullable<NonNullable<RouteConfig["request"]>["body"]>;

function bodyOf(body: NonNullable<ApiOperation["body"]>): RequestBody {
  if (body.kind === "json") {
    const example = body.example === undefined ? {} : { example: body.example };
    return { required: !body.optional, content: { "application/json": { schema: body.schema, ...example } } };
  }
  const file = { schema: z.string().meta({ type: "string", format: "binary" }) };
  return { required: true, content: Object.fromEntries(body.mediaTypes.map((mediaType) => [mediaType, file])) };
}

function answersOf(operation: ApiOperation): RouteConfig["responses"] {
  return Object.fromEntries(
    Object.entries(operation.answers).map(([status, { description, schema, example }]) => {
      const created = (status === "201" || status === "202") && operation.location !== undefined;
      const headers = created ? { headers: locationHeader } : {};
      const content = schema ? { content: { "application/json": { schema, example } } } : {};
      return [status, { description, ...headers, ...content }];
    }),
  );
}

const locationHeader = { Location: { description: "Where it is found.", schema: { type: "string", format: "uri" } } } as const; // prettier-ignore

/** By status, one example for each code. */
function problemsOf(operation: ApiOperation, baseUrl: URL): RouteConfig["responses"] {
  const all = [...new Set([...sharedProblems(operation), ...operation.problems])];
  const statuses = [...new Set(all.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = all.filter((code) => PROBLEMS[code].status === status);
      const description = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" ");
      const examples = Object.fromEntries(codes.map((code) => [code, { value: problemBody({ code }, baseUrl) }]));
      return [status, { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: problemSchema, examples } } }];
    }),
  );
}

function sharedProblems({ method, body, query }: ApiOperation): ProblemCode[] {
  const always: ProblemCode[] = ["key_missing", "key_invalid", "scope_missing", "too_many_requests"];
  const ofPost: ProblemCode[] = ["unreadable_header", "idempotency_key_reused", "request_in_progress"];
  const ofBody: ProblemCode[] = ["body_too_large", "media_type_not_supported"];
  const ofJson: ProblemCode[] = ["unreadable_body", "validation_failed"];
  return [
    ...always,
    ...(method === "POST" ? ofPost : []),
    ...(body ? ofBody : []),
    ...(body?.kind === "json" || query ? ofJson.slice(body?.kind === "json" ? 0 : 1) : []),
  ];
}
