import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { basename, join, resolve } from "node:path";
import { canEnter, type PostgresAccount } from "./postgres-account.server.ts";

/**
 * What is remembered of an embedded database between starts. `cluster` is PostgreSQL's own data directory: `postgres`
 * inside the data directory or, when the database's account cannot come there, an absolute path outside it.
 */
export type PostgresSettings = { readonly cluster: string; readonly password: string; readonly port: number };

export function settingsFile(dataDir: string): string {
  return join(dataDir, "postgres.json");
}

/** The remembered settings, or new ones. Of processes that begin at the same moment one decides for all. */
export async function ensureSettings(dataDir: string, account: PostgresAccount | undefined): Promise<PostgresSettings> {
  const known = await readSettings(dataDir);
  if (known) return known;
  const cluster = (await canEnter(dataDir, account)) ? "postgres" : await outsideCluster(dataDir);
  const settings = { cluster, password: randomBytes(24).toString("base64url"), port: await freePort() };
  const draft = await writeDraft(dataDir, settings);
  try {
    await link(draft, settingsFile(dataDir));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft);
  }
  return ensureSettings(dataDir, account);
}

/** The settings with the cluster as an absolute path, or undefined when this data directory never had a database. */
export async function readSettings(dataDir: string): Promise<PostgresSettings | undefined> {
  try {
    const settings = JSON.parse(await readFile(settingsFile(dataDir), "utf8")) as PostgresSettings;
    return { ...settings, cluster: resolve(dataDir, settings.cluster) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

export async function rememberPort(dataDir: string, port: number): Promise<void> {
  const settings = JSON.parse(await readFile(settingsFile(dataDir), "utf8")) as PostgresSettings;
  await rename(await writeDraft(dataDir, { ...settings, port }), settingsFile(dataDir));
}

async function writeDraft(dataDir: string, settings: PostgresSettings): Promise<string> {
  const draft = `${settingsFile(dataDir)}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return draft;
}

/** A place that any account may pass through and that root alone may write in. */
export async function openPlace(): Promise<string> {
  for (const place of ["/var/lib/voldaan", "/opt/voldaan"]) {
    try {
      await mkdir(place, { recursive: true });
      await chmod(place, 0o755);
      return place;
    } catch {
      // Read-only there; the next one may not be.
    }
  }
  throw new Error("no place for the embedded database: neither /var/lib nor /opt can be written; set DATABASE_URL");
}

async function outsideCluster(dataDir: string): Promise<string> {
  return join(await openPlace(), `postgres-${basename(dataDir).replace(/^\.+/, "")}-${randomBytes(6).toString("hex")}`);
}

export async function freePort(preferred = 0): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred === 0 ? failed(error) : found(freePort())));
    probe.listen({ host: "127.0.0.1", port: preferred, exclusive: true }, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
