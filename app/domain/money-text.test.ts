import fc from "fast-check";
import { expect, test } from "vitest";
import { asCents, LARGEST_AMOUNT } from "./money.ts";
import { type AmountLanguage, formatEuro, parseEuro } from "./money-text.ts";

test.each([
  [0n, "€ 0,00", "€0.00"],
  [1n, "€ 0,01", "€0.01"],
  [123_456n, "€ 1.234,56", "€1,234.56"],
  [99_999_999_999n, "€ 999.999.999,99", "€999,999,999.99"],
  [-1250n, "€ -12,50", "-€12.50"],
])("%d cents is printed as %s and %s", (amount, dutch, english) => {
  expect(formatEuro(asCents(amount))).toBe(dutch.replace(" ", "\u00a0"));
  expect(formatEuro(asCents(amount), "en")).toBe(english);
});

test.each([
  ["12", 1200n],
  ["12,5", 1250n],
  ["12,50", 1250n],
  ["12.50", 1250n],
  ["12.5", 1250n],
  ["0,05", 5n],
  ["007", 700n],
  ["1.234,56", 123_456n],
  ["1,234.56", 123_456n],
  ["1 234,56", 123_456n],
  ["1.234.567", 123_456_700n],
  ["1234,56", 123_456n],
  ["€ 12,50", 1250n],
  ["€12,50", 1250n],
  ["€\u00a01.234,56", 123_456n],
  ["EUR 12,50", 1250n],
  ["12,50 euro", 1250n],
  ["12,50 €", 1250n],
  ["12,-", 1200n],
  ["€ 1.234,--", 123_400n],
  ["  12,50  ", 1250n],
  ["٤٠٫٥٠", 4050n],
  ["۱۲", 1200n],
  ["999999999,99", 99_999_999_999n],
])("%j is read as %d cents", (text, amount) => {
  expect(parseEuro(text)).toEqual({ ok: true, value: amount });
});

test.each([
  ["1.234", "ambiguous_amount"],
  ["1,234", "ambiguous_amount"],
  ["123.456", "ambiguous_amount"],
  ["12,345", "ambiguous_amount"],
  ["1234.567", "ambiguous_amount"],
  ["0,123", "too_many_decimals"],
  ["12,3456", "too_many_decimals"],
  ["1.234,567", "too_many_decimals"],
  ["1000000000", "amount_too_large"],
  ["999999999999999999999", "amount_too_large"],
  ["", "not_an_amount"],
  ["€", "not_an_amount"],
  ["twaalf", "not_an_amount"],
  ["-12", "not_an_amount"],
  ["+12", "not_an_amount"],
  ["1e3", "not_an_amount"],
  ["0x10", "not_an_amount"],
  ["12,5,0", "not_an_amount"],
  ["1.23,45", "not_an_amount"],
  ["1.2345,00", "not_an_amount"],
  [",50", "not_an_amount"],
  ["12,", "not_an_amount"],
  ["$ 12", "not_an_amount"],
  ["12 13", "not_an_amount"],
])("%j is refused: %s", (text, kind) => {
  expect(parseEuro(text)).toEqual({ ok: false, error: { kind } });
});

test.each([
  ["de", "0,01\u00a0€", "1.234,56\u00a0€", "-12,50\u00a0€"],
  ["fr", "0,01\u00a0€", "1\u202f234,56\u00a0€", "-12,50\u00a0€"],
  ["pl", "0,01\u00a0€", "1234,56\u00a0€", "-12,50\u00a0€"],
  ["tr", "€0,01", "€1.234,56", "-€12,50"],
  ["ar", "\u200f0.01\u00a0€", "\u200f1,234.56\u00a0€", "\u200f\u200e-12.50\u00a0€"],
  ["uk", "0,01\u00a0€", "1\u00a0234,56\u00a0€", "-12,50\u00a0€"],
] as const)("amounts in %s: %s, %s, %s", (language, ...written) => {
  expect([1n, 123_456n, -1250n].map((amount) => formatEuro(asCents(amount), language))).toEqual(written);
});

test("every language writes amounts as the CLDR has it, with the sign of the euro", () => {
  const locales = { nl: "nl-NL", en: "en-GB", de: "de-DE", fr: "fr-FR", pl: "pl-PL", tr: "tr-TR", ar: "ar-u-nu-latn", uk: "uk-UA" }; // prettier-ignore
  for (const [language, locale] of Object.entries(locales)) {
    const intl = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", currencyDisplay: "narrowSymbol" });
    for (const amount of [0n, 7n, -1n, 99_999n, 100_000n, -123_456n, 1_000_000n, 1_234_567n, 99_999_999_999n]) {
      expect(formatEuro(asCents(amount), language as AmountLanguage)).toBe(intl.format(Number(amount) / 100));
    }
  }
});

test("what is printed reads back, in every language", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: LARGEST_AMOUNT }).map(asCents),
      fc.constantFrom("nl", "en", "de", "fr", "pl", "tr", "ar", "uk"),
      (amount, language) => {
        expect(parseEuro(formatEuro(amount, language))).toEqual({ ok: true, value: amount });
      },
    ),
  );
});
