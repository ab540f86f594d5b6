import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

export type CommitCutter = Awaited<ReturnType<typeof startCommitCutter>>;

/**
 * Stands between the application and PostgreSQL. Once armed, it lets the next COMMIT through and cuts the connection before
 * its answer: the database has committed, and the application cannot know. `lose` cuts before the COMMIT arrives.
 */
export async function startCommitCutter(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let armed: "answer" | "commit" | null = null;
  let cuts = 0;
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    sockets.add(client).add(database);
    let silenced = false;
    client.on("data", (bytes) => {
      const commits = armed !== null && /\bcommit\b/i.test(bytes.toString("latin1"));
      if (!commits) return void database.write(bytes);
      cuts += 1;
      if (armed === "answer") {
        silenced = true;
        database.write(bytes);
      } else {
        database.destroy();
        client.destroy();
      }
      armed = null;
    });
    database.on("data", (bytes) => {
      if (!silenced) return void client.write(bytes);
      client.destroy();
      database.destroy();
    });
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on("close", () => other.destroy());
      one.on("error", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    /** What the next COMMIT loses: its answer, or itself. */
    arm: (what: "answer" | "commit") => (armed = what),
    cuts: () => cuts,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
