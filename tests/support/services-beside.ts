import { openServices, type OpenServices } from "#app/server/open-services.server.ts";
import { readConfig } from "#app/server/platform/config/config.server.ts";
import type { TestApp } from "./server.ts";

/** What the verbs work with, on the database, files and keys of a running application. */
export async function openServicesBeside(app: TestApp): Promise<OpenServices> {
  const settings = {
    BASE_URL: app.baseUrl,
    DATA_DIR: app.dataDir,
    DATABASE_URL: app.database.url,
    MOLLIE_API_KEY: app.environment["MOLLIE_API_KEY"] ?? "",
    WEBHOOK_ALLOWED_TARGETS: new URL(app.receiver.url).host,
    LOG_LEVEL: "silent",
  };
  const config = readConfig(settings, process.cwd());
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const opened = await openServices(config.value, { process: "test", poolSize: 3, providerDeadlineMs: 5_000 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
