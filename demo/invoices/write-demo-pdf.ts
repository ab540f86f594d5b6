import PDFDocument from "pdfkit";
import type { DemoInvoice } from "./demo-invoice.ts";
import { writeDay, writeEuro, writeIban, writeNumber } from "./write-dutch.ts";

const LEFT = 56;
const RIGHT = 539;
const WIDTH = RIGHT - LEFT;
const INK = "#1c2430";
const SOFT = "#4a5363";
const RULE = "#ded9cf";
const COLUMNS = { name: LEFT, quantity: 318, price: 388, vat: 442, net: 474 } as const;
const UNITS = { C62: "", HUR: " uur", KGM: " kg" } as const;

type Page = InstanceType<typeof PDFDocument>;

/** The invoice as a creditor prints it: one page of A4, the same bytes for the same invoice. */
export function writeDemoPdf(invoice: DemoInvoice): Uint8Array {
  const title = `${titleOf(invoice)} ${invoice.number}`;
  const page = new PDFDocument({
    size: "A4",
    margin: 0,
    lang: "nl-NL",
    displayTitle: true,
    info: { Title: title, Author: invoice.creditor.name, CreationDate: new Date(`${invoice.issuedOn}T09:00:00Z`) },
  });
  writeLetterhead(page, invoice);
  writeAddressee(page, invoice);
  const afterLines = writeLines(page, invoice);
  const afterTotals = writeTotals(page, invoice, afterLines + 14);
  writeRequest(page, invoice, Math.max(afterTotals + 30, 600));
  writeFooter(page, invoice);
  page.end();
  return page.read() as Uint8Array;
}

const titleOf = (invoice: DemoInvoice): string => (invoice.creditedInvoice ? "Creditfactuur" : "Factuur");

function writeLetterhead(page: Page, { creditor }: DemoInvoice): void {
  page.rect(0, 0, 595.28, 10).fill(creditor.colour);
  page.roundedRect(LEFT, 44, 46, 46, 11).fill(creditor.colour);
  page.font("Helvetica-Bold").fontSize(19).fillColor("#ffffff");
  page.text(creditor.initials, LEFT, 59.5, { width: 46, align: "center" });
  page
    .fontSize(18)
    .fillColor(INK)
    .text(creditor.name, LEFT + 60, 57, { lineBreak: false });
  const details = [
    creditor.address.street,
    `${creditor.address.postalCode}  ${creditor.address.city}`,
    creditor.phone,
    creditor.email,
  ];
  page.font("Helvetica").fontSize(9).fillColor(SOFT);
  page.text(details.join("\n"), LEFT, 44, { width: WIDTH, align: "right", lineGap: 2.5 });
}

function writeAddressee(page: Page, invoice: DemoInvoice): void {
  const { debtor } = invoice;
  page.font("Helvetica").fontSize(11).fillColor(INK);
  page.text(
    [debtor.name, debtor.address.street, `${debtor.address.postalCode}  ${debtor.address.city}`].join("\n"),
    LEFT,
    142,
    {
      lineGap: 3,
    },
  );
  page.font("Helvetica-Bold").fontSize(26).text(titleOf(invoice), LEFT, 226, { lineBreak: false });
  page.font("Helvetica").fontSize(11).fillColor(SOFT).text(invoice.note, LEFT, 257, { width: 260 });

  const facts: [string, string][] = [
    [invoice.creditedInvoice ? "Nummer" : "Factuurnummer", invoice.number],
    [invoice.creditedInvoice ? "Datum" : "Factuurdatum", writeDay(invoice.issuedOn)],
    invoice.creditedInvoice
      ? ["Hoort bij factuur", invoice.creditedInvoice.number]
      : ["Betalen voor of op", writeDay(invoice.dueOn)],
    ["Klantnummer", debtor.reference],
  ];
  facts.forEach(([label, value], index) => {
    const y = 212 + index * 17;
    page.font("Helvetica").fontSize(9.5).fillColor(SOFT).text(label, 330, y, { lineBreak: false });
    page.font("Helvetica-Bold").fillColor(INK).text(value, LEFT, y, { width: WIDTH, align: "right" });
  });
}

