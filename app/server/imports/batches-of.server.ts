import type { ImportItem, NumberedItem } from "./import-item.server.ts";

const MOST_ROWS = 250;
const MOST_INVOICES = 1_000;
const MOST_BYTES = 8_000_000;

/**
 * Rows by the batch that is taken in at once: at most 250 of them with 1,000 invoices and 8 MB of the file, or one row that
 * is more than that by itself. So what is in memory does not depend on how fat the rows are.
 */
export async function* batchesOf(rows: AsyncIterable<NumberedItem>): AsyncGenerator<readonly NumberedItem[]> {
  let batch: NumberedItem[] = [];
  let bytes = 0;
  let invoices = 0;
  for await (const row of rows) {
    const [ownBytes, ownInvoices] = [bytesOf(row.item), invoicesOf(row.item)];
    const isFull = batch.length === MOST_ROWS || bytes + ownBytes > MOST_BYTES || invoices + ownInvoices > MOST_INVOICES; // prettier-ignore
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
      invoices = 0;
    }
    batch.push(row);
    bytes += ownBytes;
    invoices += ownInvoices;
  }
  if (batch.length > 0) yield batch;
}

function bytesOf(item: ImportItem): number {
  switch (item.kind) {
    case "claim":
      return item.size;
    case "ubl":
      return item.bytes.length;
    case "refused":
      return 0;
  }
}

function invoicesOf(item: ImportItem): number {
  if (item.kind !== "claim") return item.kind === "ubl" ? 1 : 0;
  const { body } = item;
  const given = typeof body === "object" && body !== null && "invoices" in body ? body.invoices : null;
  return Array.isArray(given) ? given.length : 0;
}
