import { createPublicKey, verify } from "node:crypto";
import { linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";
import { Webhook, WebhookVerificationError } from "standardwebhooks";

/**
 * Receives Voldaan's webhooks with the library of Standard Webhooks: `npm install standardwebhooks`, then
 * `WEBHOOK_SECRET=whsec_… PORT=4000 npx tsx receiver-standardwebhooks.ts`. The library knows `v1` only: with the `whpk_…`
 * key of a `v1a` endpoint Node's own Ed25519 does it. Each event is stored once, as `inbox/<webhook-id>.json`, before it
 * is answered. Keep the files for at least 7 days: they are how a repeat is known.
 */
const TOLERANCE_SECONDS = 300;
const LARGEST_BODY_BYTES = 65_536;

type Headers = {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
};

const isGenuine = verifierOf(process.env["WEBHOOK_SECRET"] ?? "");
const inbox = process.env["WEBHOOK_INBOX"] ?? "inbox";
mkdirSync(inbox, { recursive: true });

const port = Number(process.env["PORT"] ?? 4000);
createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    // Not stored, so not taken: the same webhook comes again.
    () => response.writeHead(500).end(),
  );
}).listen(port, () => console.log(`Listening on port ${port}`));

async function receive(request: IncomingMessage): Promise<number> {
  if (request.method !== "POST") return 405;
  const body = await readBody(request);
  const headers = {
    "webhook-id": header(request, "webhook-id"),
    "webhook-timestamp": header(request, "webhook-timestamp"),
    "webhook-signature": header(request, "webhook-signature"),
  };
  const id = headers["webhook-id"];
  if (body === null || !/^[A-Za-z0-9_-]{1,64}$/.test(id) || !isGenuine(body, headers)) return 400;
  storeOnce(id, body);
  return 204;
}

function verifierOf(key: string): (body: string, headers: Headers) => boolean {
  if (key.startsWith("whpk_")) return verifierWithPublicKey(key);
  const webhook = new Webhook(key);
  return (body, headers) => {
    try {
      webhook.verify(body, headers);
      return true;
    } catch (error) {
      if (error instanceof WebhookVerificationError) return false;
      throw error;
    }
  };
}

function verifierWithPublicKey(key: string): (body: string, headers: Headers) => boolean {
  const x = Buffer.from(key.slice("whpk_".length), "base64").toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return (body, headers) => {
    const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
    if (!/^(0|[1-9][0-9]{0,10})$/.test(timestamp)) return false;
    if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > TOLERANCE_SECONDS) return false;
    const signed = Buffer.from(`${id}.${timestamp}.${body}`);
    return signatures
      .split(" ")
      .filter((signature) => signature.startsWith("v1a,"))
      .some((signature) => verify(null, signed, publicKey, Buffer.from(signature.slice("v1a,".length), "base64")));
  };
}

/** Whole or not at all, and only the first time, also when two copies come at once. */
function storeOnce(id: string, body: string): void {
  const draft = path.join(inbox, `.${id}.${process.pid}.${process.hrtime.bigint()}`);
  writeFileSync(draft, body, { flag: "wx" });
  try {
    linkSync(draft, path.join(inbox, `${id}.json`));
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

/** As it came: parsed and written again it would differ. Null when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return size <= LARGEST_BODY_BYTES ? Buffer.concat(chunks).toString("utf8") : null;
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}
