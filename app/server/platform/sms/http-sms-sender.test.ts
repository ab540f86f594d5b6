import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { createHttpSmsSender } from "./http-sms-sender.server.ts";

let server: Server | undefined;

afterEach(() => server?.close());

const message = { id: "sms_1", to: "+31612345678", text: "Bericht over een rekening." };

type Seen = { method: string; path: string; authorization: string; key: string; body: unknown };

/** A provider that answers so, or not at all. */
async function provider(status: number | null): Promise<{ url: URL; seen: Seen[] }> {
  const seen: Seen[] = [];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = "", url: path = "", headers } = request;
      const { authorization = "" } = headers;
      seen.push({ method, path, authorization, key: String(headers["idempotency-key"]), body: JSON.parse(body) });
      if (status !== null) response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("ok");
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://portal:p%40ss@127.0.0.1:${port}/send?from=Voldaan`), seen };
}

test("a message goes out as JSON, under its id, with the credentials of the address", async () => {
  const { url, seen } = await provider(202);
  expect(await createHttpSmsSender({ url }).send(message)).toEqual({ ok: true, value: undefined });
  const authorization = `Basic ${Buffer.from("portal:p@ss").toString("base64")}`;
  expect(seen).toEqual([{ method: "POST", path: "/send?from=Voldaan", authorization, key: "sms_1", body: message }]);
});

test.each([
  [302, "permanent"],
  [400, "permanent"],
  [401, "permanent"],
  [429, "temporary"],
  [503, "temporary"],
])("an answer of %i is a %s failure", async (status, kind) => {
  const { url } = await provider(status);
  expect(await createHttpSmsSender({ url }).send(message)).toEqual({ ok: false, error: { kind, reason: "refused", status } }); // prettier-ignore
});

test("a provider that says nothing, or is not there, is tried again later", async () => {
  const { url } = await provider(null);
  const late = await createHttpSmsSender({ url, deadlineMs: 50 }).send(message);
  expect(late).toEqual({ ok: false, error: { kind: "temporary", reason: "timeout" } });
  server?.closeAllConnections();
  server?.close();
  const gone = await createHttpSmsSender({ url: new URL("http://127.0.0.1:1/") }).send(message);
  expect(gone).toEqual({ ok: false, error: { kind: "temporary", reason: "unreachable" } });
});

test.each([
  [202, { ok: true, value: undefined }],
  [400, { ok: false, error: { kind: "permanent", reason: "refused", status: 400 } }],
])(
  "an answer of %i whose body never ends is known by its status, and ends at the deadline",
  async (status, outcome) => {
    let ended: (() => void) | undefined;
    const hungUp = new Promise<void>((resolve) => (ended = resolve));
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(status).write("o");
      const drip = setInterval(() => response.write("k"), 5);
      response.on("close", () => (clearInterval(drip), ended?.()));
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const sender = createHttpSmsSender({ url: new URL(`http://127.0.0.1:${port}/`), deadlineMs: 100 });
    expect(await sender.send(message)).toEqual(outcome);
    await hungUp;
  },
);

test("a long answer is not read to its end", async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(200);
    const more = () => void (response.destroyed || (response.write("x".repeat(65_536)), setImmediate(more)));
    more();
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const sender = createHttpSmsSender({ url: new URL(`http://127.0.0.1:${port}/`) });
  expect(await sender.send(message)).toEqual({ ok: true, value: undefined });
});
