import { createHmac, timingSafeEqual } from "node:crypto";
import { linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";

/**
 * Receives Voldaan's webhooks with nothing but Node: `WEBHOOK_SECRET=whsec_… PORT=4000 npx tsx receiver.ts` (Node 22.18
 * and newer run it as it is). Each event is stored once, as `inbox/<webhook-id>.json`, before it is answered; the books
 * are done from that folder. Keep the files for at least 7 days: they are how a repeat is known.
 */
const TOLERANCE_SECONDS = 300;
const LARGEST_BODY_BYTES = 65_536;

const secret = readSecret(process.env["WEBHOOK_SECRET"] ?? "");
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
  const id = header(request, "webhook-id");
  const timestamp = header(request, "webhook-timestamp");
  if (body === null || !/^[A-Za-z0-9_-]{1,64}$/.test(id) || !/^(0|[1-9][0-9]{0,10})$/.test(timestamp)) return 400;
  if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > TOLERANCE_SECONDS) return 400;
  // Over the bytes as they came: parsed and written again they may differ.
  const hmac = createHmac("sha256", secret).update(`${id}.${timestamp}.`).update(body).digest("base64");
  const signatures = header(request, "webhook-signature").split(" ");
  if (!signatures.some((signature) => isSame(signature, `v1,${hmac}`))) return 400;
  storeOnce(id, body);
  return 204;
}

/** Whole or not at all, and only the first time, also when two copies come at once. */
function storeOnce(id: string, body: Buffer): void {
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

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return size <= LARGEST_BODY_BYTES ? Buffer.concat(chunks) : null;
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

/** Takes as long for a wrong signature as for a right one. */
function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function readSecret(text: string): Buffer {
  const bytes = Buffer.from(text.replace(/^whsec_/, ""), "base64");
  if (!text.startsWith("whsec_") || bytes.length < 24) throw new Error("WEBHOOK_SECRET must hold whsec_…");
  return bytes;
}
