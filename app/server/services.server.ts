import type { FileConverter } from "./evidence/file-converter.server.ts";
import type { FileScanner } from "./evidence/file-scanner.server.ts";
import type { PaymentProviders } from "./payments/payment-providers.server.ts";
import type { Clock } from "./platform/clock/clock.server.ts";
import type { Config } from "./platform/config/config.server.ts";
import type { KeyRing } from "./platform/crypto/key-ring.server.ts";
import type { Database } from "./platform/database/client.server.ts";
import type { Log } from "./platform/log/log.server.ts";
import type { RateLimiter } from "./platform/rate-limit/rate-limit.server.ts";
import type { DocumentStorage } from "./platform/storage/document-storage.server.ts";

/** What the verbs of the server work with. Built once by each process; tests build their own. */
export type Services = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  /** For a connection of its own, such as the one that listens for notifications. */
  readonly databaseUrl: string;
  readonly keys: KeyRing;
  readonly storage: DocumentStorage;
  readonly converter: FileConverter;
  /** Null: files are not scanned. */
  readonly scanner: FileScanner | null;
  readonly providers: PaymentProviders;
  readonly limiter: RateLimiter;
};
