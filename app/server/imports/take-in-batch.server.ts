import type { Services } from "#app/server/services.server.ts";
import type { LeasedImport } from "./import-lease.server.ts";
import type { NumberedItem } from "./import-item.server.ts";
import { type PreparedClaim, type PreparedRefusal, prepareRow } from "./prepare-row.server.ts";
import { takeInClaims } from "./take-in-claims.server.ts";
import { takeInCreditNote } from "./take-in-credit-note.server.ts";

export type ImportBatch = {
  readonly leased: LeasedImport;
  readonly processed: number;
  readonly items: readonly NumberedItem[];
  /** Rows that were written down before a crash. */
  readonly written: ReadonlySet<number>;
};

/** Takes rows in, in their order: claims together, and a credit note by itself, after the invoice it may be for. */
export async function takeInBatch(
  services: Services,
  { leased, items, written, ...batch }: ImportBatch,
): Promise<number> {
  let { processed } = batch;
  let claims: (PreparedClaim | PreparedRefusal)[] = [];
  const takeIn = async () => {
    if (claims.length > 0) processed = await takeInClaims(services, { leased, processed, rows: claims, written });
    claims = [];
  };
  for (const item of items) {
    const row = prepareRow(item);
    if (row.kind !== "credit_note") {
      claims.push(row);
      continue;
    }
    await takeIn();
    processed = await takeInCreditNote(services, { leased, processed, note: row, written: written.has(row.row) });
  }
  await takeIn();
  return processed;
}
