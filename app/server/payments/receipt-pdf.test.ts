import { expect, test } from "vitest";
import { receiptPdf, type ReceiptInput } from "./receipt-pdf.server.ts";

const receipt: ReceiptInput = {
  language: "nl",
  createdAt: new Date("2026-11-22T10:00:00Z"),
  title: "Betaalbewijs",
  introduction: "Bakkerij Jansen heeft uw betaling ontvangen.",
  rows: [{ label: "Bedrag", value: "€ 187,50", strong: true }],
  allocation: {
    heading: "Waar uw betaling naartoe ging",
    columns: ["Onderdeel", "Bedrag"],
    rows: [
      ["Incassokosten", "€ 40,00"],
      ["Rekening 2026-0412", "€ 147,50"],
    ],
    total: ["Samen", "€ 187,50"],
  },
  closing: ["U hebt alles betaald."],
  creditor: { heading: "Wie heeft het geld ontvangen?", lines: ["Bakkerij Jansen", "Dorpsstraat 1"] },
  footer: "Gemaakt op 22 november 2026",
  pageLabel: (page, pages) => `Pagina ${page} van ${pages}`,
};

test("a receipt is one page, the same bytes each time", async () => {
  const pdf = await receiptPdf(receipt);
  expect(
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type \/Page\n/g),
  ).toHaveLength(1);
  expect(pdf).toEqual(await receiptPdf(receipt));
  expect(pdf).not.toEqual(await receiptPdf({ ...receipt, closing: ["U moet nog € 10,00 betalen."] }));
});
