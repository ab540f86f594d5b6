import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimBody, DebtorBody } from "./ubl-claim.server.ts";
import type { XmlFaultCode } from "./xml-element.server.ts";

/** What a file turned out to be: an invoice to claim, a credit note that reduces one, or nothing we can use. */
export type UblReading =
  | {
      readonly kind: "invoice";
      /** Line at which the invoice starts. */
      readonly line: number;
      readonly claim: ClaimBody;
      readonly documents: readonly UblDocument[];
      /** The document written out for people to read, in Dutch. */
      readonly text: string;
      readonly supplier: UblSupplier;
      readonly warnings: readonly UblFinding<UblWarningCode>[];
    }
  | {
      readonly kind: "credit_note";
      readonly line: number;
      readonly creditNote: UblCreditNote;
      /** Null where the credit note names nobody: the invoice that it credits says who it is for. */
      readonly debtor: DebtorBody | null;
      readonly documents: readonly UblDocument[];
      /** The document written out for people to read, in Dutch. */
      readonly text: string;
      readonly supplier: UblSupplier;
      readonly warnings: readonly UblFinding<UblWarningCode>[];
    }
  | {
      readonly kind: "refused";
      /** The invoice number, where it could be read. */
      readonly reference: string | null;
      readonly errors: readonly UblFinding<UblErrorCode>[];
    };

export type UblCreditNote = {
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** In euro, above zero, `"12.00"`. */
  readonly amount: string;
  /** Number of the invoice that is credited, null where none is named. */
  readonly creditsInvoice: string | null;
  readonly reason?: string;
};

export type UblSupplier = {
  readonly name: string;
  readonly companyNumber?: string;
  readonly vatNumber?: string;
  /** Without spaces; their check digits are not verified. */
  readonly ibans: readonly string[];
};

export type UblDocument = {
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly description?: string;
};

/** Something about one element: `field` is its path below the root, `line` where it (or, missing, its parent) starts. */
export type UblFinding<Code extends string> = {
  readonly line: number;
  readonly field: string;
  readonly code: Code;
  readonly message: string;
};

export type UblErrorCode =
  | XmlFaultCode
  | "amount_not_in_cents"
  | "amount_too_large"
  | "credits_several_invoices"
  | "currency_not_eur"
  | "due_before_issue"
  | "missing"
  | "negative_credit_note"
  | "negative_without_invoice"
  | "not_a_day"
  | "not_a_ubl_invoice"
  | "not_an_amount"
  | "nothing_to_credit"
  | "nothing_to_pay"
  | "several_documents"
  | "text_too_long";

export type UblWarningCode =
  | "address_incomplete"
  | "citizen_number_ignored"
  | "corrects_invoice"
  | "credit_sign_assumed"
  | "document_content_differs"
  | "document_not_base64"
  | "document_too_large"
  | "document_type_not_allowed"
  | "due_date_assumed"
  | "due_date_from_terms"
  | "email_ignored"
  | "external_document_not_fetched"
  | "phone_ignored";

/** The findings on one file while it is read: errors refuse it, warnings go along with it. */
export type UblFindings = {
  readonly errors: UblFinding<UblErrorCode>[];
  readonly warnings: UblFinding<UblWarningCode>[];
};
