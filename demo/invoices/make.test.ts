import { isValidIBAN } from "ibantools";
import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { readUbl } from "#app/server/imports/ubl/read-ubl.server.ts";
import { makeDemoInvoices } from "./make.ts";

const invoices = makeDemoInvoices({ today: day("2026-11-22") });

test.each([
  ["open-claim", "BJ2026-0412", "Sanne de Vries", "consumer", "2026-10-15", "2026-10-29", "187.50"],
  ["several-claims", "DZ2026-20481", "Fatima El Amrani", "consumer", "2026-08-12", "2026-08-26", "287.28"],
  ["several-claims", "DZ2026-20617", "Fatima El Amrani", "consumer", "2026-09-12", "2026-09-26", "381.40"],
  ["several-claims", "DZ2026-20755", "Fatima El Amrani", "consumer", "2026-10-13", "2026-10-27", "312.36"],
  ["partly-paid", "BJ2026-0398", "Johan Smit", "consumer", "2026-09-28", "2026-10-12", "573.73"],
  ["paid", "DZ2026-20702", "Lotte Hendriks", "consumer", "2026-10-09", "2026-10-23", "246.00"],
  ["expired-link", "BJ2026-0275", "Daan Visser", "consumer", "2026-07-14", "2026-08-13", "76.30"],
  ["link-on-paper", "BJ2026-0377", "Willem van Dijk", "consumer", "2026-09-20", "2026-10-04", "59.68"],
  ["business-debtor", "BJ2026-0405", "Lunchroom De Hoek B.V.", "commercial", "2026-10-04", "2026-11-03", "923.67"],
  ["failed-payment", "DZ2026-20733", "Kim Jacobs", "consumer", "2026-10-18", "2026-11-01", "479.00"],
  ["proposal", "BJ2026-0381", "Mila Bakker", "consumer", "2026-10-05", "2026-10-19", "327.00"],
  ["running-arrangement", "BJ2026-0369", "Ahmed Yilmaz", "consumer", "2026-09-23", "2026-10-07", "239.80"],
  ["dispute", "BJ2026-0392", "Noor Willems", "consumer", "2026-10-13", "2026-10-27", "59.95"],
])("%s, %s is read back", (name, number, debtor, kind, issuedOn, dueOn, value) => {
  const made = invoices.find((invoice) => invoice.filename === `${number}.xml`);
  expect(made?.case).toBe(name);
  const reading = readUbl(new TextEncoder().encode(made?.xml));
  expect(reading).toMatchObject({
    kind: "invoice",
    claim: {
      reference: number,
      kind,
      debtor: { name: debtor },
      invoices: [{ number, issuedOn, dueOn, amount: { currency: "EUR", value } }],
    },
    documents: [{ filename: `${number}.pdf`, mimeType: "application/pdf", description: "Factuur" }],
    warnings: [],
  });
});

test("the credit note reduces one of the several claims", () => {
  const made = invoices.find((invoice) => invoice.case === "credit-note");
  expect(readUbl(new TextEncoder().encode(made?.xml))).toMatchObject({
    kind: "credit_note",
    creditNote: {
      number: "DZ2026-20790",
      issuedOn: "2026-11-02",
      amount: "53.08",
      creditsInvoice: "DZ2026-20617",
      reason: "Studiedag dubbel berekend",
    },
    debtor: { reference: "K-2041", name: "Fatima El Amrani" },
    supplier: { name: "Kinderopvang De Zonnebloem", companyNumber: "90001966" },
    documents: [{ filename: "DZ2026-20790.pdf" }],
    warnings: [],
  });
});

test.each([
  ["open-claim", "Bakkerij Jansen", "NL13TEST0123456789"],
  ["paid", "Kinderopvang De Zonnebloem", "NL05TEST0417164300"],
])("%s comes from %s, with an account that is valid", (name, supplier, iban) => {
  const made = invoices.find((invoice) => invoice.case === name);
  expect(readUbl(new TextEncoder().encode(made?.xml))).toMatchObject({ supplier: { name: supplier, ibans: [iban] } });
  expect(isValidIBAN(iban)).toBe(true);
});

test("the debtors can be reached as their case needs", () => {
  const contacts = invoices.map(({ case: name, xml }) => {
    const reading = readUbl(new TextEncoder().encode(xml));
    return reading.kind === "invoice" ? [name, reading.claim.debtor.email, reading.claim.debtor.phone] : [];
  });
  expect(contacts).toContainEqual(["open-claim", "sanne.devries@example.org", "+31612345670"]);
  expect(contacts).toContainEqual(["expired-link", "daan.visser@example.org", undefined]);
  expect(contacts).toContainEqual(["link-on-paper", undefined, undefined]);
});

test("the same day makes the same invoices, another day makes them as fresh", () => {
  expect(makeDemoInvoices({ today: day("2026-11-22") })).toEqual(invoices);
  const [later] = makeDemoInvoices({ today: day("2027-02-10") });
  expect(readUbl(new TextEncoder().encode(later?.xml))).toMatchObject({
    claim: { reference: "BJ2027-0412", invoices: [{ issuedOn: "2027-01-03", dueOn: "2027-01-17" }] },
  });
});

test("amounts add up in every document", () => {
  for (const { xml } of invoices) {
    const amounts = (name: string) =>
      [...xml.matchAll(new RegExp(`<cbc:${name} currencyID="EUR">(\\d+)\\.(\\d\\d)<`, "g"))].map(([, euro, cents]) =>
        Number(`${euro}${cents}`),
      );
    const sum = (values: number[]) => values.reduce((left, right) => left + right, 0);
    const [net, ...lines] = amounts("LineExtensionAmount");
    const [vat, ...parts] = amounts("TaxAmount");
    expect(sum(lines)).toBe(net);
    expect(sum(parts)).toBe(vat);
    expect(amounts("TaxExclusiveAmount")).toEqual([net]);
    expect(amounts("TaxInclusiveAmount")).toEqual([(net ?? 0) + (vat ?? 0)]);
    expect(amounts("PayableAmount")).toEqual([(net ?? 0) + (vat ?? 0)]);
    expect(sum(amounts("TaxableAmount"))).toBe(net);
  }
});
