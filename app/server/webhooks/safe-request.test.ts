import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import net, { type AddressInfo, type Server, type Socket } from "node:net";
import tls from "node:tls";
import { gzipSync } from "node:zlib";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test, vi } from "vitest";
import { safeRequest, type RequestOutcome, type SafeRequest } from "#app/server/webhooks/safe-request.server.ts";
import { giveAnswer, type ReceiverAnswer } from "../../../demo/receiver/receiver-answer.ts";

const NOW_MS = Date.parse("2026-11-22T10:00:00Z");
const PUBLIC = "93.184.216.34";
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => socket.destroy())));
  await once(server.listen(0, "127.0.0.1"), "listening");
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A machine inside: whoever reaches it is written down. */
async function startCanary(): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const port = await listen(net.createServer(() => (connections += 1)));
  return { port, connections: () => connections };
}

function send(request: Partial<SafeRequest> & { url: string }): Promise<RequestOutcome> {
  return safeRequest({
    headers: { "content-type": "application/json", "webhook-id": "evt_1" },
    body: Buffer.from(`{"type":"webhook.test"}`),
    allowedTargets: new Set(),
    nowMs: NOW_MS,
    resolve: () => Promise.reject(new Error("no name server in this test")),
    deadlineMs: 5_000,
    ...request,
  });
}

async function sendTo(listener: RequestListener, request: Partial<SafeRequest> = {}): Promise<RequestOutcome> {
  const port = await listen(createServer(listener));
  return send({ url: `http://127.0.0.1:${port}/hook`, allowedTargets: new Set([`127.0.0.1:${port}`]), ...request });
}

const sendToReceiver = (answer: ReceiverAnswer, request: Partial<SafeRequest> = {}) =>
  sendTo((incoming, response) => void incoming.resume().once("end", () => giveAnswer(answer, response)), request);

const blocked = { kind: "failed", reason: "blocked_address", durationMs: expect.any(Number) };

const FORBIDDEN_ADDRESSES = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.100.100.200",
  "100.127.255.255",
  "127.0.0.1",
  "127.0.0.53",
  "127.255.255.254",
  "169.254.0.1",
  "169.254.169.254",
  "169.254.170.2",
  "168.63.129.16",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.0.192",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.0.1",
  "192.168.255.255",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:169.254.169.254",
  "64:ff9b::7f00:1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
];

test.each(FORBIDDEN_ADDRESSES)("T40: a name that resolves to %s is not connected to", async (address) => {
  const connect = vi.spyOn(tls, "connect");
  expect(await send({ url: "https://hooks.creditor.nl/", resolve: async () => [address] })).toEqual(blocked);
  expect(connect).not.toHaveBeenCalled();
});

test("T40: no spelling of an inside address reaches the canary", async () => {
  const canary = await startCanary();
  const hosts = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "017700000001",
    "0177.0.0.01",
    "%31%32%37.0.0.1",
    "①②⑦.⓪.⓪.①",
    "127.0.0.1.",
    "0.0.0.0",
    "0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:a9fe:a9fe]",
    "localhost",
    "localhost.",
    "a.localhost",
    "user@127.0.0.1",
    "127.0.0.1.nip.io",
    "hooks.creditor.nl",
  ];
  const urls = hosts.flatMap((host) => [
    `http://${host}:${canary.port}/`,
    `https://${host}:${canary.port}/`,
    `https://${host}/`,
  ]);
  for (const url of urls) expect(await send({ url, resolve: async () => ["127.0.0.1"] })).toEqual(blocked);
  expect(canary.connections()).toBe(0);
});

test("T40: the allow-list opens one host and port, not its neighbours", async () => {
  const canary = await startCanary();
  const allowedTargets = new Set(["127.0.0.1:1", `localhost:${canary.port}`]);
  expect(await send({ url: `http://127.0.0.1:${canary.port}/`, allowedTargets })).toEqual(blocked);
  expect(canary.connections()).toBe(0);
});

