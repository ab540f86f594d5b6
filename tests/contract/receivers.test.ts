import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { sendTestEvent } from "#app/server/webhooks/send-test-event.server.ts";
import { openScenario } from "../database/webhooks/scenario.ts";

/** The receivers in the documentation, each as a process of its own, told by HTTP what the published vectors say. */

type Vector = {
  readonly name: string;
  readonly secret: string;
  readonly id: string | null;
  readonly timestamp: string | number | null;
  readonly body: string;
};

type Vectors = {
  readonly hmac_sha256: readonly (Vector & { expected_signature: string })[];
  readonly negative: readonly (Vector & { webhook_signature: string | null; expect?: "valid" })[];
  readonly rotation: readonly (Omit<Vector, "secret"> & {
    webhook_signature: string;
    must_verify_with: readonly string[];
    must_not_verify_with?: readonly string[];
  })[];
  readonly timestamp_rules: readonly { age_seconds: number; accept: boolean }[];
};

type Case = {
  readonly name: string;
  readonly secret: string;
  readonly now: number;
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly body: string;
  readonly answer: 204 | 400;
};

type Program = {
  readonly name: string;
  readonly isHere: boolean;
  readonly saysListening: RegExp;
  /** With a clock that stands still at that second; null: the real one. */
  command(start: { now: number | null; port: number; scratch: string }): [string, ...string[]];
};

const DIRECTORY = fileURLToPath(new URL("../../docs/integrators/receivers/", import.meta.url));
const VECTORS = JSON.parse(readFileSync(new URL("../vectors/webhooks.json", import.meta.url), "utf8")) as Vectors;

/** Near which most vectors are signed. */
const NOW = 1_793_737_570;
const SECRET = "whsec_Hi7SI0nDBKMlklmh4hAdTFfWNVHs4pROer+qO+inuLk=";

/** Types taken away once, as `npx tsx` does at every start. */
const NODE_SOURCE = transformSync(readFileSync(path.join(DIRECTORY, "receiver.ts"), "utf8"), { loader: "ts" }).code;
/** Itself, where `python3` is a shim that looks for it each time. */
const PYTHON_PATH = spawnSync("python3", ["-c", "import sys; print(sys.executable)"], {
  encoding: "utf8",
}).stdout?.trim();

const NODE: Program = {
  name: "receiver.ts",
  isHere: true,
  saysListening: /Listening on port/,
  command({ now, scratch }) {
    const file = path.join(scratch, "receiver.mjs");
    writeFileSync(file, NODE_SOURCE);
    const clock = now === null ? [] : ["--import", `data:text/javascript,Date.now = () => ${now * 1000}`];
    return [process.execPath, ...clock, file];
  },
};

const PYTHON: Program = {
  name: "receiver.py",
  isHere: Boolean(PYTHON_PATH),
  saysListening: /Listening on port/,
  command({ now }) {
    const file = path.join(DIRECTORY, "receiver.py");
    if (now === null) return [PYTHON_PATH, file];
    const withClock = `import runpy, time; time.time = lambda: ${now}; runpy.run_path(${JSON.stringify(file)}, run_name="__main__")`;
    return [PYTHON_PATH, "-c", withClock];
  },
};

const PHP: Program = {
  name: "receiver.php",
  isHere: spawnSync("php", ["--version"], { stdio: "ignore" }).status === 0,
  saysListening: /Development Server .* started/,
  command({ now, port, scratch }) {
    const file = path.join(DIRECTORY, "receiver.php");
    if (now === null) return ["php", "-S", `127.0.0.1:${port}`, file];
    const withClock = path.join(scratch, "with-clock.php");
    writeFileSync(withClock, `<?php $_SERVER["REQUEST_TIME"] = ${now}; require ${JSON.stringify(file)};`);
    return ["php", "-S", `127.0.0.1:${port}`, withClock];
  },
};

/** From its own folder, where it finds the library. */
const LIBRARY: Program = {
  name: "receiver-standardwebhooks.ts",
  isHere: true,
  saysListening: /Listening on port/,
  command: () => [process.execPath, "--import", "tsx", path.join(DIRECTORY, "receiver-standardwebhooks.ts")],
};

