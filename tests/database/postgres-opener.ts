import { openEmbeddedPostgres } from "#app/server/platform/database/embedded-postgres.server.ts";

// A process of its own that opens the embedded database, tells its parent, and stops when told to.

const postgres = await openEmbeddedPostgres({ dataDir: process.argv[2] ?? "", log: () => undefined });
process.once("message", async () => {
  await postgres.stop();
  process.disconnect();
});
process.send?.({ url: postgres.url, owned: postgres.owned });
