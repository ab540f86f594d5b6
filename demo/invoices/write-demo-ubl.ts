import { toDecimal, type Cents } from "#app/domain/money.ts";
import type { DemoDebtor } from "./demo-cases.ts";
import type { DemoAddress, DemoCreditor } from "./demo-creditors.ts";
import type { DemoInvoice } from "./demo-invoice.ts";
import { writeXml, type XmlNode } from "./xml-writer.ts";

const NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
const PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const SI_UBL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const CHAMBER_OF_COMMERCE = { schemeID: "0106" };
const EXEMPTION = "Vrijgesteld van btw (artikel 11 Wet op de omzetbelasting 1968)";

/**
 * The invoice or credit note as UBL 2.1 with its PDF inside: Peppol BIS Billing 3 for a business, which can be reached
 * over that network, and SI-UBL 2.0 for a person, who cannot.
 */
export function writeDemoUbl(invoice: DemoInvoice, pdf: Uint8Array): string {
  const root = invoice.creditedInvoice ? "CreditNote" : "Invoice";
  const node: XmlNode = [
    root,
    [
      ["cbc:CustomizationID", invoice.debtor.companyNumber ? PEPPOL : SI_UBL],
      ["cbc:ProfileID", PROFILE],
      ["cbc:ID", invoice.number],
      ["cbc:IssueDate", invoice.issuedOn],
      root === "Invoice" ? ["cbc:DueDate", invoice.dueOn] : null,
      root === "Invoice" ? ["cbc:InvoiceTypeCode", "380"] : ["cbc:CreditNoteTypeCode", "381"],
      ["cbc:Note", invoice.note],
      ["cbc:DocumentCurrencyCode", "EUR"],
      ["cbc:BuyerReference", invoice.debtor.reference],
      invoice.creditedInvoice ? writeCredited(invoice.creditedInvoice) : null,
      writeAttachment(invoice, pdf),
      ["cac:AccountingSupplierParty", [writeSupplier(invoice.creditor)]],
      ["cac:AccountingCustomerParty", [writeCustomer(invoice.debtor)]],
      root === "Invoice" ? writePaymentMeans(invoice) : null,
      root === "Invoice" ? ["cac:PaymentTerms", [["cbc:Note", `Betaling binnen ${invoice.termDays} dagen`]]] : null,
      writeTax(invoice),
      [
        "cac:LegalMonetaryTotal",
        [
          writeAmount("cbc:LineExtensionAmount", invoice.net),
          writeAmount("cbc:TaxExclusiveAmount", invoice.net),
          writeAmount("cbc:TaxInclusiveAmount", invoice.total),
          writeAmount("cbc:PayableAmount", invoice.total),
        ],
      ],
      ...invoice.lines.map((line, index) => writeLine(root, line, index)),
    ],
    {
      xmlns: `${NAMESPACE}${root}-2`,
      "xmlns:cac": `${NAMESPACE}CommonAggregateComponents-2`,
      "xmlns:cbc": `${NAMESPACE}CommonBasicComponents-2`,
    },
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(node)}`;
}

function writeCredited(credited: DemoInvoice): XmlNode {
  const reference: XmlNode[] = [
    ["cbc:ID", credited.number],
    ["cbc:IssueDate", credited.issuedOn],
  ];
  return ["cac:BillingReference", [["cac:InvoiceDocumentReference", reference]]];
}

function writeAttachment(invoice: DemoInvoice, pdf: Uint8Array): XmlNode {
  const attributes = { mimeCode: "application/pdf", filename: `${invoice.number}.pdf` };
  const embedded: XmlNode = ["cbc:EmbeddedDocumentBinaryObject", Buffer.from(pdf).toString("base64"), attributes];
  return [
    "cac:AdditionalDocumentReference",
    [
      ["cbc:ID", invoice.number],
      ["cbc:DocumentDescription", invoice.creditedInvoice ? "Creditfactuur" : "Factuur"],
      ["cac:Attachment", [embedded]],
    ],
  ];
}

function writeSupplier(creditor: DemoCreditor): XmlNode {
  return [
    "cac:Party",
    [
      ["cbc:EndpointID", creditor.companyNumber, CHAMBER_OF_COMMERCE],
      ["cac:PartyName", [["cbc:Name", creditor.name]]],
      writeAddress(creditor.address),
      writeVatNumber(creditor.vatNumber),
      writeLegalEntity(creditor.name, creditor.companyNumber),
      [
        "cac:Contact",
        [
          ["cbc:Name", "Administratie"],
          ["cbc:Telephone", creditor.phone],
          ["cbc:ElectronicMail", creditor.email],
        ],
      ],
    ],
  ];
}

function writeCustomer(debtor: DemoDebtor): XmlNode {
  const contact: XmlNode[] = [];
  if (debtor.phone) contact.push(["cbc:Telephone", debtor.phone]);
  if (debtor.email) contact.push(["cbc:ElectronicMail", debtor.email]);
  return [
    "cac:Party",
    [
      debtor.companyNumber ? ["cbc:EndpointID", debtor.companyNumber, CHAMBER_OF_COMMERCE] : null,
      ["cac:PartyIdentification", [["cbc:ID", debtor.reference]]],
      ["cac:PartyName", [["cbc:Name", debtor.name]]],
      writeAddress(debtor.address),
      debtor.vatNumber ? writeVatNumber(debtor.vatNumber) : null,
      writeLegalEntity(debtor.name, debtor.companyNumber),
      contact.length > 0 ? ["cac:Contact", contact] : null,
    ],
  ];
}

function writeAddress(address: DemoAddress): XmlNode {
  return [
    "cac:PostalAddress",
    [
      ["cbc:StreetName", address.street],
      ["cbc:CityName", address.city],
      ["cbc:PostalZone", address.postalCode],
      ["cac:Country", [["cbc:IdentificationCode", "NL"]]],
    ],
  ];
}

function writeVatNumber(vatNumber: string): XmlNode {
  return [
    "cac:PartyTaxScheme",
    [
      ["cbc:CompanyID", vatNumber],
      ["cac:TaxScheme", [["cbc:ID", "VAT"]]],
    ],
  ];
}

function writeLegalEntity(name: string, companyNumber: string | undefined): XmlNode {
  return [
    "cac:PartyLegalEntity",
    [["cbc:RegistrationName", name], companyNumber ? ["cbc:CompanyID", companyNumber, CHAMBER_OF_COMMERCE] : null],
  ];
}

function writePaymentMeans(invoice: DemoInvoice): XmlNode {
  const account: XmlNode[] = [
    ["cbc:ID", invoice.creditor.iban],
    ["cbc:Name", invoice.creditor.name],
  ];
  return [
    "cac:PaymentMeans",
    [
      ["cbc:PaymentMeansCode", "58"],
      ["cbc:PaymentID", invoice.number],
      ["cac:PayeeFinancialAccount", account],
    ],
  ];
}

function writeTax(invoice: DemoInvoice): XmlNode {
  const subtotals = invoice.vat.map((part): XmlNode => [
    "cac:TaxSubtotal",
    [
      writeAmount("cbc:TaxableAmount", part.base),
      writeAmount("cbc:TaxAmount", part.amount),
      writeTaxCategory("cac:TaxCategory", part.percent, part.percent === 0 ? EXEMPTION : undefined),
    ],
  ]);
  return ["cac:TaxTotal", [writeAmount("cbc:TaxAmount", invoice.vatTotal), ...subtotals]];
}

function writeTaxCategory(name: string, percent: number, exemption?: string): XmlNode {
  return [
    name,
    [
      ["cbc:ID", percent === 0 ? "E" : "S"],
      ["cbc:Percent", `${percent}.00`],
      exemption ? ["cbc:TaxExemptionReason", exemption] : null,
      ["cac:TaxScheme", [["cbc:ID", "VAT"]]],
    ],
  ];
}

function writeLine(root: "Invoice" | "CreditNote", line: DemoInvoice["lines"][number], index: number): XmlNode {
  return [
    `cac:${root}Line`,
    [
      ["cbc:ID", `${index + 1}`],
      [root === "Invoice" ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity", line.quantity, { unitCode: line.unit }],
      writeAmount("cbc:LineExtensionAmount", line.net),
      ["cac:Item", [["cbc:Name", line.name], writeTaxCategory("cac:ClassifiedTaxCategory", line.vatPercent)]],
      ["cac:Price", [["cbc:PriceAmount", line.price, { currencyID: "EUR" }]]],
    ],
  ];
}

function writeAmount(name: string, amount: Cents): XmlNode {
  return [name, toDecimal(amount), { currencyID: "EUR" }];
}
