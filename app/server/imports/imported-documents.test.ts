import { expect, test } from "vitest";
import { importedDocuments } from "./imported-documents.server.ts";

const FILE = new TextEncoder().encode("<Invoice/>");
const PDF = { filename: "F-1.pdf", mimeType: "application/pdf", bytes: new TextEncoder().encode("%PDF-") };
const HOURS = { filename: "uren.csv", mimeType: "text/csv", bytes: new TextEncoder().encode("dag;uren\nma;3") };
const TAKEN = { file: FILE, number: "F/1", text: "Rekeningnummer: F/1", kind: "invoice" as const };

test("the first PDF is the invoice, with its words; the others are attachments", () => {
  expect(importedDocuments({ ...TAKEN, documents: [HOURS, { ...PDF, description: "Factuur" }, PDF] })).toEqual([
    { kind: "invoice", ...PDF, text: "Rekeningnummer: F/1" },
    { kind: "attachment", ...HOURS, text: "dag: ma\nuren: 3" },
    { kind: "attachment", ...PDF, text: null },
  ]);
});

test("without a PDF the imported file is the invoice", () => {
  const [invoice, ...others] = importedDocuments({ ...TAKEN, documents: [HOURS] });
  expect(invoice).toEqual({
    ...{ kind: "invoice", filename: "1.xml", mimeType: "application/xml" },
    ...{ bytes: FILE, text: "Rekeningnummer: F/1" },
  });
  expect(others.map(({ filename }) => filename)).toEqual(["uren.csv"]);
});