function writeLines(page: Page, invoice: DemoInvoice): number {
  let y = 308;
  page.font("Helvetica-Bold").fontSize(9).fillColor(SOFT);
  writeRow(page, y, { name: "Omschrijving", quantity: "Aantal", price: "Prijs", vat: "Btw", net: "Bedrag" });
  y += 17;
  writeRule(page, y, 1.2, invoice.creditor.colour);
  for (const line of invoice.lines) {
    y += 10;
    page.font("Helvetica").fontSize(10).fillColor(INK);
    writeRow(page, y, {
      name: line.name,
      quantity: `${writeNumber(line.quantity).replace(/,00$/, "")}${UNITS[line.unit]}`,
      price: writeNumber(line.price),
      vat: line.vatPercent === 0 ? "vrij" : `${line.vatPercent}%`,
      net: writeEuro(line.net),
    });
    y += 19;
    writeRule(page, y, 0.6, RULE);
  }
  return y;
}

function writeRow(page: Page, y: number, row: Record<keyof typeof COLUMNS, string>): void {
  page.text(row.name, COLUMNS.name, y, { width: 258, height: 12, ellipsis: true });
  page.text(row.quantity, COLUMNS.quantity, y, { width: 58, align: "right" });
  page.text(row.price, COLUMNS.price - 8, y, { width: 50, align: "right" });
  page.text(row.vat, COLUMNS.vat - 4, y, { width: 32, align: "right" });
  page.text(row.net, COLUMNS.net, y, { width: RIGHT - COLUMNS.net, align: "right" });
}

function writeTotals(page: Page, invoice: DemoInvoice, from: number): number {
  let y = from;
  const row = (label: string, value: string) => {
    page.text(label, 318, y, { lineBreak: false }).text(value, COLUMNS.net - 40, y, {
      width: RIGHT - COLUMNS.net + 40,
      align: "right",
    });
    y += 17;
  };
  page.font("Helvetica").fontSize(10).fillColor(SOFT);
  row("Totaal zonder btw", writeEuro(invoice.net));
  for (const part of invoice.vat) {
    row(
      part.percent === 0 ? "Vrijgesteld van btw" : `${part.percent}% btw over ${writeEuro(part.base)}`,
      writeEuro(part.amount),
    );
  }
  page.roundedRect(306, y + 4, RIGHT - 306, 34, 8).fill(invoice.creditor.colour);
  page.font("Helvetica-Bold").fontSize(13).fillColor("#ffffff");
  page.text(invoice.creditedInvoice ? "Wij trekken af" : "Te betalen", 318, y + 15, { lineBreak: false });
  page.text(writeEuro(invoice.total), 318, y + 15, { width: RIGHT - 318 - 12, align: "right" });
  return y + 38;
}

function writeRequest(page: Page, invoice: DemoInvoice, y: number): void {
  const { creditor, creditedInvoice } = invoice;
  page.font("Helvetica").fontSize(10).fillColor(INK);
  if (creditedInvoice) {
    const text = `Dit bedrag gaat af van factuur ${creditedInvoice.number} van ${writeDay(creditedInvoice.issuedOn)}. U hoeft niets te doen.`;
    page.text(text, LEFT, y, { width: WIDTH, lineGap: 3 });
    return;
  }
  const text = `Wilt u ${writeEuro(invoice.total)} overmaken voor of op ${writeDay(invoice.dueOn)}, met het factuurnummer erbij?`;
  page.text(text, LEFT, y, { width: WIDTH, lineGap: 3 });
  const facts: [string, string][] = [
    ["Rekening", writeIban(creditor.iban)],
    ["Op naam van", creditor.name],
    ["Onder vermelding van", invoice.number],
  ];
  facts.forEach(([label, value], index) => {
    page
      .font("Helvetica")
      .fillColor(SOFT)
      .text(label, LEFT, y + 28 + index * 17, { lineBreak: false });
    page
      .font("Helvetica-Bold")
      .fillColor(INK)
      .text(value, LEFT + 130, y + 28 + index * 17, { lineBreak: false });
  });
  page.font("Helvetica").fillColor(SOFT);
  page.text("Lukt betalen niet op tijd, of klopt er iets niet? Bel of mail ons. Wij denken graag mee.", LEFT, y + 92, {
    width: WIDTH,
  });
}

function writeFooter(page: Page, { creditor }: DemoInvoice): void {
  writeRule(page, 784, 0.6, RULE);
  const text = `${creditor.name}  ·  KvK ${creditor.companyNumber}  ·  btw ${creditor.vatNumber}  ·  ${writeIban(creditor.iban)}`;
  page.font("Helvetica").fontSize(8.5).fillColor(SOFT).text(text, LEFT, 794, { width: WIDTH, align: "center" });
}

function writeRule(page: Page, y: number, width: number, colour: string): void {
  page.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(width).strokeColor(colour).stroke();
}
