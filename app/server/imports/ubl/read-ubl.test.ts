import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readUbl } from "./read-ubl.server.ts";

const SAMPLES = new URL("../../../../tests/samples/", import.meta.url);

const sample = (path: string) => new Uint8Array(readFileSync(new URL(path, SAMPLES)));
const edited = (path: string, from: string | RegExp, to: string) => {
  const text = Buffer.from(sample(path)).toString("utf8");
  expect(text).toMatch(from);
  return new TextEncoder().encode(text.replace(from, to));
};

const RECEIVER_WITHOUT_REFERENCE = {
  type: "company",
  name: "Ontvanger",
  address: { street: "Teststraat", houseNumber: "123", postalCode: "1111AA", city: "Grotestad", country: "NL" },
  companyNumber: "11111111",
};
const RECEIVER = { reference: "10202", ...RECEIVER_WITHOUT_REFERENCE };
const SIMPLER = {
  name: "SimplerInvoicing",
  companyNumber: "SITEST00000",
  vatNumber: "NL111111111B01",
  ibans: ["NL11BANK1111111111", "NL11BANK1111111112"],
};
const NOOR = {
  reference: "C-553",
  type: "person",
  name: "Noor Willems",
  email: "noor.willems@example.org",
  phone: "+31612345679",
  address: { street: "Tulpstraat", houseNumber: "14b", postalCode: "1234TB", city: "Ons Dorp", country: "NL" },
};
const VAN_LOON = {
  name: "Fietsen van Loon",
  companyNumber: "90002490",
  vatNumber: "NL800000043B01",
  ibans: ["NL13TEST0123456789"],
};
const RULES = { interest: { type: "statutory" }, collectionCosts: { type: "statutory" }, metadata: {} };
const EMBEDDED = "cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject";
const LINKED = "cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference/cbc:URI";
const TELEPHONE = "cac:AccountingCustomerParty/cac:Party/cac:Contact/cbc:Telephone";
const PAYABLE = "cac:LegalMonetaryTotal/cbc:PayableAmount";

function simplerInvoice(value: string) {
  const invoice = {
    number: "12115118",
    issuedOn: "2015-01-09",
    dueOn: "2015-01-09",
    amount: { currency: "EUR", value },
    description: "SimplerInvoicing test invoice",
  };
  return {
    reference: "12115118",
    kind: "commercial",
    description: "SimplerInvoicing test invoice",
    debtor: RECEIVER,
    invoices: [invoice],
    ...RULES,
  };
}

function bicycleInvoice(input: { number: string; dueOn?: string; value?: string }) {
  const invoice = {
    number: input.number,
    issuedOn: "2026-03-02",
    dueOn: input.dueOn ?? "2026-03-16",
    amount: { currency: "EUR", value: input.value ?? "96.80" },
    description: "Reparatie achterwiel",
  };
  return {
    reference: input.number,
    kind: "consumer",
    description: "Reparatie fiets",
    debtor: NOOR,
    invoices: [invoice],
    ...RULES,
  };
}

test("SI-UBL 2.0, base", () => {
  expect(readUbl(sample("ubl/SI-UBL-2.0_ok_base.xml"))).toEqual({
    kind: "invoice",
    line: 2,
    claim: simplerInvoice("227.00"),
    documents: [],
    text: expect.any(String),
    supplier: SIMPLER,
    warnings: [],
  });
});

test("SI-UBL 2.0, minimal: a debtor without a reference", () => {
  expect(readUbl(sample("ubl/SI-UBL-2.0_ok_minimal.xml"))).toEqual({
    kind: "invoice",
    line: 2,
    claim: { ...simplerInvoice("242.00"), debtor: RECEIVER_WITHOUT_REFERENCE },
    documents: [],
    text: expect.any(String),
    supplier: { ...SIMPLER, ibans: ["NL11BANK1111111111"] },
    warnings: [],
  });
});

test("SI-UBL 2.0 with a document on the web, which is not fetched", () => {
  expect(readUbl(sample("ubl/SI-UBL-2.0_ok_additionaldocumentreference.xml"))).toEqual({
    kind: "invoice",
    line: 2,
    claim: simplerInvoice("227.00"),
    documents: [],
    text: expect.any(String),
    supplier: SIMPLER,
    warnings: [
      {
        line: 27,
        field: LINKED,
        code: "external_document_not_fetched",
        message: "A document on the web is not fetched.",
      },
    ],
  });
});