test("T41: one private address among public ones refuses the name", async () => {
  const connect = vi.spyOn(tls, "connect");
  for (const addresses of [
    [PUBLIC, "127.0.0.1"],
    ["::1", PUBLIC],
  ]) {
    expect(await send({ url: "https://hooks.creditor.nl/", resolve: async () => addresses })).toEqual(blocked);
  }
  expect(connect).not.toHaveBeenCalled();
});

test("T41: a name that turns private after the check is still connected to what was checked", async () => {
  const answers = [[PUBLIC], ["127.0.0.1"]];
  const resolve = vi.fn(async () => answers.shift() ?? ["127.0.0.1"]);
  const dialled: unknown[] = [];
  vi.spyOn(tls, "connect").mockImplementation(((options: tls.ConnectionOptions & net.SocketConstructorOpts) => {
    options.lookup?.(options.host ?? "", { all: true }, (_error, addresses) => dialled.push(addresses));
    expect(options.servername).toBe("hooks.creditor.nl");
    return new net.Socket({ signal: options.signal });
  }) as typeof tls.connect);
  const outcome = await send({ url: "https://hooks.creditor.nl/", resolve, deadlineMs: 50 });
  expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
  expect(resolve).toHaveBeenCalledTimes(1);
  expect(dialled).toEqual([[{ address: PUBLIC, family: 4 }]]);
});

test.each([301, 302, 303, 304, 305, 306, 307, 308])(
  "T42: a %d to the inside is an answer, not a way in",
  async (status) => {
    const canary = await startCanary();
    const location = `http://127.0.0.1:${canary.port}/`;
    const outcome = await sendToReceiver({ kind: "status", status, headers: { location } });
    expect(outcome).toMatchObject({ kind: "answered", status });
    expect(canary.connections()).toBe(0);
  },
);

test("proxies from the environment are not used", async () => {
  const canary = await startCanary();
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"]) {
    vi.stubEnv(name, `http://127.0.0.1:${canary.port}`);
  }
  expect(await sendToReceiver({ kind: "status", status: 204 })).toMatchObject({ kind: "answered", status: 204 });
  expect(canary.connections()).toBe(0);
});

test("exactly these bytes are posted, by a client that says who it is and does not linger", async () => {
  const chunks: Buffer[] = [];
  const body = Buffer.from(`{"name":"Renée €"}\r\n`);
  let seen: unknown;
  await sendTo(
    (incoming, response) => {
      seen = { method: incoming.method, url: incoming.url, headers: incoming.headers };
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk)).once("end", () => response.end());
    },
    { body },
  );
  expect(Buffer.concat(chunks)).toEqual(body);
  expect(seen).toEqual({
    method: "POST",
    url: "/hook",
    headers: {
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      connection: "close",
      "accept-encoding": "identity",
      "content-length": String(body.length),
      "content-type": "application/json",
      "user-agent": "Voldaan-Webhooks/1",
      "webhook-id": "evt_1",
    },
  });
});

test.each([200, 204, 400, 404, 410, 429, 500, 503])("the status %d is told as it came", async (status) => {
  expect(await sendToReceiver({ kind: "status", status })).toEqual({
    kind: "answered",
    status,
    body: "",
    truncated: false,
    durationMs: expect.any(Number),
  });
});

test.each([
  ["120", { retryAfterMs: 120_000 }],
  ["Sun, 22 Nov 2026 10:02:00 GMT", { retryAfterMs: 120_000 }],
  ["garbage", {}],
])("R06: Retry-After %s", async (value, expected) => {
  const outcome = await sendToReceiver({ kind: "status", status: 429, headers: { "retry-after": value } });
  expect(outcome).toEqual({
    kind: "answered",
    status: 429,
    body: "",
    truncated: false,
    durationMs: expect.any(Number),
    ...expected,
  });
});

