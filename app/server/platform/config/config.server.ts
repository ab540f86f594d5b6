import path from "node:path";
import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import type { AddressRange } from "#app/server/platform/http/address-range.server.ts";
import type { MailSender } from "#app/server/platform/mail/mail-sender.server.ts";
import { parseStorageUrl, type StorageAddress } from "#app/server/platform/storage/storage-url.server.ts";
import { type ClamdAddress, parseClamdUrl } from "./clamd-address.server.ts";
import { addressRanges, isOrigin, keyRing, mailSender, targets } from "./setting-text.server.ts";

/** Every setting of a process, read once at start. */
export type Config = {
  readonly production: boolean;
  /** Public address without a path. Links, cookies and the origin check use it, never the Host header. */
  readonly baseUrl: URL;
  readonly port: number;
  readonly metricsPort: number | null;
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Null: the keys that stand in the data directory. */
  readonly appKeys: KeyRing | null;
  readonly mollieApiKey: string | null;
  readonly idealLabel: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: MailSender;
  /** Where text messages are sent by; null: they are captured, and in production there are none. */
  readonly smsUrl: URL | null;
  readonly storage: StorageAddress;
  /** The scanner that uploaded files go past; null: none. */
  readonly clamd: ClamdAddress | null;
  readonly trustedProxies: readonly AddressRange[];
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  readonly webhookAllowedTargets: ReadonlySet<string>;
  /** Where somebody goes who has to get away from these pages at once. */
  readonly quickExitUrl: URL;
  readonly clockStart: Date | null;
};

export type ConfigFault = { readonly name: string; readonly rule: string };

type Environment = Readonly<Record<string, string | undefined>>;

const httpUrl = z.url({ protocol: /^https?$/, error: "an http or https address" });
const port = z.coerce.number({ error: "a port number from 1 to 65535" }).int().min(1).max(65_535);
const list = z.string().transform((text) => text.split(",").map((item) => item.trim()).filter((item) => item !== "")); // prettier-ignore

const settings = {
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(ql)?:\/\/./.test(text) && URL.canParse(text), "a postgresql:// address"),
  DATA_DIR: z.string().min(1, "a directory"),
  BASE_URL: httpUrl.refine((text) => isOrigin(text), "an address without a path, query or user"),
  PORT: port,
  METRICS_PORT: port,
  APP_KEYS: z.string().transform(keyRing),
  MOLLIE_API_KEY: z.string().regex(/^(test|live)_\w{20,}$/, "a key of Mollie, test_… or live_…"),
  IDEAL_LABEL: z.string().min(1).max(40),
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:\/\/./.test(text) && URL.canParse(text), "an smtp:// or smtps:// address"),
  MAIL_FROM: z.string().transform(mailSender),
  SMS_URL: httpUrl,
  STORAGE_URL: z.string(),
  CLAMD_URL: z.string().refine((text) => parseClamdUrl(text) !== null, "tcp://host:port or unix:/path"),
  TRUSTED_PROXIES: list.transform(addressRanges),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
  WEBHOOK_ALLOWED_TARGETS: list.transform(targets),
  QUICK_EXIT_URL: z.url({ protocol: /^https$/, error: "an https address" }),
  CLOCK_START: z.iso.datetime({ offset: true, error: "an RFC 3339 time such as 2026-11-22T10:00:00Z" }),
};

/** Reads the environment. Answers every fault at once, each with the name of the variable and the rule it breaks. */
export function readConfig(env: Environment, cwd: string): Result<Config, readonly ConfigFault[]> {
  const production = env["NODE_ENV"] === "production";
  const faults: ConfigFault[] = [];

  function read<Name extends keyof typeof settings>(name: Name): z.output<(typeof settings)[Name]> | null {
    const text = env[name];
    if (text === undefined || text.trim() === "") return null;
    const parsed = settings[name].safeParse(text.trim());
    if (parsed.success) return parsed.data as z.output<(typeof settings)[Name]>;
    const [rule = "valid"] = parsed.error.issues.map((issue) => issue.message);
    faults.push({ name, rule: `must be ${rule}` });
    return null;
  }

  for (const name of production ? (["BASE_URL", "APP_KEYS", "SMTP_URL", "MAIL_FROM"] as const) : []) {
    if (!env[name]?.trim()) faults.push({ name, rule: "is required in production" });
  }
  const unsafe = [
    { name: "WEBHOOK_ALLOWED_TARGETS", switch: "ALLOW_UNSAFE_TARGETS" },
    { name: "CLOCK_START", switch: "ALLOW_TEST_CLOCK" },
  ];
  for (const setting of production ? unsafe : []) {
    if (!env[setting.name]?.trim() || env[setting.switch] === "1") continue;
    faults.push({ name: setting.name, rule: `is refused in production unless ${setting.switch}=1` });
  }

  const listenOn = read("PORT") ?? 3000;
  const dataDir = path.resolve(cwd, read("DATA_DIR") ?? ".data");
  const storage = storageIn(read("STORAGE_URL"), { dataDir, cwd, faults });
  const clockStart = read("CLOCK_START");
  const smsUrl = read("SMS_URL");
  const config: Config = {
    production,
    baseUrl: new URL(read("BASE_URL") ?? `http://localhost:${listenOn}`),
    port: listenOn,
    metricsPort: read("METRICS_PORT"),
    databaseUrl: read("DATABASE_URL"),
    dataDir,
    appKeys: read("APP_KEYS"),
    mollieApiKey: read("MOLLIE_API_KEY"),
    idealLabel: read("IDEAL_LABEL") ?? "iDEAL | Wero",
    smtpUrl: read("SMTP_URL"),
    mailFrom: read("MAIL_FROM") ?? { name: "Voldaan", address: "voldaan@localhost", domain: "localhost" },
    smsUrl: smsUrl === null ? null : new URL(smsUrl),
    storage,
    clamd: parseClamdUrl(read("CLAMD_URL") ?? ""),
    trustedProxies: read("TRUSTED_PROXIES") ?? [],
    logLevel: read("LOG_LEVEL") ?? "info",
    webhookAllowedTargets: read("WEBHOOK_ALLOWED_TARGETS") ?? new Set(),
    quickExitUrl: new URL(read("QUICK_EXIT_URL") ?? "https://www.weer.nl/"),
    clockStart: clockStart === null ? null : new Date(clockStart),
  };
  return faults.length === 0 ? ok(config) : err(faults);
}

/** Without an address, or with one that is a fault, the documents of this machine. */
function storageIn(
  url: string | null,
  { dataDir, cwd, faults }: { dataDir: string; cwd: string; faults: ConfigFault[] },
): StorageAddress {
  const own = { kind: "directory", directory: path.join(dataDir, "documents") } as const;
  if (url === null) return own;
  const parsed = parseStorageUrl(url, cwd);
  if (!parsed.ok) faults.push({ name: "STORAGE_URL", rule: parsed.error.message });
  return parsed.ok ? parsed.value : own;
}
