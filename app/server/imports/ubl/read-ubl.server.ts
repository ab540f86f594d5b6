import { openUbl } from "./open-ubl.server.ts";
import { noteError } from "./note-finding.server.ts";
import { readDay } from "./read-day.server.ts";
import { readDebtor } from "./read-debtor.server.ts";
import { readDescription, readFirstLine } from "./read-description.server.ts";
import { readDocuments } from "./read-documents.server.ts";
import { readDueDate } from "./read-due-date.server.ts";
import { readInvoiceContent } from "./read-invoice-content.server.ts";
import { readPayable, type Payable } from "./read-payable.server.ts";
import { readSupplier } from "./read-supplier.server.ts";
import { elementAt, textAt } from "./ubl-path.server.ts";
import type { UblErrorCode, UblFinding, UblFindings, UblReading } from "./ubl-reading.server.ts";
import { writeInvoiceText } from "./write-invoice-text.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const LONGEST_NUMBER = 100;

/**
 * Reads a creditor's UBL 2 invoice or credit note (SI-UBL 1.2 and 2.0, Peppol BIS Billing 3) into the body of a claim.
 * The claim's reference is the invoice number; it is `commercial` where the customer is a company, else `consumer`.
 * Never throws, looks at nothing outside the file, and takes time in proportion to its size. Everything that stands in
 * the way of a claim is told at once, with the line, the element and the reason.
 */
export function readUbl(bytes: Uint8Array): UblReading {
  const opened = openUbl(bytes);
  if (!opened.ok) return refused(null, [opened.error]);

  const root = opened.value;
  const findings: UblFindings = { errors: [], warnings: [] };
  const number = readNumber(root, findings);
  const payable = readPayable(root, findings);
  if (payable?.kind === "credit_note") return readCreditNote({ root, number, payable, findings });
  return readInvoice({ root, number, payable, findings });
}

function readInvoice(input: {
  root: XmlElement;
  number: string | undefined;
  payable: Extract<Payable, { kind: "invoice" }> | undefined;
  findings: UblFindings;
}): UblReading {
  const { root, number, payable, findings } = input;
  const issuedOn = readIssueDate(root, findings);
  const dueOn = issuedOn && readDueDate({ root, issuedOn, findings });
  const debtor = readDebtor(root, findings);
  if (!number || !payable || !issuedOn || !dueOn || !debtor) return refused(number ?? null, findings.errors);

  const description = readFirstLine(root);
  return {
    kind: "invoice",
    line: root.line,
    claim: {
      reference: number,
      kind: debtor.type === "company" ? "commercial" : "consumer",
      description: readDescription(root, number),
      debtor,
      invoices: [
        {
          number,
          issuedOn,
          dueOn,
          amount: { currency: "EUR", value: payable.amount },
          ...(description === undefined ? {} : { description }),
        },
      ],
      interest: { type: "statutory" },
      collectionCosts: { type: "statutory" },
      metadata: {},
    },
    documents: readDocuments({ root, number, findings }),
    text: writeInvoiceText(readInvoiceContent(root, "invoice")),
    supplier: readSupplier(root),
    warnings: fromTopToBottom(findings.warnings),
  };
}

function readCreditNote(input: {
  root: XmlElement;
  number: string | undefined;
  payable: Extract<Payable, { kind: "credit_note" }>;
  findings: UblFindings;
}): UblReading {
  const { root, number, payable, findings } = input;
  const issuedOn = readIssueDate(root, findings);
  if (!number || !issuedOn) return refused(number ?? null, findings.errors);
  return {
    kind: "credit_note",
    line: root.line,
    creditNote: {
      number,
      issuedOn,
      amount: payable.amount,
      creditsInvoice: payable.creditsInvoice,
      reason: readDescription(root, number),
    },
    debtor: readDebtor(root, { errors: [], warnings: findings.warnings }) ?? null,
    documents: readDocuments({ root, number, findings }),
    text: writeInvoiceText(readInvoiceContent(root, "credit_note")),
    supplier: readSupplier(root),
    warnings: fromTopToBottom(findings.warnings),
  };
}

function readNumber(root: XmlElement, findings: UblFindings): string | undefined {
  const number = textAt(root, "cbc:ID");
  if (number !== undefined && number.length <= LONGEST_NUMBER) return number;
  const field = "cbc:ID";
  if (number === undefined)
    noteError(findings, { root, field, code: "missing", message: "The invoice number is missing." });
  else
    noteError(findings, {
      root,
      field,
      code: "text_too_long",
      message: "The invoice number is longer than 100 characters.",
    });
  return undefined;
}

function readIssueDate(root: XmlElement, findings: UblFindings) {
  const field = "cbc:IssueDate";
  return readDay({ root, field, element: elementAt(root, field), findings });
}

function refused(reference: string | null, errors: readonly UblFinding<UblErrorCode>[]): UblReading {
  return { kind: "refused", reference, errors: fromTopToBottom(errors) };
}

function fromTopToBottom<Code extends string>(findings: readonly UblFinding<Code>[]): UblFinding<Code>[] {
  return [...findings].sort((left, right) => left.line - right.line);
}