test.each(["silence", "late"] as const)("T43: %s until the deadline is a timeout", async (kind) => {
  const answer: ReceiverAnswer = kind === "late" ? { kind, status: 200, afterMs: 60_000 } : { kind };
  expect(await sendToReceiver(answer, { deadlineMs: 50 })).toMatchObject({ kind: "failed", reason: "timeout" });
});

test("T43: headers that drip are a timeout", async () => {
  const server = net.createServer((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const timer = setInterval(() => socket.write("x: y\r\n"), 5);
    socket.once("close", () => clearInterval(timer));
  });
  const port = await listen(server);
  const outcome = await send({
    url: `http://127.0.0.1:${port}/`,
    allowedTargets: new Set([`127.0.0.1:${port}`]),
    deadlineMs: 60,
  });
  expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
});

test("T43: a TLS handshake that never goes on is a timeout, and the connection is dropped", async () => {
  const server = net.createServer();
  const dropped = once(server, "connection").then(([socket]: Socket[]) => socket && once(socket.resume(), "close"));
  const port = await listen(server);
  const outcome = await send({
    url: `https://127.0.0.1:${port}/`,
    allowedTargets: new Set([`127.0.0.1:${port}`]),
    deadlineMs: 60,
  });
  expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
  await dropped;
});

test("T43: a name server that never answers is a timeout", async () => {
  const outcome = await send({
    url: "https://hooks.creditor.nl/",
    resolve: () => new Promise(() => {}),
    deadlineMs: 30,
  });
  expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
});

test.each([200, 503])("T43: a %d stands although its body drips past the deadline", async (status) => {
  const outcome = await sendToReceiver({ kind: "drip", status, everyMs: 5 }, { deadlineMs: 150 });
  expect(outcome).toMatchObject({ kind: "answered", status, body: expect.stringMatching(/^x+$/), truncated: true });
});

test("T43: of 200 MiB no more is read than the cap, and the status stands", async () => {
  let poured = 0;
  const outcome = await sendTo((incoming, response) => {
    incoming.resume();
    response.once("close", () => (poured = incoming.socket.bytesWritten));
    giveAnswer({ kind: "huge", status: 200, bytes: 200 * 1_048_576 }, response);
  });
  expect(outcome).toMatchObject({ kind: "answered", status: 200, body: "x".repeat(1_024), truncated: true });
  await vi.waitFor(() => expect(poured).toBeGreaterThan(0));
  expect(poured).toBeLessThan(20 * 1_048_576);
});

test("T43: without another deadline an attempt ends after fifteen seconds, to the millisecond", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  cleanups.push(() => vi.useRealTimers());
  const arrived = new AbortController();
  let ended = false;
  const port = await listen(createServer((incoming) => void incoming.resume().once("end", () => arrived.abort())));
  const outcome = safeRequest({
    url: `http://127.0.0.1:${port}/`,
    headers: {},
    body: Buffer.from("{}"),
    allowedTargets: new Set([`127.0.0.1:${port}`]),
    nowMs: NOW_MS,
  }).finally(() => (ended = true));
  await once(arrived.signal, "abort");
  await vi.advanceTimersByTimeAsync(14_999);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await outcome).toMatchObject({ kind: "failed", reason: "timeout" });
});

test("T43: bodies without an end do not fill the memory", async () => {
  const endless: RequestListener = (incoming, response) => {
    incoming.resume();
    giveAnswer({ kind: "huge", status: 200, bytes: Number.MAX_SAFE_INTEGER }, response);
  };
  const pour = () => Promise.all(Array.from({ length: 4 }, () => sendTo(endless)));
  await pour();
  const before = process.memoryUsage().rss;
  for (let round = 0; round < 25; round += 1) {
    for (const outcome of await pour()) expect(outcome).toMatchObject({ status: 200, truncated: true });
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1_048_576);
});

test("T43: a compressed answer is not unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(1_048_576));
  const outcome = await sendTo((incoming, response) => {
    incoming.resume();
    response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
  });
  expect(outcome).toMatchObject({ kind: "answered", status: 200, body: expect.stringContaining("\u001f\ufffd\b") });
});

