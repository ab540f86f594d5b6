import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { API_OPERATIONS } from "./api-operations.server.ts";
import type { ApiOperation } from "./api-operation.server.ts";
import { ANSWER_HEADERS, answersOf, problemsOf } from "./openapi-answers.server.ts";
import { PROBLEMS } from "./problem-catalogue.server.ts";
import { problemBody } from "./problem.server.ts";

const INTRODUCTION = `Claims in, payments and events out.

**Money** is \`{"currency":"EUR","value":"120.00"}\`, always with two decimals; days are \`YYYY-MM-DD\` in the Netherlands; times are RFC 3339.
**Names**: wherever the id of a claim or an invoice is taken, \`ref:\` and your own reference (URL-encoded) may stand.
**Errors** are \`application/problem+json\` (RFC 9457). \`code\` is stable; \`errors\` names each field, its rule and, for amounts, what is allowed. What is not yours is not found.
**Retries**: send an \`Idempotency-Key\` with every POST. For 24 hours the same request gets the same answer, marked \`Idempotent-Replayed: true\`, and nothing happens twice.
**Limits**: 600 requests a minute for each key; see the \`RateLimit-*\` headers, and \`Retry-After\` with a 429.
**Statuses**: 400 cannot be read, 401 no valid key, 403 no scope, 404 not there or not yours, 409 not as things stand, 422 understood and refused. Unknown fields and parameters are refused. \`HEAD\` answers as \`GET\`, without a body.
**Lists** take \`limit\` (1 to 200) and \`cursor\`, and answer \`{"data":[…],"nextCursor":null|"…"}\`, newest first unless said.`;

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
    description:
      "`vk_` and 41 characters. A key has scopes, each route names the one it needs; it ends within a year, or at once when it is revoked.",
  });
  for (const [name, header] of Object.entries(ANSWER_HEADERS)) registry.registerComponent("headers", name, header);
  for (const code of new Set(API_OPERATIONS.flatMap(problemsOf))) {
    registry.registerComponent("examples", code, { value: problemBody({ code }, baseUrl) });
  }
  for (const operation of API_OPERATIONS) registry.registerPath(pathOf(operation));
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

function pathOf(operation: ApiOperation): RouteConfig {
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
    responses: answersOf(operation),
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
    const form = body.form ? { "multipart/form-data": { schema: body.form } } : {};
    return { required: !body.optional, content: { "application/json": { schema: body.schema, ...example }, ...form } };
  }
  const file = { schema: z.string().meta({ type: "string", format: "binary" }) };
  return { required: true, content: Object.fromEntries(body.mediaTypes.map((mediaType) => [mediaType, file])) };
}