test("SI-UBL 2.0, full: prepaid, no due date, a document that is no PDF", () => {
  expect(readUbl(sample("ubl/SI-UBL-2.0_ok_full.xml"))).toEqual({
    kind: "invoice",
    line: 2,
    claim: {
      reference: "TOSL108",
      kind: "commercial",
      description: "Ordered in our booth at the convention.",
      debtor: {
        type: "company",
        name: "The buyercompany inc.",
        email: "john@buyercompany.eu",
        address: { street: "Anystreet, Back door", postalCode: "101", city: "Anytown", country: "NL" },
        companyNumber: "87654321",
      },
      invoices: [
        {
          number: "TOSL108",
          issuedOn: "2009-12-15",
          dueOn: "2010-01-14",
          amount: { currency: "EUR", value: "729.00" },
          description: "Labtop computer",
        },
      ],
      ...RULES,
    },
    documents: [],
    text: expect.any(String),
    supplier: {
      name: "The Sellercompany Incorporated",
      companyNumber: "12345678",
      vatNumber: "NL12345678",
      ibans: [],
    },
    warnings: [
      {
        line: 2,
        field: "cbc:DueDate",
        code: "due_date_assumed",
        message: "There is no due date and no payment term that can be read; 30 days is assumed.",
      },
      {
        line: 23,
        field: LINKED,
        code: "external_document_not_fetched",
        message: "A document on the web is not fetched.",
      },
      {
        line: 30,
        field: EMBEDDED,
        code: "document_content_differs",
        message: "The document's content is not what its type says; it is left out.",
      },
      { line: 96, field: TELEPHONE, code: "phone_ignored", message: "This is not a telephone number; it is left out." },
    ],
  });
});

test("SI-UBL 1.2, full: due date at the payment means, house number apart, another country", () => {
  expect(readUbl(sample("ubl/SI-UBL-INV-1.2-ok-full.xml"))).toMatchObject({
    kind: "invoice",
    line: 2,
    claim: {
      reference: "TOSL108",
      kind: "commercial",
      debtor: {
        type: "company",
        name: "The buyercompany inc.",
        address: {
          street: "Anystreet, Back door",
          houseNumber: "8",
          postalCode: "101",
          city: "Anytown",
          country: "BE",
        },
        companyNumber: "5645342123",
      },
      invoices: [{ issuedOn: "2009-12-15", dueOn: "2009-12-31", amount: { currency: "EUR", value: "729.00" } }],
    },
    supplier: { name: "The Sellercompany Incorporated", companyNumber: "5402697509", vatNumber: "DK12345", ibans: [] },
    warnings: [
      { line: 29, code: "external_document_not_fetched" },
      { line: 37, code: "document_content_differs" },
      { line: 118, code: "phone_ignored" },
    ],
  });
});

test("SI-UBL 1.2 with payment terms that are no term of payment", () => {
  expect(readUbl(sample("ubl/SI-UBL-INV-1.2-ok-paymentterms.xml"))).toMatchObject({
    kind: "invoice",
    claim: {
      reference: "I2017.03.4361",
      kind: "commercial",
      description: "Bitcoin Masterclass",
      debtor: {
        type: "company",
        name: "Buyercompany VOF",
        address: { street: "Main street", postalCode: "54321", city: "Big city", country: "NL" },
        companyNumber: "3333333333",
      },
      invoices: [{ issuedOn: "2017-08-06", dueOn: "2017-09-05", amount: { currency: "EUR", value: "200.00" } }],
    },
    supplier: { name: "Seller B.V.", companyNumber: "3333333333", ibans: [] },
    warnings: [{ line: 2, field: "cbc:DueDate", code: "due_date_assumed" }],
  });
});

test("SI-UBL 2.0 credit note of type 381", () => {
  expect(readUbl(sample("ubl/SI-UBL-2.0_BR-NL-8_ok_381.xml"))).toEqual({
    kind: "credit_note",
    line: 2,
    creditNote: {
      number: "12115118",
      issuedOn: "2015-01-09",
      amount: "227.00",
      creditsInvoice: "46568",
      reason: "SimplerInvoicing test invoice",
    },
    debtor: RECEIVER,
    documents: [],
    text: expect.any(String),
    supplier: SIMPLER,
    warnings: [],
  });
});

