import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api-types.ts";

/** Everything that the API takes and answers, by the names of its description: `Schemas["Claim"]`. */
export type Schemas = components["schemas"];

export type VoldaanOptions = {
  /** The address of the portal: `https://portal.example.nl`. */
  readonly baseUrl: string;
  /** `vk_…` */
  readonly key: string;
  /** How often a request is tried that got no answer, or one that says to come back later. */
  readonly attempts?: number;
  /** In place of the one that is everywhere. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/**
 * A client of the API with its types. Each POST has an Idempotency-Key, so that a request that is tried again does what
 * it says once. Answers are `{ data }` or `{ error }`, a problem with its `code`; what stays without an answer throws.
 */
export function voldaanClient({ baseUrl, key, attempts = 4, fetch: send = fetch }: VoldaanOptions): Client<paths> {
  const client = createClient<paths>({
    baseUrl: new URL("/api/v1", baseUrl).href,
    fetch: (request) => sendAgain(request, { attempts, send }),
  });
  client.use({
    onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${key}`);
      if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
        request.headers.set("Idempotency-Key", crypto.randomUUID());
      }
      return request;
    },
  });
  return client;
}

type Sending = { readonly attempts: number; readonly send: (request: Request) => Promise<Response> };

async function sendAgain(request: Request, { attempts, send }: Sending): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= attempts;
    try {
      const response = await send(request.clone());
      if (last || !isForLater(response)) return response;
      await pause(Number(response.headers.get("Retry-After") ?? 2 ** attempt));
    } catch (error) {
      if (last) throw error;
      await pause(2 ** attempt);
    }
  }
}

/** Too many requests, a request that is still being handled, or something that went wrong on their side. */
function isForLater({ status, headers }: Response): boolean {
  return status === 429 || status >= 500 || (status === 409 && headers.has("Retry-After"));
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
