import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";
import { format, resolveConfig } from "prettier";
import { openApiDocument } from "#app/server/api/openapi.server.ts";
import { PROBLEMS } from "#app/server/api/problem-catalogue.server.ts";

export const CLIENT_TYPES_FILE = fileURLToPath(new URL("../docs/integrators/client/api-types.ts", import.meta.url));

const HEADER = "// Generated from the OpenAPI document by scripts/generate-client.ts. Do not edit.\n\n";

type Json = Record<string, unknown>;
type Operation = { readonly responses: Json };

/** The types of the TypeScript client, made of the document that the portal answers at /api/openapi.json. */
export async function clientTypes(): Promise<string> {
  const document = lean(openApiDocument(new URL("https://portal.example.nl"))) as OpenAPI3;
  // What has a default may be left out of a request.
  const types = astToString(await openapiTypescript(document, { alphabetize: true, defaultNonNullable: false }));
  const style = await resolveConfig(CLIENT_TYPES_FILE);
  return format(HEADER + types, { ...style, filepath: CLIENT_TYPES_FILE });
}

/**
 * The document without what makes types long and says nothing more: examples and headers go, every problem of an operation
 * is one answer, and the codes of problems, which the document leaves open, are those there are.
 */
function lean(document: Json): unknown {
  const { paths, components } = withoutKeys(document, ["example", "examples", "headers"]) as { paths: Record<string, Record<string, Operation>>; components: { schemas: Json } }; // prettier-ignore
  const { Problem, ...schemas } = components.schemas as Record<string, { properties: Json }>;
  const code = { type: "string", enum: Object.keys(PROBLEMS) };
  const problem = { ...Problem, properties: { ...Problem?.properties, code } };
  return {
    ...document,
    paths: mapValues(paths, (methods) => mapValues(methods, withOneProblem)),
    components: { schemas: { ...schemas, Problem: problem } },
  };
}

function withOneProblem(operation: Operation): unknown {
  const right = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return { ...operation, responses: { ...Object.fromEntries(right), default: { description: "A problem.", content } } };
}

function mapValues<Value>(record: Record<string, Value>, change: (value: Value) => unknown): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** A field of an object may have such a name: what lies in `properties` stays. */
function withoutKeys(value: unknown, keys: readonly string[], inProperties = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutKeys(item, keys));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => inProperties || !keys.includes(key));
  return Object.fromEntries(
    kept.map(([key, field]) => [key, withoutKeys(field, keys, !inProperties && key === "properties")]),
  );
}