test("an answer of 1 KiB is kept whole; a cut character and NUL do not survive", async () => {
  const reply = (body: Buffer) =>
    sendTo((incoming, response) => {
      incoming.resume();
      response.end(body);
    });
  expect(await reply(Buffer.alloc(1_024, "y"))).toMatchObject({ body: "y".repeat(1_024), truncated: false });
  expect(await reply(Buffer.from(`${"y".repeat(1_023)}€`))).toMatchObject({ body: "y".repeat(1_023), truncated: true });
  expect(await reply(Buffer.from([0x61, 0x00, 0xff]))).toMatchObject({ body: "a\ufffd\ufffd", truncated: false });
});

test("an answer that breaks off after its headers still counts", async () => {
  const outcome = await sendTo((incoming, response) => {
    incoming.resume();
    response.writeHead(200, { "content-length": "100" });
    response.write("half", () => incoming.socket.destroy());
  });
  expect(outcome).toMatchObject({ kind: "answered", status: 200, body: "half", truncated: true });
});

test("a connection that is reset before the answer", async () => {
  expect(await sendToReceiver({ kind: "reset" })).toMatchObject({ kind: "failed", reason: "reset" });
});

test("a receiver that is posted to once is not posted to again by itself", async () => {
  let posts = 0;
  await sendTo((incoming) => {
    posts += 1;
    incoming.socket.destroy();
  });
  expect(posts).toBe(1);
});

test("an answer that is not HTTP", async () => {
  const port = await listen(net.createServer((socket) => void socket.end("SSH-2.0-OpenSSH_9.6\r\n")));
  const outcome = await send({ url: `http://127.0.0.1:${port}/`, allowedTargets: new Set([`127.0.0.1:${port}`]) });
  expect(outcome).toMatchObject({ kind: "failed", reason: "invalid_response" });
});

test("headers larger than any honest ones", async () => {
  const headers = { padding: "x".repeat(100_000) };
  const outcome = await sendToReceiver({ kind: "status", status: 200, headers });
  expect(outcome).toMatchObject({ kind: "failed", reason: "invalid_response" });
});

test("nobody listens", async () => {
  const server = net.createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const outcome = await send({ url: `http://127.0.0.1:${port}/`, allowedTargets: new Set([`127.0.0.1:${port}`]) });
  expect(outcome).toMatchObject({ kind: "failed", reason: "connect" });
});

test("https to a port that speaks plain http", async () => {
  const port = await listen(createServer());
  const outcome = await send({ url: `https://127.0.0.1:${port}/`, allowedTargets: new Set([`127.0.0.1:${port}`]) });
  expect(outcome).toMatchObject({ kind: "failed", reason: "tls" });
});

test("a certificate that nobody vouches for", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const untrusted = new SMTPServer({ secure: true });
  untrusted.on("error", () => {});
  await once(untrusted.listen(0, "127.0.0.1"), "listening");
  cleanups.push(() => new Promise<void>((resolve) => untrusted.close(resolve)));
  const { port } = untrusted.server.address() as AddressInfo;
  const outcome = await send({ url: `https://127.0.0.1:${port}/`, allowedTargets: new Set([`127.0.0.1:${port}`]) });
  expect(outcome).toMatchObject({ kind: "failed", reason: "tls" });
});

test("a name that does not exist", async () => {
  expect(await send({ url: "https://hooks.creditor.nl/" })).toMatchObject({ kind: "failed", reason: "dns" });
  expect(await send({ url: "https://hooks.creditor.nl/", resolve: async () => [] })).toMatchObject({ reason: "dns" });
});

test("T44: a failure says its class and nothing about the network inside", async () => {
  const outcome = await send({ url: "https://hooks.creditor.nl/", resolve: async () => ["10.1.2.3"] });
  expect(Object.keys(outcome)).toEqual(["kind", "reason", "durationMs"]);
  expect(JSON.stringify(outcome)).not.toContain("10.1.2.3");
});