test("SI-UBL 2.0, negative, that names no invoice", () => {
  expect(readUbl(sample("ubl/SI-UBL-2.0_ok_negative.xml"))).toEqual({
    kind: "refused",
    reference: "12115118",
    errors: [
      {
        line: 96,
        field: PAYABLE,
        code: "negative_without_invoice",
        message: "The amount is below zero and no invoice is named that it would credit.",
      },
    ],
  });
});

test("Peppol BIS 3 to a consumer: what was prepaid is off, the PDF is a document", () => {
  const reading = readUbl(sample("own/peppol-bis-3-consumer.xml"));
  expect(reading).toMatchObject({
    kind: "invoice",
    line: 2,
    claim: bicycleInvoice({ number: "2026-0107", value: "76.80" }),
    documents: [{ filename: "Factuur 2026-0107.pdf", mimeType: "application/pdf", description: "Factuur" }],
    supplier: VAN_LOON,
    warnings: [],
  });
  const [document] = reading.kind === "invoice" ? reading.documents : [];
  expect(document?.bytes.length).toBe(1405);
  expect(Buffer.from(document?.bytes ?? []).toString("latin1")).toMatch(/^%PDF-1\.3\n[^]*%%EOF\n$/);
});

test("Peppol BIS 3 credit note that names an invoice", () => {
  expect(readUbl(sample("own/peppol-bis-3-credit-note.xml"))).toEqual({
    kind: "credit_note",
    line: 2,
    creditNote: {
      number: "C2026-0009",
      issuedOn: "2026-03-02",
      amount: "12.10",
      creditsInvoice: "2026-0107",
      reason: "Wiel onder garantie",
    },
    debtor: NOOR,
    documents: [],
    text: expect.any(String),
    supplier: VAN_LOON,
    warnings: [],
  });
});

test("a negative invoice that names an invoice is a credit note", () => {
  expect(readUbl(sample("own/negative-naming-invoice.xml"))).toMatchObject({
    kind: "credit_note",
    creditNote: { number: "2026-0111", amount: "96.80", creditsInvoice: "2026-0107", reason: "Reparatie geannuleerd" },
    warnings: [],
  });
});

test("no due date: 30 days, with a warning", () => {
  expect(readUbl(sample("own/no-due-date.xml"))).toMatchObject({
    kind: "invoice",
    claim: bicycleInvoice({ number: "2026-0108", dueOn: "2026-04-01" }),
    warnings: [{ line: 2, field: "cbc:DueDate", code: "due_date_assumed" }],
  });
});

test("no due date: the payment terms, with a warning", () => {
  expect(readUbl(sample("own/payment-terms-in-days.xml"))).toMatchObject({
    kind: "invoice",
    claim: bicycleInvoice({ number: "2026-0109", dueOn: "2026-03-10" }),
    warnings: [{ line: 69, field: "cac:PaymentTerms/cbc:Note", code: "due_date_from_terms" }],
  });
});

test.each([
  ["currency-usd.xml", "2026-0110", 87, PAYABLE, "currency_not_eur"],
  [
    "missing-customer-name.xml",
    "2026-0112",
    38,
    "cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name",
    "missing",
  ],
  ["nothing-to-pay.xml", "2026-0113", 88, PAYABLE, "nothing_to_pay"],
])("%s is refused", (file, reference, line, field, code) => {
  expect(readUbl(sample(`own/${file}`))).toMatchObject({ kind: "refused", reference, errors: [{ line, field, code }] });
});

test("ISO-8859-1", () => {
  expect(readUbl(sample("own/iso-8859-1.xml"))).toMatchObject({
    kind: "invoice",
    claim: {
      reference: "2026-0114",
      debtor: { name: "Zoë Müller", address: { street: "Curaçaostraat", houseNumber: "5" } },
      invoices: [{ description: "Één voorwiel à 28 inch" }],
    },
  });
});

test("Windows-1252", () => {
  expect(readUbl(sample("own/windows-1252.xml"))).toMatchObject({
    kind: "invoice",
    claim: { reference: "2026-0115", description: "Reparatie, vaste prijs € 96,80 – “alles erin”" },
  });
});

