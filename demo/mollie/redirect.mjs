/**
 * Loaded into a process from outside (`node --import ./demo/mollie/redirect.mjs …`): every call that node:https makes to
 * https://api.mollie.com is answered by the simulator at MOLLIE_SIMULATOR_URL. Everything else goes where it was going.
 * A connection that the simulator breaks breaks for the caller too; an answer that never comes never comes.
 */
import http from "node:http";
import { ClientRequestInterceptor } from "@mswjs/interceptors/ClientRequest";

const MOLLIE_HOST = "api.mollie.com";
if (!process.env.MOLLIE_SIMULATOR_URL) failWithoutAddress();
// Taken before the interceptor replaces it, so that the way to the simulator is not intercepted.
const requestUntouched = http.request;

const interceptor = new ClientRequestInterceptor();
interceptor.apply();
interceptor.on("request", async ({ request, controller }) => {
  const url = new URL(request.url);
  if (url.hostname !== MOLLIE_HOST) return;
  const body = Buffer.from(await request.arrayBuffer());
  try {
    controller.respondWith(await forward({ method: request.method, url, headers: request.headers, body }));
  } catch (error) {
    controller.errorWith(error);
  }
});

/** The simulator's answer; rejects with Node's own error when there is none to be had. */
function forward({ method, url, headers, body }) {
  return new Promise((resolve, reject) => {
    const outgoing = requestUntouched(
      new URL(url.pathname + url.search, process.env.MOLLIE_SIMULATOR_URL),
      { method, agent: false, headers: { ...headersToSend(headers), "content-length": body.length } },
      (incoming) => {
        const chunks = [];
        incoming.on("data", (chunk) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => resolve(toResponse(incoming, Buffer.concat(chunks))));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function headersToSend(headers) {
  const hopByHop = new Set(["host", "connection", "content-length", "transfer-encoding"]);
  return Object.fromEntries([...headers].filter(([name]) => !hopByHop.has(name)));
}

function toResponse({ statusCode, statusMessage, headers }, body) {
  const { connection: _connection, "transfer-encoding": _encoding, "keep-alive": _keepAlive, ...kept } = headers;
  const empty = statusCode === 204 || statusCode === 304;
  return new Response(empty ? null : body, { status: statusCode, statusText: statusMessage, headers: kept });
}

function failWithoutAddress() {
  throw new Error("redirect.mjs needs MOLLIE_SIMULATOR_URL, the address of the simulator of Mollie");
}