for (const program of [NODE, PYTHON, PHP]) {
  test.runIf(program.isHere)(`${program.name} takes what is genuine and refuses the rest`, async () => {
    const groups = grouped(vectorCases());
    const found = await Promise.all(
      groups.map(async ({ secret, now, cases }) => {
        const answers: string[] = [];
        await withReceiver(program, { secret, now }, async ({ url }) => {
          for (const one of cases) answers.push(`${one.name}: ${await send(url, one)}`);
        });
        return answers;
      }),
    );
    const expected = groups.map(({ cases }) => cases.map(({ name, answer }) => `${name}: ${answer}`));
    expect(found).toEqual(expected);
  });

  test.runIf(program.isHere)(`${program.name} stores an event once, byte for byte`, async () => {
    const event = signed({ id: "evt_twice", age: 0, body: '{"type":"payment.paid","note":"café €"}' });
    await withReceiver(program, { secret: SECRET, now: NOW }, async ({ url, inbox }) => {
      const answers = await Promise.all([send(url, event), send(url, event), send(url, event)]);
      const again = await send(url, signed({ id: "evt_twice", age: -5, body: event.body }));
      expect([...answers, again]).toEqual([204, 204, 204, 204]);
      expect(readdirSync(inbox)).toEqual(["evt_twice.json"]);
      expect(readFileSync(path.join(inbox, "evt_twice.json"), "utf8")).toBe(event.body);
    });
  });

  test.runIf(program.isHere)(`${program.name} goes by the real time and takes no other method`, async () => {
    const now = Math.floor(Date.now() / 1000);
    const fresh = signed({ id: "evt_fresh", age: NOW - now, body: "{}" });
    const old = signed({ id: "evt_old", age: NOW - now + 600, body: "{}" });
    await withReceiver(program, { secret: SECRET, now: null }, async ({ url, inbox }) => {
      const got = await fetch(url);
      expect([await send(url, fresh), await send(url, old), got.ok]).toEqual([204, 400, false]);
      expect(readdirSync(inbox)).toEqual(["evt_fresh.json"]);
    });
  });
}

for (const [program, signature] of [
  [NODE, "v1"],
  [PYTHON, "v1"],
  [PHP, "v1"],
  [LIBRARY, "v1"],
  [LIBRARY, "v1a"],
] as const) {
  test.runIf(program.isHere)(
    `${program.name} takes what the portal sends with ${signature}, and nothing else`,
    async () => {
      const port = await freePort();
      const scenario = await openScenario({ allowed: [`127.0.0.1:${port}`] });
      try {
        const { services, creditorId } = scenario;
        const url = `http://127.0.0.1:${port}/`;
        const { id, secret } = await scenario.addEndpoint({ url, signature });
        const stranger = await scenario.addEndpoint({ url, signature });
        await withReceiver(program, { secret, now: null, port }, async ({ inbox }) => {
          const sent = await sendTestEvent(services, { creditorId, endpointId: id });
          const forged = await sendTestEvent(services, { creditorId, endpointId: stranger.id });
          if (!sent.ok || !forged.ok) throw new Error("no test event");
          expect((await scenario.work()).sort()).toEqual(["delivered", "retrying"]);
          expect(readdirSync(inbox)).toEqual([`${sent.value.eventId}.json`]);
          const stored = await services.database.prisma.event.findUniqueOrThrow({ where: { id: sent.value.eventId } });
          expect(readFileSync(path.join(inbox, `${stored.id}.json`), "utf8")).toBe(stored.body);
          const { statusCode } = await services.database.prisma.deliveryAttempt.findFirstOrThrow({
            where: { endpointId: stranger.id },
          });
          expect(statusCode).toBe(400);
        });
      } finally {
        await scenario.close();
      }
    },
  );
}

test(`${LIBRARY.name} stores an event once, byte for byte, and refuses one that is old or changed`, async () => {
  const now = Math.floor(Date.now() / 1000);
  const event = signed({ id: "evt_twice", age: NOW - now, body: '{"type":"payment.paid","note":"café €"}' });
  const old = signed({ id: "evt_old", age: NOW - now + 600, body: "{}" });
  await withReceiver(LIBRARY, { secret: SECRET, now: null }, async ({ url, inbox }) => {
    const changed = { ...event, id: "evt_changed" };
    const answers = [await send(url, event), await send(url, event), await send(url, old), await send(url, changed)];
    const unsigned = await send(url, { ...event, signature: null });
    expect([...answers, unsigned]).toEqual([204, 204, 400, 400, 400]);
    expect(readdirSync(inbox)).toEqual(["evt_twice.json"]);
    expect(readFileSync(path.join(inbox, "evt_twice.json"), "utf8")).toBe(event.body);
  });
});

