import { fileURLToPath } from "node:url";
import { openEmbeddedPostgres } from "#app/server/platform/database/embedded-postgres.server.ts";
import { prepareTemplate } from "./database.ts";

const DATA_DIR = fileURLToPath(new URL("../../.cache/postgres", import.meta.url));

/** One server for the whole run; the test processes find it in TEST_DATABASE_URL, which may also name another server. */
export async function setup(): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    await prepareTemplate(given, { dropLeftovers: false });
    return async () => undefined;
  }
  const postgres = await openEmbeddedPostgres({ dataDir: DATA_DIR, log: () => undefined, durable: false });
  await prepareTemplate(postgres.url, { dropLeftovers: postgres.owned });
  process.env["TEST_DATABASE_URL"] = postgres.url;
  return async () => {
    delete process.env["TEST_DATABASE_URL"];
    await postgres.stop();
  };
}
