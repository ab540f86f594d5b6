import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { day, type LocalDate } from "#app/domain/calendar.ts";
import { DEMO_CASES } from "./demo-cases.ts";
import { makeDemoInvoice } from "./demo-invoice.ts";
import { writeDemoPdf } from "./write-demo-pdf.ts";
import { writeDemoUbl } from "./write-demo-ubl.ts";

/**
 * The UBL invoices of the demo, a credit note last, each with its PDF inside. Dates count back from `today`, so that the
 * demo never grows old; the same day gives the same invoices.
 */
export function makeDemoInvoices(input: {
  today: LocalDate;
}): { case: string; creditor: string; filename: string; xml: string }[] {
  return DEMO_CASES.map((demoCase) => {
    const invoice = makeDemoInvoice(demoCase, input.today);
    return {
      case: invoice.case,
      creditor: invoice.creditor.id,
      filename: `${invoice.number}.xml`,
      xml: writeDemoUbl(invoice, writeDemoPdf(invoice)),
    };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [today, folder] = process.argv.slice(2);
  if (!today || !folder) {
    console.error("Usage: tsx demo/invoices/make.ts 2026-11-22 FOLDER");
    process.exit(2);
  }
  mkdirSync(folder, { recursive: true });
  for (const { filename, xml } of makeDemoInvoices({ today: day(today) })) writeFileSync(join(folder, filename), xml);
}
