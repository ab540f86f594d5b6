import { expect, test } from "vitest";
import { readPaymentTerm } from "./read-payment-term.server.ts";

test.each([
  ["14 dagen netto", 14],
  ["30 days", 30],
  ["30 DAYS NET", 30],
  ["Betaling binnen 8 dagen", 8],
  ["Betaling binnen 8 dagen na factuurdatum onder vermelding van het factuurnummer.", 8],
  ["Binnen 14 dagen na de datum van de factuur", 14],
  ["Payment within 21 days from the invoice date", 21],
  ["Betalingstermijn: 30dgn", 30],
  ["Net 30", 30],
  ["netto 14.", 14],
  ["Binnen 14 dagen, dus 14 dagen netto", 14],
])("%s is %i days", (note, days) => {
  expect(readPaymentTerm(note)).toBe(days);
});

test.each([
  [""],
  ["Credit note"],
  ["Penalty percentage 10% from due date"],
  ["Binnen 8 dagen 2% korting, anders 30 dagen netto"],
  ["8 dagen of 30 dagen"],
  ["30 dagen na ontvangst van de goederen"],
  ["30 dagen einde maand"],
  ["30 days end of month"],
  ["Na 14 dagen rekenen wij rente"],
  ["In 3 termijnen van 30 dagen"],
  ["0 dagen"],
  ["999 dagen"],
  ["2.14 dagen"],
  ["14 dagdelen"],
  [`${"x ".repeat(2_000)}14 dagen`],
])("%s is left to a person", (note) => {
  expect(readPaymentTerm(note)).toBeNull();
});
