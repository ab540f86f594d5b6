import { API_SCOPES } from "#app/server/creditors/api-scopes.server.ts";
import { openApiDocument } from "./openapi.server.ts";
import { PROBLEMS } from "./problem-catalogue.server.ts";
import { type FieldDescription, fieldsOf, type JsonSchema, type TypePart, typeText } from "./schema-text.server.ts";

export type OperationDescription = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: string;
  readonly parameters: readonly (FieldDescription & { readonly place: string })[];
  readonly body: BodyText | null;
  readonly answers: readonly AnswerText[];
  readonly problems: readonly { readonly status: number; readonly codes: readonly string[] }[];
};

type Content = { readonly mediaTypes: readonly string[]; readonly type: readonly TypePart[]; readonly fields: readonly FieldDescription[]; readonly example: string | null }; // prettier-ignore
type BodyText = Content & { readonly required: boolean };
type AnswerText = { readonly status: number; readonly description: string; readonly content: Content | null };

export type ApiDescription = {
  readonly title: string;
  readonly version: string;
  readonly server: string;
  readonly introduction: string;
  readonly sections: readonly { readonly name: string; readonly operations: readonly OperationDescription[] }[];
  readonly schemas: readonly { readonly name: string; readonly description: string; readonly fields: readonly FieldDescription[] }[]; // prettier-ignore
  readonly scopes: readonly { readonly name: string; readonly operations: readonly string[] }[];
  readonly headers: readonly { readonly name: string; readonly description: string; readonly example: string }[];
  readonly problems: readonly { readonly code: string; readonly status: number; readonly title: string; readonly detail: string }[]; // prettier-ignore
};

type Media = { readonly schema?: JsonSchema; readonly example?: unknown; readonly examples?: Readonly<Record<string, unknown>> }; // prettier-ignore
type Medias = Readonly<Record<string, Media>>;
type DocumentedParameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: JsonSchema }; // prettier-ignore
type Documented = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly DocumentedParameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Medias };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Medias }>>;
};
type Document = {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly headers: Readonly<Record<string, { readonly description: string; readonly example?: unknown }>>;
  };
};

const described = new Map<string, ApiDescription>();

/** The API in words, from its OpenAPI document and nothing else. Made once by each process. */
export function describeApi(baseUrl: URL): ApiDescription {
  const known = described.get(baseUrl.href);
  if (known) return known;
  const description = describeDocument(openApiDocument(baseUrl) as unknown as Document);
  described.set(baseUrl.href, description);
  return description;
}

function describeDocument({ info, servers, tags, paths, components }: Document): ApiDescription {
  const operations = Object.entries(paths).flatMap(
    ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ tag: operation.tags[0], ...describe(path, method, operation) })), // prettier-ignore
  );
  return {
    title: info.title,
    version: info.version,
    server: servers[0]?.url ?? "",
    introduction: info.description,
    sections: tags.map(({ name }) => ({ name, operations: operations.filter(({ tag }) => tag === name).sort(byPath) })),
    schemas: Object.entries(components.schemas)
      .map(([name, schema]) => ({ name, description: schema.description ?? "", fields: fieldsOf(schema) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    scopes: API_SCOPES.map((name) => ({ name, operations: operations.filter(({ scope }) => scope === name).map(({ id }) => id) })), // prettier-ignore
    headers: Object.entries(components.headers).map(([name, { description, example }]) => ({ name, description, example: String(example ?? "") })), // prettier-ignore
    problems: Object.entries(PROBLEMS).map(([code, { status, title, detail }]) => ({ code, status, title, detail })),
  };
}

const METHODS = ["POST", "GET", "PUT", "PATCH", "DELETE"];

function byPath(a: OperationDescription, b: OperationDescription): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return METHODS.indexOf(a.method) - METHODS.indexOf(b.method);
}

function describe(path: string, method: string, operation: Documented): OperationDescription {
  const { operationId: id, summary, parameters = [], requestBody, responses } = operation;
  const [, description = "", scope = ""] = /^([\s\S]*?)\s*Scope: `(.+)`\.$/.exec(operation.description) ?? [];
  const statuses = Object.entries(responses).map(([status, answer]) => ({ status: Number(status), ...answer }));
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    scope,
    parameters: parameters.map(({ name, in: place, required = false, schema }) => ({ name, place, required, type: typeText(schema), description: schema.description ?? "" })), // prettier-ignore
    body: requestBody ? { required: requestBody.required ?? false, ...contentOf(requestBody.content) } : null,
    answers: statuses
      .filter(({ status }) => status < 400)
      .map(({ status, description: text, content }) => ({ status, description: text, content: content ? contentOf(content) : null })), // prettier-ignore
    problems: statuses
      .filter(({ status }) => status >= 400)
      .map(({ status, content }) => ({ status, codes: Object.values(content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {})) })), // prettier-ignore
  };
}

/** Several media types of one body say the same; the JSON one, where there is one, has the example. */
function contentOf(content: Medias): Content {
  const mediaTypes = Object.keys(content);
  const { schema = {}, example } = content["application/json"] ?? Object.values(content)[0] ?? {};
  const text = example === undefined ? null : JSON.stringify(example, null, 2);
  return { mediaTypes, type: typeText(schema), fields: fieldsOf(schema), example: text };
}
