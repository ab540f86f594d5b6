import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveNotice } from "#app/server/payments/receive-notice.server.ts";

const LARGEST_BODY_BYTES = 1_024;

export function loader(): Response {
  return methodNotAllowed();
}

/**
 * A notice of the payment provider: the id of a payment that changed. Answers 200 whatever the id, so that nobody learns
 * which ones exist; 503 asks the provider to come again, because the notice could not be stored.
 */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== "POST") return methodNotAllowed();
  const body = await readText(request);
  if (body === null) return new Response(null, { status: 413 });
  const providerId = new URLSearchParams(body).get("id") ?? "";
  const { app, clientAddress } = context;
  try {
    await receiveNotice(app, { providerId, attemptId: params["paymentId"] ?? null, from: clientAddress });
  } catch (error) {
    app.log.error({ err: error }, "notice not stored");
    return new Response(null, { status: 503, headers: { "Retry-After": "60" } });
  }
  return new Response(null, { status: 200 });
}

function methodNotAllowed(): Response {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** The body as text, or null as soon as it is larger than any notice. */
async function readText(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > LARGEST_BODY_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