test("UTF-16", () => {
  expect(readUbl(sample("own/utf-16.xml"))).toMatchObject({
    kind: "invoice",
    claim: { reference: "2026-0116", debtor: { name: "Łukasz Wiśniewski" } },
  });
});

test("other prefixes, and a default namespace halfway", () => {
  expect(readUbl(sample("own/other-prefixes.xml"))).toMatchObject({
    kind: "invoice",
    claim: {
      reference: "2026-0117",
      kind: "commercial",
      debtor: { type: "company", name: "Rijwielhandel Noord B.V.", companyNumber: "90004973" },
      invoices: [{ amount: { currency: "EUR", value: "96.80" } }],
    },
  });
});

test("an invoice in a StandardBusinessDocument", () => {
  expect(readUbl(sample("own/standard-business-document.xml"))).toMatchObject({
    kind: "invoice",
    line: 16,
    claim: bicycleInvoice({ number: "2026-0118" }),
  });
});

test("every sample is read in a test of its own", () => {
  const files = [...readdirSync(new URL("ubl/", SAMPLES)), ...readdirSync(new URL("own/", SAMPLES))];
  const tests = readFileSync(new URL(import.meta.url), "utf8");
  expect(files.filter((file) => file.endsWith(".xml") && !tests.includes(file))).toEqual([]);
});

const CONSUMER = "own/peppol-bis-3-consumer.xml";
const NO_DATE = "own/no-due-date.xml";

test.each([
  ["no number", "<cbc:ID>2026-0107</cbc:ID>", "", null, 2, "cbc:ID", "missing"],
  ["a number too long", "<cbc:ID>2026", `<cbc:ID>${"9".repeat(200)}`, null, 5, "cbc:ID", "text_too_long"],
  ["no issue date", "<cbc:IssueDate>2026-03-02</cbc:IssueDate>", "", "2026-0107", 2, "cbc:IssueDate", "missing"],
  ["a day that is not", "2026-03-02", "2026-02-30", "2026-0107", 6, "cbc:IssueDate", "not_a_day"],
  ["a Dutch date", "2026-03-16", "16-03-2026", "2026-0107", 7, "cbc:DueDate", "not_a_day"],
  ["due before issue", "2026-03-16", "2026-03-01", "2026-0107", 7, "cbc:DueDate", "due_before_issue"],
  ["no amount", /<cbc:PayableAmount.*/, "", "2026-0107", 116, PAYABLE, "missing"],
  ["an amount in words", ">76.80<", ">76,80<", "2026-0107", 121, PAYABLE, "not_an_amount"],
  ["parts of a cent", ">76.80<", ">76.805<", "2026-0107", 121, PAYABLE, "amount_not_in_cents"],
  ["a document in another currency", ">EUR<", ">GBP<", "2026-0107", 10, "cbc:DocumentCurrencyCode", "currency_not_eur"],
])("%s is refused", (_name, from, to, reference, line, field, code) => {
  expect(readUbl(edited(CONSUMER, from, to))).toMatchObject({
    kind: "refused",
    reference,
    errors: [{ line, field, code }],
  });
});

test("everything that is wrong is told at once, from top to bottom", () => {
  const text = Buffer.from(sample("own/missing-customer-name.xml")).toString("utf8");
  const broken = text.replace("2026-03-02", "soon").replace(">96.80</cbc:PayableAmount>", ">0</cbc:PayableAmount>");
  expect(readUbl(new TextEncoder().encode(broken))).toMatchObject({
    kind: "refused",
    reference: "2026-0112",
    errors: [
      { line: 6, code: "not_a_day" },
      { line: 38, code: "missing" },
      { line: 81, code: "nothing_to_pay" },
    ],
  });
});

test("a VAT number alone makes a business", () => {
  const vat =
    "<cac:PartyTaxScheme><cbc:CompanyID>NL800000031B01</cbc:CompanyID></cac:PartyTaxScheme><cac:PartyLegalEntity>";
  expect(readUbl(edited(NO_DATE, /<cac:PartyLegalEntity>(?=\s*<cbc:RegistrationName>Noor)/, vat))).toMatchObject({
    claim: { kind: "commercial", debtor: { type: "company", name: "Noor Willems" } },
  });
});

