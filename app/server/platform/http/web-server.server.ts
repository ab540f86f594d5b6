import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "../log/log.server.ts";
import type { Answer } from "./answer.server.ts";
import type { AddressRange } from "./address-range.server.ts";
import { clientAddress } from "./client-address.server.ts";
import { toRequest, writeResponse } from "./page-adapter.server.ts";
import { isSameOrigin } from "./same-origin.server.ts";
import { securityHeaders } from "./security-headers.server.ts";
import type { StaticFiles } from "./static-files.server.ts";

export type RequestContext = { readonly nonce: string; readonly requestId: string; readonly clientAddress: string };

export type Readiness = { ready: true } | { ready: false; reason: string };

export type WebServerOptions = {
  baseUrl: URL;
  trustedProxies: readonly AddressRange[];
  log: Log;
  staticFiles: StaticFiles;
  readiness(): Promise<Readiness>;
  /** Answers everything that is not a file or a health check. */
  handle(request: Request, context: RequestContext): Promise<Answer>;
  /** The page for a request that another site sent in somebody's name. */
  refuse(request: Request, context: RequestContext): Promise<Answer>;
  onAnswered?(answered: { method: string; status: number; seconds: number }): void;
};

export type WebServer = { readonly server: Server; drain(): void };

/** Machines sign their own requests; only browsers carry cookies without being asked. */
const WITHOUT_COOKIES = /^\/(api|hooks)\//;

export function createWebServer(options: WebServerOptions): WebServer {
  const https = options.baseUrl.protocol === "https:";
  let draining = false;

  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 5_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.log.error({ err: error }, "request failed outside the application");
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
      response.end();
    });
  }); // prettier-ignore

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = process.hrtime.bigint();
    const method = request.method ?? "GET";
    const pathname = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const context: RequestContext = {
      nonce: randomBytes(16).toString("base64"),
      requestId: randomBytes(8).toString("hex"),
      clientAddress: clientAddress(request, options.trustedProxies),
    };
    for (const [name, value] of Object.entries(securityHeaders({ nonce: context.nonce, https }))) {
      response.setHeader(name, value);
    }
    response.setHeader("X-Request-Id", context.requestId);
    if (draining) response.setHeader("Connection", "close");

    if (pathname === "/healthz") return text(response, 200, "ok");
    if (pathname === "/readyz") return ready(response);
    if (options.staticFiles.serve(request, response, pathname)) return;
    if (pathname.startsWith("/assets/")) return text(response, 404, "not found");

    // PostgreSQL stores no NUL, and no address of ours has one.
    if (request.url?.includes("%00")) return text(response, 404, "not found");

    const asked = toRequest(request, options.baseUrl);
    const allowed =
      WITHOUT_COOKIES.test(new URL(asked.url).pathname) ||
      isSameOrigin({ method, headers: request.headers }, options.baseUrl.origin);
    const answered = allowed ? await options.handle(asked, context) : await options.refuse(asked, context);
    await writeResponse(answered, request, response);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    options.onAnswered?.({ method, status: answered.status, seconds });
    options.log.info({ requestId: context.requestId, method, route: routeName(pathname), status: answered.status, ms: Math.round(seconds * 1000) }, "answered"); // prettier-ignore
  }

  async function ready(response: ServerResponse): Promise<void> {
    const state: Readiness = draining ? { ready: false, reason: "stopping" } : await options.readiness();
    return text(response, state.ready ? 200 : 503, state.ready ? "ready" : state.reason);
  }

  return { server, drain: () => void (draining = true) };
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(body);
}

/** The first two parts of a path, without anything that could be a token, a code or an id. */
function routeName(pathname: string): string {
  const [, first = "", second = ""] = pathname.split("/");
  const word = (part: string) => (/^[a-z.-]{1,24}$/.test(part) ? part : ":id");
  if (first === "l" || (first === "c" && second !== "")) return `/${first}/:secret`;
  return second === "" ? `/${word(first)}` : `/${word(first)}/${word(second)}`;
}
