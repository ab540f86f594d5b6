import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import { openApiDocument } from "#app/server/api/openapi.server.ts";

/** A call of the API as the client saw it: what was sent, and what came back. */
export type SeenCall = {
  readonly method: string;
  /** Below `/api/v1`, with its query. */
  readonly path: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

/** What happened, in the words of the document: `createClaim 201`. Null where no route is. */
export type Seen = string | null;

type Named = { readonly $ref?: string };
type MediaTypes = Readonly<Record<string, { readonly examples?: Readonly<Record<string, unknown>> }>>;
type Answer = { readonly headers?: Readonly<Record<string, Named>>; readonly content?: MediaTypes };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: MediaTypes };
  readonly responses: Readonly<Record<string, Answer>>;
};
export type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Headers of HTTP and of files, which the document leaves to their own standards. */
const OF_HTTP = new Set(["content-type", "content-length", "content-encoding", "cache-control", "date", "connection", "keep-alive", "transfer-encoding", "vary", "etag", "content-security-policy", "x-content-type-options", "cross-origin-resource-policy", "cross-origin-opener-policy", "referrer-policy", "permissions-policy", "x-frame-options", "strict-transport-security", "x-request-id", "x-robots-tag"]); // prettier-ignore

/** Looks whether what a server answers is what the document says. Throws with the difference. */
export function openApiContract(baseUrl: URL): { see(call: SeenCall): Seen; readonly document: OpenApi } {
  const document = openApiDocument(baseUrl) as unknown as OpenApi;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  for (const [name, form] of Object.entries(FORMATS)) ajv.addFormat(name, form);
  ajv.addSchema({ $id: "voldaan", ...document } as AnySchema);

  function check(pointer: readonly string[], value: unknown, what: string): void {
    const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")));
    const validate = ajv.getSchema(`voldaan#/${escaped.join("/")}`);
    if (!validate) throw new Error(`${what}: the document has no schema at ${pointer.join(" ")}`);
    if (!validate(value)) throw new Error(`${what} is not as the document says: ${ajv.errorsText(validate.errors)}`);
  }

  function see({ method, path, requestBody, status, headers, text }: SeenCall): Seen {
    const url = new URL(`https://x${path}`);
    const template = findTemplate(document, url.pathname);
    if (template === null) {
      const { code } = JSON.parse(text || "{}") as { code?: string };
      if (status !== 404 || (method !== "HEAD" && code !== "route_not_found")) throw new Error(`${method} ${path} is in no document and answers ${status}`); // prettier-ignore
      return null;
    }
    const operations = document.paths[template] ?? {};
    const documented = operations[method === "HEAD" ? "get" : method.toLowerCase()];
    const verb = documented ? (method === "HEAD" ? "get" : method.toLowerCase()) : (Object.keys(operations)[0] ?? "");
    const operation = documented ?? operations[verb];
    if (!operation) throw new Error(`${template} has no operations`);
    const what = `${operation.operationId} ${status}`;
    if (!documented && status !== 405) throw new Error(`${method} ${template} is in no document and answers ${status}`);
    const answer = operation.responses[String(status)];
    if (!answer) throw new Error(`${what} is not in the document: ${text.slice(0, 300)}`);

    checkHeaders(headers, answer, what);
    if (method === "HEAD") return `${what} HEAD`;
    const mediaType = headers.get("content-type")?.split(";", 1)[0] ?? null;
    const content = answer.content ?? {};
    const named = mediaType === null ? undefined : mediaType in content ? mediaType : "*/*" in content ? "*/*" : undefined; // prettier-ignore
    if (mediaType === null ? Object.keys(content).length > 0 || text !== "" : named === undefined) {
      throw new Error(`${what} answers ${String(mediaType)}, which is not in the document`);
    }
    if (named?.endsWith("json")) {
      const body = JSON.parse(text) as { code?: string };
      check(["paths", template, verb, "responses", String(status), "content", named, "schema"], body, what);
      const codes = Object.keys(content[named]?.examples ?? {});
      if (status >= 400 && !codes.includes(body.code ?? "")) throw new Error(`${what} answers ${String(body.code)}, which is not in the document`); // prettier-ignore
    }
    if (status < 300) checkRequest({ template, verb, operation, what }, url.searchParams, requestBody);
    return what;
  }

  type Found = { template: string; verb: string; operation: Operation; what: string };

  /** What the server took must be what the document says that it takes. */
  function checkRequest({ template, verb, operation, what }: Found, query: URLSearchParams, body: unknown): void {
    const names = (operation.parameters ?? []).filter((parameter) => parameter.in === "query").map(({ name }) => name);
    const unknown = [...query.keys()].filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`${what} took ${unknown.join(", ")}, which is not in the document`);
    if (body === undefined) return;
    check(["paths", template, verb, "requestBody", "content", "application/json", "schema"], body, `${what} request`);
  }

  return { see, document };
}

function checkHeaders(headers: Headers, answer: Answer, what: string): void {
  const documented = new Set(Object.keys(answer.headers ?? {}).map((name) => name.toLowerCase()));
  const unknown = [...headers.keys()].filter((name) => !documented.has(name) && !OF_HTTP.has(name));
  if (unknown.length > 0) throw new Error(`${what} has headers that are not in the document: ${unknown.join(", ")}`);
}

/** As the router does: a fixed part wins over a parameter. */
function findTemplate(document: OpenApi, pathname: string): string | null {
  const fits = Object.keys(document.paths).filter((template) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
  );
  return fits.sort((a, b) => parameters(a) - parameters(b))[0] ?? null;
}

const parameters = (template: string): number => template.split("{").length;

const FORMATS: Readonly<Record<string, RegExp | true>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  binary: true,
};