test("a company number in the identification makes a business", () => {
  const reading = readUbl(edited(NO_DATE, "<cbc:ID>C-553</cbc:ID>", '<cbc:ID schemeID="0106">90004973</cbc:ID>'));
  expect(reading).toMatchObject({ claim: { kind: "commercial", debtor: { companyNumber: "90004973" } } });
  expect(reading).not.toHaveProperty("claim.debtor.reference");
});

test("a citizen service number is not taken over", () => {
  const number = '<cbc:CompanyID schemeID="NL:BSN">111222333</cbc:CompanyID></cac:PartyLegalEntity>';
  const reading = readUbl(edited(NO_DATE, /<\/cac:PartyLegalEntity>(?=\s*<cac:Contact>)/, number));
  expect(reading).toMatchObject({
    claim: { kind: "consumer", debtor: { type: "person" } },
    warnings: [{ code: "due_date_assumed" }, { line: 54, code: "citizen_number_ignored" }],
  });
  expect(JSON.stringify(reading)).not.toContain("111222333");
});

test("an address without a city, a broken e-mail address and a broken number are left out", () => {
  const text = Buffer.from(sample(CONSUMER)).toString("utf8");
  const [before = "", after = ""] = text.split("<cac:AccountingCustomerParty>");
  const customer = after
    .replace("<cbc:CityName>Ons Dorp</cbc:CityName>", "")
    .replace("noor.willems@example.org", "noor at example")
    .replace("06-12345679", "thuis");
  const reading = readUbl(new TextEncoder().encode(`${before}<cac:AccountingCustomerParty>${customer}`));
  expect(reading).toMatchObject({
    kind: "invoice",
    claim: { debtor: { reference: "C-553", type: "person", name: "Noor Willems" } },
    warnings: [{ code: "address_incomplete" }, { code: "phone_ignored" }, { code: "email_ignored" }],
  });
});

test("a time zone at a date is left off", () => {
  expect(readUbl(edited(CONSUMER, "2026-03-16", "2026-03-16+01:00"))).toMatchObject({
    claim: { invoices: [{ dueOn: "2026-03-16" }] },
  });
});

test("of two dates at the payment means the later one counts", () => {
  const means = "<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>";
  const dates = `${means}<cbc:PaymentDueDate>2026-03-20</cbc:PaymentDueDate></cac:PaymentMeans><cac:PaymentMeans><cbc:PaymentDueDate>2026-03-12</cbc:PaymentDueDate>`;
  expect(readUbl(edited(NO_DATE, means, dates))).toMatchObject({
    claim: { invoices: [{ dueOn: "2026-03-20" }] },
    warnings: [],
  });
});

test("an invoice of type 381 is a credit note that may name no invoice", () => {
  expect(readUbl(edited(CONSUMER, ">380<", ">381<"))).toMatchObject({
    kind: "credit_note",
    creditNote: { number: "2026-0107", amount: "76.80", creditsInvoice: null },
    documents: [{ filename: "Factuur 2026-0107.pdf" }],
    warnings: [],
  });
});

test("an invoice of type 381 below zero is a credit, with a warning", () => {
  expect(readUbl(edited("own/negative-naming-invoice.xml", ">380<", ">381<"))).toMatchObject({
    kind: "credit_note",
    creditNote: { amount: "96.80", creditsInvoice: "2026-0107" },
    warnings: [{ field: PAYABLE, code: "credit_sign_assumed" }],
  });
});

test("a corrected invoice comes with a warning", () => {
  expect(readUbl(edited(CONSUMER, ">380<", ">384<"))).toMatchObject({
    kind: "invoice",
    warnings: [{ code: "corrects_invoice" }],
  });
});

test.each([
  [">12.10</cbc:PayableAmount>", ">-12.10</cbc:PayableAmount>", "negative_credit_note"],
  [">12.10</cbc:PayableAmount>", ">0.00</cbc:PayableAmount>", "nothing_to_credit"],
  [
    "<cbc:ID>2026-0107</cbc:ID>",
    "<cbc:ID>2026-0107</cbc:ID></cac:InvoiceDocumentReference><cac:InvoiceDocumentReference><cbc:ID>2026-0108</cbc:ID>",
    "credits_several_invoices",
  ],
])("a credit note with %s as %s is refused", (from, to, code) => {
  expect(readUbl(edited("own/peppol-bis-3-credit-note.xml", from, to))).toMatchObject({
    kind: "refused",
    reference: "C2026-0009",
    errors: [{ code }],
  });
});

