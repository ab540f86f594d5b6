import type { Services } from "#app/server/services.server.ts";
import type { ImportContext, RowOutcome } from "./import-outcome.server.ts";
import { takeInCreditNote } from "./take-in-credit-note.server.ts";
import { takeInInvoice } from "./take-in-invoice.server.ts";
import { readUbl } from "./ubl/read-ubl.server.ts";

/** Takes in one UBL file. Doing it again changes nothing. */
export async function takeInUbl(services: Services, bytes: Uint8Array, context: ImportContext): Promise<RowOutcome> {
  const reading = readUbl(bytes);
  switch (reading.kind) {
    case "invoice":
      return takeInInvoice(services, { ...reading, file: bytes }, context);
    case "credit_note":
      return takeInCreditNote(services, { ...reading, file: bytes }, context);
    case "refused": {
      const line = reading.errors[0]?.line ?? null;
      const { reference, errors } = reading;
      return { result: "failed", line, reference, claimId: null, errors, warnings: [] };
    }
  }
}
