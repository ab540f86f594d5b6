import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "#app/server/platform/log/log.server.ts";
import type { Transaction } from "./client.server.ts";

/** What other processes announce through PostgreSQL. A hint that there may be work, never the work itself. */
export type Notifications = {
  /**
   * Calls the listener at every announcement on the channel with what was said, and with nothing after each new
   * connection, as some may have been missed.
   */
  subscribe(channel: string, listener: (said: string) => void): () => void;
  close(): Promise<void>;
};

const RECONNECT_AFTER_MS = 1_000;
const CONNECT_TIMEOUT_MS = 3_000;

/** Announces when the transaction commits; repeats within one transaction are told once. Says ids at most. */
export async function notify(tx: Transaction, channel: string, said = ""): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM (SELECT pg_notify(${channel}, ${said})) AS notified`;
}

/** Listens on a connection of its own, which is made again whenever it breaks. Never throws: pollers make up for it. */
export function openNotifications(options: {
  readonly url: string;
  readonly channels: readonly string[];
  readonly log: Log;
}): Notifications {
  const listeners = new Map(options.channels.map((channel) => [channel, new Set<(said: string) => void>()]));
  const closing = new AbortController();

  function tell(channel: string, said: string): void {
    for (const listener of listeners.get(channel) ?? []) listener(said);
  }

  async function keepListening(): Promise<void> {
    while (!closing.signal.aborted) {
      await listenUntilBroken().catch((err: unknown) => options.log.warn({ err }, "listening for notifications broke"));
      await sleep(RECONNECT_AFTER_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function listenUntilBroken(): Promise<void> {
    const client = new pg.Client({
      connectionString: options.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    const ended = new Promise<void>((resolve, reject) => {
      client.once("error", reject);
      client.once("end", resolve);
      closing.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    ended.catch(() => undefined);
    client.on("notification", ({ channel, payload }) => tell(channel, payload ?? ""));
    try {
      await client.connect();
      for (const channel of options.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      for (const channel of options.channels) tell(channel, "");
      await ended;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  const listening = keepListening();
  return {
    subscribe(channel, listener) {
      const known = listeners.get(channel);
      if (!known) throw new RangeError(`nobody listens on the channel ${channel}`);
      known.add(listener);
      return () => known.delete(listener);
    },
    async close() {
      closing.abort();
      await listening;
    },
  };
}
