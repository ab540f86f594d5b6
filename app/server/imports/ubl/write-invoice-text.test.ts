import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readUbl } from "./read-ubl.server.ts";

const SAMPLES = new URL("../../../../tests/samples/", import.meta.url);
const fileOf = (path: string) => readFileSync(new URL(path, SAMPLES), "utf8");

function textOf(xml: string): string {
  const reading = readUbl(new TextEncoder().encode(xml));
  if (reading.kind === "refused") throw new Error(reading.errors[0]?.message);
  return reading.text.replaceAll("\u00a0", " ");
}

test("an invoice to a consumer, from seller to what is left to pay", () => {
  expect(textOf(fileOf("own/peppol-bis-3-consumer.xml"))).toBe(`Rekeningnummer: 2026-0107
Datum: 2 maart 2026
Betalen uiterlijk op: 16 maart 2026

Van:
Fietsen van Loon
Stationsweg 9
1234 ST Ons Dorp
KvK-nummer: 90002490
Btw-nummer: NL800000043B01

Aan:
Noor Willems
Tulpstraat 14b
1234 tb Ons Dorp
Klantnummer: C-553

Opmerking:
Reparatie fiets

1. Reparatie achterwiel
Aantal: 1
Prijs: € 80,00
Bedrag zonder btw: € 80,00
Btw: 21%

Totaal zonder btw: € 80,00
Btw 21% over € 80,00: € 16,80
Totaal met btw: € 96,80
Al betaald: € 20,00
Te betalen: € 76,80`);
});

test("what was taken off and added, by line and in all, exempt VAT, rounding and terms", () => {
  const text = textOf(fileOf("ubl/SI-UBL-2.0_ok_full.xml"));
  expect(text).toContain(`Van:
The Sellercompany Incorporated
Handelsnaam: Salescompany ltd.
Main street
Suite 123
54321 Big city
DK
KvK-nummer: 12345678`);
  expect(text).toContain(`1. Labtop computer
Processor: Intel Core 2 Duo SU9400 LV (1.4GHz). RAM: 3MB. Screen 1440x900
Scratch on box
Aantal: 1
Prijs: € 1.273,00
Korting (Damage): € 12,00
Toeslag (Testing): € 10,00
Bedrag zonder btw: € 1.273,00
Btw: 20%`);
  expect(text).toContain(`Toeslag (Packing cost): € 100,00
Korting (Promotion discount): € 100,00
Totaal zonder btw: € 1.436,50
Btw 20% over € 1.460,50: € 292,10
Btw 10% over € 1,00: € 0,10
Btw 0% over € -25,00: € 0,00
Exempt New Means of Transport
Totaal met btw: € 1.728,70
Al betaald: € 1.000,00
Afronding: € 0,30
Te betalen: € 729,00

Over betalen:
Penalty percentage 10% from due date`);
});

test("a credit note says which invoice it belongs to", () => {
  const text = textOf(fileOf("own/peppol-bis-3-credit-note.xml"));
  expect(text).toMatch(/^Nummer creditnota: C2026-0009\nDatum: 2 maart 2026\nHoort bij rekening: 2026-0107\n/);
  expect(text).toMatch(/\nBedrag van deze creditnota: € 12,10$/);
});

test("a unit and a price for more than one are told in words", () => {
  const hours = fileOf("own/peppol-bis-3-consumer.xml")
    .replace('<cbc:InvoicedQuantity unitCode="C62">1<', '<cbc:InvoicedQuantity unitCode="HUR">1.50<')
    .replace(">80.00</cbc:PriceAmount>", '>80.125</cbc:PriceAmount><cbc:BaseQuantity unitCode="HUR">10</cbc:BaseQuantity>'); // prettier-ignore
  expect(textOf(hours)).toContain("Aantal: 1,5 uur\nPrijs: € 80,125 per 10 uur\n");
});

test("neither a citizen service number nor the buyer's VAT number is written", () => {
  const named = fileOf("own/peppol-bis-3-consumer.xml").replace(
    "<cbc:RegistrationName>Noor Willems</cbc:RegistrationName>",
    '<cbc:RegistrationName>Noor Willems</cbc:RegistrationName><cbc:CompanyID schemeID="NL:BSN">123456782</cbc:CompanyID>',
  );
  expect(textOf(named)).not.toContain("123456782");
  expect(textOf(fileOf("ubl/SI-UBL-2.0_ok_full.xml"))).not.toContain("BE54321");
});

test("markup in an invoice stays words", () => {
  const sly = fileOf("own/peppol-bis-3-consumer.xml").replace(">Reparatie achterwiel<", ">&lt;script&gt;alert(1)&lt;/script&gt;<"); // prettier-ignore
  expect(textOf(sly)).toContain("1. <script>alert(1)</script>\n");
});

test("of a very long invoice the first lines are told, and where the rest is", () => {
  const xml = fileOf("own/peppol-bis-3-consumer.xml");
  const line = /<cac:InvoiceLine>[^]*<\/cac:InvoiceLine>/.exec(xml)?.[0] ?? "";
  const text = textOf(xml.replace(line, line.repeat(1_000)));
  expect(text.length).toBeLessThan(50_100);
  expect(text).toMatch(/\n\nDe rest staat in het bestand\.$/);
});