test("a credit note without a customer is told apart by its invoice", () => {
  const reading = readUbl(
    edited("own/peppol-bis-3-credit-note.xml", /<cac:AccountingCustomerParty>[^]*<\/cac:AccountingCustomerParty>/, ""),
  );
  expect(reading).toMatchObject({ kind: "credit_note", debtor: null });
});

const UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

test.each([
  ["an order", `<Order xmlns="${UBL}Order-2"/>`, "not_a_ubl_invoice", 1],
  [
    "an invoice of UBL 1",
    '\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-1.0"/>',
    "not_a_ubl_invoice",
    2,
  ],
  ["an invoice of no namespace", "<Invoice/>", "not_a_ubl_invoice", 1],
  ["HTML", "<html><body/></html>", "not_a_ubl_invoice", 1],
  [
    "an empty envelope",
    '<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"/>',
    "not_a_ubl_invoice",
    1,
  ],
  [
    "an envelope of two",
    `<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"><Invoice xmlns="${UBL}Invoice-2"/>\n<Invoice xmlns="${UBL}Invoice-2"/></StandardBusinessDocument>`,
    "several_documents",
    2,
  ],
  ["a document type", '<!DOCTYPE Invoice SYSTEM "http://localhost/x.dtd"><Invoice/>', "doctype_not_allowed", 1],
  ["a PDF", "%PDF-1.4\n", "malformed_xml", 1],
  ["nothing", "", "malformed_xml", 1],
])("%s is refused", (_name, text, code, line) => {
  expect(readUbl(new TextEncoder().encode(text))).toMatchObject({
    kind: "refused",
    reference: null,
    errors: [{ line, field: "/", code }],
  });
});

test("an empty invoice is refused by what it lacks", () => {
  expect(readUbl(new TextEncoder().encode(`<Invoice xmlns="${UBL}Invoice-2"/>`))).toMatchObject({
    kind: "refused",
    reference: null,
    errors: [
      { line: 1, field: "cbc:ID", code: "missing" },
      { line: 1, field: PAYABLE, code: "missing" },
      { line: 1, field: "cbc:IssueDate", code: "missing" },
      { line: 1, field: "cac:AccountingCustomerParty/cac:Party/cac:PartyName/cbc:Name", code: "missing" },
    ],
  });
});

test.each([
  ["a name", "Noor Willems", "1 ".repeat(4_000_000), "refused"],
  ["a street", "Tulpstraat 14b", "a 1 ".repeat(2_000_000), "invoice"],
  ["an e-mail address", "noor.willems@", `${"a.".repeat(4_000_000)}@`, "invoice"],
  ["a telephone number", "06-12345679", "0 ".repeat(4_000_000), "invoice"],
  ["a note", "Reparatie fiets", "14 dagen ".repeat(1_000_000), "invoice"],
  ["an amount", ">76.80<", `>76.${"0".repeat(8_000_000)}1<`, "refused"],
  ["a day", "2026-03-16", "1".repeat(8_000_000), "refused"],
  ["whitespace", ">76.80<", `>${" ".repeat(8_000_000)}76.80<`, "invoice"],
  ["references", "Reparatie fiets", "&amp;".repeat(2_000_000), "invoice"],
  ["CDATA sections", "Reparatie fiets", "<![CDATA[x]]>".repeat(1_000_000), "invoice"],
  ["a file name", "Factuur 2026-0107.pdf", "./".repeat(30_000), "invoice"],
  ["broken base64", /JVBERi[^<]*/, "A\n ".repeat(3_000_000), "invoice"],
])("endless %s takes no endless time", (_name, from, to, kind) => {
  const text = Buffer.from(sample(CONSUMER)).toString("utf8");
  expect(readUbl(new TextEncoder().encode(text.replaceAll(new RegExp(from, "g"), to))).kind).toBe(kind);
});

test("more than 20 MB is refused unread", () => {
  expect(readUbl(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({
    kind: "refused",
    errors: [{ code: "too_large" }],
  });
});
