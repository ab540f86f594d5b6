import { stringify } from "csv-stringify/sync";
import type { Services } from "#app/server/services.server.ts";
import { readBulkLinks } from "./bulk-links.server.ts";

const COLUMNS = ["reference", "url", "code", "codeUrl", "checkWords", "expiresAt"] as const;

/**
 * The links of a batch as comma-separated values with a first row of names, in parts. A value that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export async function* bulkLinksCsv(
  services: Services,
  batch: { creditorId: string; batchId: string },
): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")}\n`;
  for await (const links of readBulkLinks(services, batch)) {
    const rows = links.map((link) => ({
      ...link,
      checkWords: link.checkWords.join(" "),
      expiresAt: link.expiresAt.toISOString(),
    }));
    yield stringify(rows, { columns: [...COLUMNS], escape_formulas: true });
  }
}
