import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runWaitingImport } from "#app/server/imports/run-import.server.ts";
import type { ApiAnswer, ApiTest } from "./api.ts";
import { exampleClaim } from "./api.ts";

export const sample = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../samples/${name}`, import.meta.url)));

export const CSV_HEADER = "kenmerk;klantnummer;naam;factuurnummer;factuurdatum;vervaldatum;bedrag";

/** A table of claims `<name>-1` and on, each with an invoice and a debtor of its own. */
export function csvOf(name: string, count: number, first = 1): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return `${name}-${number};K-${name}-${number};J. de Vries;F-${name}-${number};30-04-2026;30-05-2026;120,00`;
  });
  return [CSV_HEADER, ...lines, ""].join("\r\n");
}

export function jsonLine(reference: string, changes: Record<string, unknown> = {}): string {
  const { debtor, invoices, ...claim } = exampleClaim({ reference });
  const own = { ...debtor, reference: `K-${reference}` };
  return JSON.stringify({ ...claim, debtor: own, invoices: invoices.map((invoice) => ({ ...invoice, number: `F-${reference}` })), ...changes }); // prettier-ignore
}

/** UBL of that number, and so of a claim of its own. */
export async function ublOf(number: string): Promise<string> {
  const text = (await sample("own/peppol-bis-3-consumer.xml")).toString("utf8");
  return text.replace(/<cbc:ID>[^<]+<\/cbc:ID>/, `<cbc:ID>${number}</cbc:ID>`);
}

export const MEDIA_TYPES = {
  csv: "text/csv",
  jsonl: "application/x-ndjson",
  zip: "application/zip",
  ubl: "application/xml",
} as const;

type Starting = { readonly query?: string; readonly key?: string; readonly headers?: Readonly<Record<string, string>> };

export function startedImport(
  api: ApiTest,
  format: keyof typeof MEDIA_TYPES,
  bytes: string | Uint8Array,
  { query = "", ...options }: Starting = {},
): Promise<ApiAnswer> {
  return api.call("POST", `/imports${query}`, { raw: { contentType: MEDIA_TYPES[format], bytes }, ...options });
}

/** Hands a file in, lets the worker do all that waits, and answers the import. */
export async function imported(
  api: ApiTest,
  format: keyof typeof MEDIA_TYPES,
  bytes: string | Uint8Array,
  options: Starting = {},
): Promise<ApiAnswer> {
  const started = await startedImport(api, format, bytes, options);
  if (started.status !== 202) throw new Error(started.text);
  await runAllImports(api);
  return api.call("GET", `/imports/${started.body.id}`, options.key ? { key: options.key } : {});
}

export async function runAllImports(api: ApiTest): Promise<void> {
  while ((await runWaitingImport(api.services)) > 0);
}
