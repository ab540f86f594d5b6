import { parseLocalDate } from "#app/domain/calendar.ts";
import { cutText } from "../cut-text.server.ts";
import type { Charge, InvoiceContent, Line, Party, Period, VatPart } from "./read-invoice-content.server.ts";
import { writeDecimal, writeEuro } from "./write-decimal.server.ts";

const days = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" });

/** The units of UN/ECE Recommendation 20 that people are billed in. What is counted by the piece has no word. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ["ANN", "jaar"],
  ["DAY", "dag"],
  ["GRM", "gram"],
  ["HUR", "uur"],
  ["KGM", "kilo"],
  ["KMT", "kilometer"],
  ["KWH", "kWh"],
  ["LTR", "liter"],
  ["MIN", "minuut"],
  ["MON", "maand"],
  ["MTK", "m²"],
  ["MTQ", "m³"],
  ["MTR", "meter"],
  ["WEE", "week"],
]);

/**
 * An invoice or credit note as text to read, in Dutch: short lines under each other, an empty line between parts, no
 * columns. It says what the document says; nothing is worked out or rounded.
 */
export function writeInvoiceText(content: InvoiceContent): string {
  const { lines, seller, buyer, note, paymentTerms } = content;
  const blocks = [
    writeHead(content),
    seller === undefined ? [] : ["Van:", ...writeParty(seller)],
    buyer === undefined ? [] : ["Aan:", ...writeParty(buyer)],
    note === undefined ? [] : ["Opmerking:", note],
    ...lines.map(writeLine),
    writeTotals(content),
    paymentTerms === undefined ? [] : ["Over betalen:", paymentTerms],
  ];
  const written = blocks.map((block) => block.join("\n")).filter((block) => block !== "");
  return cutText(written.join("\n\n"));
}

function writeHead({ kind, number, issuedOn, dueOn, credits, order, period }: InvoiceContent): string[] {
  return [
    `${kind === "invoice" ? "Rekeningnummer" : "Nummer creditnota"}: ${number}`,
    ...labelled("Datum", issuedOn && writeDay(issuedOn)),
    ...labelled("Betalen uiterlijk op", dueOn && writeDay(dueOn)),
    ...labelled("Hoort bij rekening", credits),
    ...labelled("Bestelling", order),
    ...labelled("Periode", period && writePeriod(period)),
  ];
}

function writeParty(party: Party): string[] {
  const { name, tradeName, addressLines, customerNumber, companyNumber, vatNumber, phone, email } = party;
  return [
    ...(name === undefined ? [] : [name]),
    ...labelled("Handelsnaam", tradeName),
    ...addressLines,
    ...labelled("Klantnummer", customerNumber),
    ...labelled("KvK-nummer", companyNumber),
    ...labelled("Btw-nummer", vatNumber),
    ...labelled("Telefoon", phone),
    ...labelled("E-mail", email),
  ];
}

function writeLine(line: Line, index: number): string[] {
  const { name, description, note, period, quantity, price, priceFor, unit, charges, net, vatPercent } = line;
  const measure = UNITS.get(unit ?? "");
  const priceOf = (priceFor === undefined ? "" : writeDecimal(priceFor, 0)).replace(/^1$/, "");
  const per = [priceOf, measure].filter(Boolean).join(" ");
  return [
    `${index + 1}. ${name ?? "Zonder naam"}`,
    ...(description === undefined ? [] : [description]),
    ...(note === undefined ? [] : [note]),
    ...labelled("Periode", period && writePeriod(period)),
    ...labelled("Aantal", quantity && [writeDecimal(quantity, 0), measure].filter(Boolean).join(" ")),
    ...labelled("Prijs", price && `${writeEuro(price)}${per === "" ? "" : ` per ${per}`}`),
    ...charges.map(writeCharge),
    ...labelled("Bedrag zonder btw", net && writeEuro(net)),
    ...labelled("Btw", vatPercent && `${writeDecimal(vatPercent, 0)}%`),
  ];
}

function writeTotals({ kind, charges, vat, totals }: InvoiceContent): string[] {
  const { withoutVat, withVat, prepaid, rounding, payable } = totals;
  return [
    ...charges.map(writeCharge),
    ...labelled("Totaal zonder btw", withoutVat && writeEuro(withoutVat)),
    ...vat.flatMap(writeVat),
    ...labelled("Totaal met btw", withVat && writeEuro(withVat)),
    ...labelled("Al betaald", prepaid && isNotZero(prepaid) ? writeEuro(prepaid) : undefined),
    ...labelled("Afronding", rounding && isNotZero(rounding) ? writeEuro(rounding) : undefined),
    ...labelled(kind === "invoice" ? "Te betalen" : "Bedrag van deze creditnota", payable && writeEuro(payable)),
  ];
}

function writeCharge({ adds, reason, amount }: Charge): string {
  const what = adds ? "Toeslag" : "Korting";
  return `${what}${reason === undefined ? "" : ` (${reason})`}: ${writeEuro(amount ?? "")}`;
}

function writeVat({ percent, base, amount, exemption }: VatPart): string[] {
  const rate = percent === undefined ? "" : ` ${writeDecimal(percent, 0)}%`;
  const over = base === undefined ? "" : ` over ${writeEuro(base)}`;
  return [...labelled(`Btw${rate}${over}`, amount && writeEuro(amount)), ...(exemption === undefined ? [] : [exemption])]; // prettier-ignore
}

function labelled(label: string, value: string | undefined): string[] {
  return value === undefined || value === "" ? [] : [`${label}: ${value}`];
}

function writePeriod({ from, until }: Period): string {
  return [from && `vanaf ${writeDay(from)}`, until && `tot en met ${writeDay(until)}`].filter(Boolean).join(" ");
}

/** A day in words; what is no day stays as it was. */
function writeDay(text: string): string {
  const parsed = parseLocalDate(text.replace(/(?:Z|[+-]\d{2}:\d{2})$/, ""));
  return parsed.ok ? days.format(new Date(`${parsed.value}T00:00:00Z`)) : text;
}

function isNotZero(decimal: string): boolean {
  return /[1-9]/.test(decimal);
}
