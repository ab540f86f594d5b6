import { buildConnector, Client, errors } from "undici";
import {
  isPublicAddress,
  pinnedLookup,
  resolveByDns,
  type Resolve,
} from "#app/server/webhooks/public-address.server.ts";
import { parseRetryAfter } from "#app/server/webhooks/retry-after.server.ts";
import { checkTarget, isAllowedTarget, type AllowedTargets } from "#app/server/webhooks/target-policy.server.ts";

/** Why there was no answer. A class only: never an address, a message or a name of the network around us. */
export type RequestFailure = "blocked_address" | "dns" | "connect" | "tls" | "timeout" | "reset" | "invalid_response";

/** What came of one attempt. `body` is the start of the answer; `truncated` says that it is not all of it. */
export type RequestOutcome =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly retryAfterMs?: number;
      readonly body: string;
      readonly truncated: boolean;
      readonly durationMs: number;
    }
  | { readonly kind: "failed"; readonly reason: RequestFailure; readonly durationMs: number };

export type SafeRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly allowedTargets: AllowedTargets;
  /** Milliseconds since 1970, to read a `Retry-After` date. */
  readonly nowMs: number;
  readonly resolve?: Resolve;
  readonly deadlineMs?: number;
};

const DEADLINE_MS = 15_000;
const READ_BYTES = 65_536;
const KEPT_BYTES = 1_024;
const ADDRESS_ATTEMPT_MS = 1_000;

/**
 * POSTs once to a URL that somebody else chose. Connects only to a public address, the very one that was checked; one
 * deadline covers name, connection, headers and body; redirects and proxies are not followed; nothing is unpacked.
 * The status stands once it has come, even if the body after it never ends.
 */
export async function safeRequest(request: SafeRequest): Promise<RequestOutcome> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  const end = new AbortController();
  const deadline = setTimeout(() => end.abort(new AttemptFailed("timeout")), request.deadlineMs ?? DEADLINE_MS);
  try {
    const answer = await post(request, end.signal);
    return { kind: "answered", ...answer, durationMs: durationMs() };
  } catch (error) {
    return {
      kind: "failed",
      reason: failureReason(end.signal.aborted ? end.signal.reason : error),
      durationMs: durationMs(),
    };
  } finally {
    clearTimeout(deadline);
    // Sockets hang on this signal too, also one that is still connecting.
    end.abort();
  }
}

class AttemptFailed extends Error {
  readonly reason: RequestFailure;
  constructor(reason: RequestFailure) {
    super(reason);
    this.reason = reason;
  }
}

async function post(request: SafeRequest, signal: AbortSignal) {
  const target = checkTarget(request.url, request.allowedTargets);
  if (!target.ok) throw new AttemptFailed("blocked_address");
  const url = target.value;
  const lookup = isAllowedTarget(url, request.allowedTargets)
    ? {}
    : { lookup: pinnedLookup(await publicAddresses(url.hostname, request.resolve ?? resolveByDns, signal)) };
  const connect = buildConnector({
    ...lookup,
    signal,
    timeout: 0,
    maxCachedSessions: 0,
    autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS,
  });
  const client = new Client(url.origin, { connect, headersTimeout: 0, bodyTimeout: 0 });
  try {
    const response = await client.request({
      method: "POST",
      path: url.pathname + url.search,
      headers: { "accept-encoding": "identity", ...request.headers, "user-agent": "Voldaan-Webhooks/1" },
      body: request.body,
      signal,
      reset: true,
    });
    const retryAfter = response.headers["retry-after"];
    const retryAfterMs = typeof retryAfter === "string" ? parseRetryAfter(retryAfter, request.nowMs) : null;
    return {
      status: response.statusCode,
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
      ...(await readStart(response.body)),
    };
  } finally {
    void client.destroy();
  }
}

/** One private address among public ones refuses them all: no honest receiver has such a name. */
async function publicAddresses(hostname: string, resolve: Resolve, signal: AbortSignal): Promise<readonly string[]> {
  const addresses = await beforeAbort(
    resolve(hostname, signal).catch(() => []),
    signal,
  );
  if (addresses.length === 0) throw new AttemptFailed("dns");
  if (!addresses.every(isPublicAddress)) throw new AttemptFailed("blocked_address");
  return addresses;
}

function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

async function readStart(stream: AsyncIterable<Uint8Array>): Promise<{ body: string; truncated: boolean }> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let broken = false;
  try {
    for await (const chunk of stream) {
      if (bytes < KEPT_BYTES) kept.push(chunk.subarray(0, KEPT_BYTES - bytes));
      bytes += chunk.length;
      if (bytes > READ_BYTES) break;
    }
  } catch {
    broken = true;
  }
  return { body: asText(Buffer.concat(kept)), truncated: broken || bytes > KEPT_BYTES };
}

/** Never fails. A character cut off at the end is dropped; NUL, which PostgreSQL cannot store, is replaced. */
function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes, { stream: true }).replaceAll("\u0000", "\ufffd");
}

const CONNECT_CODES = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "ETIMEDOUT", "EACCES"]);
const TLS_CODE = /CERT|TLS|SSL|EPROTO|SIGNATURE|UNABLE_TO_|CRL|CHAIN/;

function failureReason(error: unknown): RequestFailure {
  if (error instanceof AttemptFailed) return error.reason;
  if (error instanceof errors.HTTPParserError) return "invalid_response";
  if (error instanceof errors.HeadersOverflowError) return "invalid_response";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "" || code === "UND_ERR_INVALID_ARG") throw error;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "dns";
  if (CONNECT_CODES.has(code)) return "connect";
  return TLS_CODE.test(code) ? "tls" : "reset";
}