function vectorCases(): Case[] {
  return [
    ...VECTORS.hmac_sha256.map((vector): Case => {
      const { name, secret, id, timestamp, body, expected_signature: signature } = vector;
      return { name, secret, now: Number(timestamp), id, timestamp: String(timestamp), signature, body, answer: 204 };
    }),
    ...VECTORS.negative.map((vector): Case => {
      const { name, secret, id, timestamp, body, webhook_signature: signature } = vector;
      const answer = vector.expect === "valid" ? 204 : 400;
      return {
        name,
        secret,
        now: NOW,
        id,
        timestamp: timestamp === null ? null : String(timestamp),
        signature,
        body,
        answer,
      };
    }),
    ...VECTORS.rotation.flatMap((vector): Case[] => {
      const { name, id, timestamp, body, webhook_signature: signature } = vector;
      const keys = vector.must_verify_with.filter((key) => key.startsWith("whsec_"));
      const tried = [
        ...keys.map((secret) => ({ secret, answer: 204 as const })),
        ...(vector.must_not_verify_with ?? []).map((secret) => ({ secret, answer: 400 as const })),
      ];
      return tried.map(({ secret, answer }) => ({
        name,
        secret,
        now: NOW,
        id,
        timestamp: String(timestamp),
        signature,
        body,
        answer,
      }));
    }),
    ...VECTORS.timestamp_rules.map(({ age_seconds: age, accept }): Case => ({
      ...signed({ id: `evt_age_${age}`, age, body: "{}" }),
      name: `${age} seconds old`,
      answer: accept ? 204 : 400,
    })),
  ];
}

/** Signed by hand, so that nothing of the application vouches for itself. */
function signed({ id, age, body }: { id: string; age: number; body: string }): Case {
  const timestamp = String(NOW - age);
  const key = Buffer.from(SECRET.slice("whsec_".length), "base64");
  const hmac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { name: id, secret: SECRET, now: NOW, id, timestamp, signature: `v1,${hmac}`, body, answer: 204 };
}

function grouped(cases: readonly Case[]): { secret: string; now: number; cases: Case[] }[] {
  const groups = new Map<string, { secret: string; now: number; cases: Case[] }>();
  for (const one of cases) {
    const key = `${one.secret} ${one.now}`;
    const group = groups.get(key);
    if (group) group.cases.push(one);
    else groups.set(key, { secret: one.secret, now: one.now, cases: [one] });
  }
  return [...groups.values()];
}

async function send(url: string, { id, timestamp, signature, body }: Case): Promise<number> {
  const headers = Object.entries({ "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature });
  const present = headers.filter((header): header is [string, string] => header[1] !== null);
  const answer = await fetch(url, { method: "POST", headers: { ...Object.fromEntries(present), "content-type": "application/json" }, body }); // prettier-ignore
  return answer.status;
}

async function withReceiver(
  program: Program,
  { secret, now, port: given }: { secret: string; now: number | null; port?: number },
  use: (receiver: { url: string; inbox: string }) => Promise<void>,
): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), "voldaan-receiver-"));
  const inbox = path.join(scratch, "inbox");
  mkdirSync(inbox);
  const port = given ?? (await freePort());
  const [command, ...args] = program.command({ now, port, scratch });
  const env = { ...process.env, WEBHOOK_SECRET: secret, WEBHOOK_INBOX: inbox, PORT: String(port) };
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    await untilListening(child, program.saysListening);
    await use({ url: `http://127.0.0.1:${port}/`, inbox });
  } finally {
    child.kill();
    await ended;
    rmSync(scratch, { recursive: true });
  }
}

/** Until it says so; an error, with what it did say, when it ends before. */
async function untilListening(child: ChildProcessByStdio<null, Readable, Readable>, says: RegExp): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: string) => {
      said += chunk;
      if (says.test(said)) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the receiver ended with ${code}:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
