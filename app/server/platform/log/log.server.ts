import { pino, type Logger, type LoggerOptions } from "pino";

export type Log = Logger;

/**
 * Structured log on stdout. Callers pass ids, kinds, counts and durations, never names, addresses, links or bodies;
 * the redaction below is the second line for what slips through.
 */
export function openLog(options: { level: string; process: string }): Log {
  const settings: LoggerOptions = {
    level: options.level,
    base: { process: options.process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: sensitive.flatMap((field) => (field === "code" ? [field] : [field, `*.${field}`])),
      censor: "[redacted]",
    },
    serializers: { err: errorWithoutData },
  };
  return pino(settings, pino.destination({ ...TOGETHER, sync: false }));
}

/** A line for each request is written with its neighbours, at the latest after a tenth of a second and at the end. */
const TOGETHER = { minLength: 8_192, periodicFlush: 100 };

const sensitive = ["authorization", "cookie", "token", "code", "key", "secret", "password", "email", "phone", "name", "address", "iban", "url", "body"]; // prettier-ignore

/** Messages of database and mail errors quote the values they failed on; the kind and the place are enough. */
function errorWithoutData(error: unknown): { type: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    stack: frames.slice(0, 12).join("\n"),
  };
}
