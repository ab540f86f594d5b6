import pg from "pg";
import type { Log } from "#app/server/platform/log/log.server.ts";
import type { Transaction } from "./client.server.ts";

/**
 * Announces on a channel that there is work, when the transaction commits; repeats in one transaction are told once. May
 * say for which id.
 */
export async function notify(tx: Transaction, channel: string, said = ""): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM (SELECT pg_notify(${channel}, ${said})) AS notified`;
}

export type Listening = { stop(): Promise<void> };

const RECONNECT_AFTER_MS = 1_000;
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * Calls `onNotice` at every announcement on the channel with what it said, and with nothing after each new connection,
 * as some may have been missed.
 * It has a connection of its own, made again whenever it breaks. Never throws: an announcement is a hint and no promise,
 * so whoever listens also looks for work by itself.
 */
export function listenTo(options: {
  readonly url: string;
  readonly channel: string;
  readonly log: Log;
  readonly onNotice: (said: string) => void;
}): Listening {
  const { url, channel, log, onNotice } = options;
  let stopped = false;
  let endPause = () => {};
  let disconnect = async () => {};

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, RECONNECT_AFTER_MS);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function listenUntilBroken(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    disconnect = () => client.end().catch(() => undefined);
    const broken = new Promise<void>((resolve) => {
      client.once("end", () => resolve());
      client.on("error", (err) => {
        log.warn({ err, channel }, "listening broke");
        resolve();
      });
    });
    client.on("notification", ({ payload }) => onNotice(payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      onNotice("");
      if (!stopped) await broken;
    } finally {
      await disconnect();
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await listenUntilBroken().catch((err: unknown) => log.warn({ err, channel }, "cannot listen, tries again"));
      if (!stopped) await pause();
    }
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      endPause();
      await disconnect();
      await running;
    },
  };
}
