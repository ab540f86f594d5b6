import { fileURLToPath } from "node:url";
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import routes from "#app/routes.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { openApiContract, type Seen } from "./openapi-contract.ts";
import { createTestServices, type TestServices, type TestServicesOptions } from "./services.ts";

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: AnswerBody;
};

type FieldError = { readonly path: string; readonly code: string; readonly allowed?: { readonly value: string } };

/** The fields of answers that tests read one by one; what is not in an answer is undefined all the same. */
export type AnswerBody = {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly description: string;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly data: readonly AnswerBody[];
  readonly nextCursor: string | null;
  readonly debtor: { readonly id: string };
  readonly invoices: readonly { readonly id: string }[];
  readonly statement: { readonly interest: { readonly lines: readonly { readonly invoice: string }[] } };
  readonly allocation: Readonly<Record<string, string>>;
  readonly entries: readonly unknown[];
  readonly warnings: readonly unknown[];
  readonly rows: readonly { readonly claim: string }[];
  readonly invoice: string;
  readonly url: string;
  readonly qrSvg: string;
  readonly expiresAt: string;
  readonly secret: string;
  readonly event: string;
  readonly subject: string;
  readonly previousSecretUntil: string;
};

export type ApiCallOptions = {
  readonly key?: string | null;
  readonly body?: unknown;
  /** Sent as it is, with its own content type. */
  readonly raw?: { readonly contentType: string; readonly bytes: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
};

export type ApiTest = {
  readonly services: TestServices;
  readonly creditorId: string;
  readonly key: string;
  /** What happened so far, in the words of the OpenAPI document: `createClaim 201`. */
  readonly seen: Set<Seen>;
  call(method: string, path: string, options?: ApiCallOptions): Promise<ApiAnswer>;
  addCreditor(name: string): Promise<{ creditorId: string; key: string }>;
  close(): Promise<void>;
};

type RouteModule = {
  loader: (args: LoaderFunctionArgs) => Promise<Response>;
  action: (args: ActionFunctionArgs) => Promise<Response>;
};

export type ApiRouteEntry = { readonly path: string; readonly file: string };

/** The routes below /api/v1 in the URL table of the application, most specific first. */
export const API_ROUTES: readonly ApiRouteEntry[] = routes
  .filter((entry) => entry.path?.startsWith("api/v1/") && entry.path !== "api/v1/*")
  .map((entry) => ({ path: `/${entry.path ?? ""}`.replace("/api/v1", ""), file: entry.file }));

/** A creditor with a key, and the API as the router would call it. */
export async function openApi(options: TestServicesOptions = {}): Promise<ApiTest> {
  const services = await createTestServices(options);
  const own = await addCreditor(services, "Kinderopvang De Boomhut");
  const seen = new Set<Seen>();
  async function call(method: string, path: string, callOptions: ApiCallOptions = {}): Promise<ApiAnswer> {
    const answer = await callRoute(services, { method, path, key: own.key, ...callOptions });
    const { status, headers, text } = answer;
    seen.add(contractOf(services).see({ method, path, requestBody: callOptions.body, status, headers, text }));
    return answer;
  }
  return {
    services,
    ...own,
    seen,
    call,
    addCreditor: (name) => addCreditor(services, name),
    close: () => services.close(),
  };
}

const contracts = new Map<string, ReturnType<typeof openApiContract>>();

/** Whatever the API answers in any test is looked up in its document. */
function contractOf({ config }: TestServices): ReturnType<typeof openApiContract> {
  const contract = contracts.get(config.baseUrl.href) ?? openApiContract(config.baseUrl);
  contracts.set(config.baseUrl.href, contract);
  return contract;
}

export async function addCreditor(services: Services, name: string, canDeductVat = true) {
  const creditor = await createCreditor(services, {
    name,
    iban: "NL91ABNA0417164300",
    canDeductVat,
    actor: "operator",
  });
  if (!creditor.ok) throw new Error(creditor.error.kind);
  const creditorId = creditor.value.id;
  const key = await createApiKey(services, { creditorId, actor: "operator" });
  if (!key.ok) throw new Error(key.error.kind);
  return { creditorId, key: key.value.key };
}

async function callRoute(
  services: TestServices,
  call: { method: string; path: string } & ApiCallOptions,
): Promise<ApiAnswer> {
  const { method, path, key, body, raw } = call;
  const url = new URL(`/api/v1${path}`, services.config.baseUrl);
  const matched = match(url.pathname.replace("/api/v1", ""));
  const file = fileURLToPath(new URL(`../../app/${matched?.file ?? "routes/api/not-found.ts"}`, import.meta.url));
  const module = (await import(file)) as RouteModule;
  const contentType = raw?.contentType ?? (body === undefined ? null : "application/json");
  const request = new Request(url, {
    method,
    headers: {
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(contentType ? { "Content-Type": contentType } : {}),
      ...call.headers,
    },
    ...(method === "GET" || method === "HEAD" ? {} : { body: (raw?.bytes ?? (body === undefined ? null : JSON.stringify(body))) as BodyInit | null }), // prettier-ignore
  });
  const args = { request, params: matched?.params ?? {}, context: apiContext(services, call.from) };
  const response = await (method === "GET" || method === "HEAD" ? module.loader(args) : module.action(args));
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(json ? text || "{}" : "{}") as AnswerBody,
  };
}

/** What the server gives a route besides the request. */
export function apiContext(services: Services, clientAddress = "192.0.2.1"): AppLoadContext {
  const request = {
    nonce: "",
    requestId: "test",
    clientAddress,
    sessionToken: null,
    visit: { method: "GET", path: "/" },
    inboxToken: null,
    language: null,
    acceptLanguage: "",
    spokenLanguages: LANGUAGES,
  };
  return { app: services, ...request };
}

function match(pathname: string): { file: string; params: Record<string, string> } | null {
  for (const entry of API_ROUTES) {
    const names = [...entry.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
    const found = new RegExp(`^${entry.path.replace(/:\w+/g, "([^/]+)")}$`).exec(pathname);
    if (found) {
      const values = found.slice(1).map((value) => decodeURIComponent(value));
      return { file: entry.file, params: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])) };
    }
  }
  return null;
}

/** The claim of the documentation. */
export function exampleClaim(changes: Record<string, unknown> = {}) {
  return {
    reference: "2026-00123",
    kind: "consumer",
    description: "Kinderopvang mei",
    debtor: {
      reference: "K-991",
      type: "person",
      name: "J. de Vries",
      email: "j@example.nl",
      phone: "+31612345678",
      language: "nl",
      address: { street: "Dorpsstraat", houseNumber: "1", postalCode: "1234AB", city: "Ons Dorp", country: "NL" },
    },
    invoices: [
      { number: "F-1", issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: euro("120.00"), description: "mei" },
    ],
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-06-20" },
    metadata: {},
    ...changes,
  };
}

export const euro = (value: string) => ({ currency: "EUR", value });
