import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import type { ClaimView } from "#app/ui/claim/claim-view.ts";
import { formatAmount } from "#app/ui/format.ts";
import { findingText } from "./finding-text.ts";

export const INVOICE_FIELDS = ["number", "issuedOn", "dueOn", "amount", "description"] as const;

export type InvoiceFieldView = (typeof INVOICE_FIELDS)[number];

export type TypedInvoiceView = Readonly<Record<InvoiceFieldView, string>>;

/** What was typed or chosen, word for word. */
export type ClaimAnswersView = Readonly<
  Record<"debtorType" | "name" | "customerNumber" | "email" | "street" | "houseNumber" | "postalCode" | "city" | "country" | "language" | "reference" | "description" | "interest" | "costs" | "notice" | "noticeOn" | "formId", string> // prettier-ignore
> & { readonly invoices: readonly TypedInvoiceView[] };

export const CLAIM_FORM_FIELDS = ["name", "customerNumber", "email", "street", "houseNumber", "postalCode", "city", "country", "language", "reference", "description", "interest", "costs", "noticeOn"] as const; // prettier-ignore

export type ClaimFormFaultView = {
  readonly field: (typeof CLAIM_FORM_FIELDS)[number] | `${InvoiceFieldView}-${number}`;
  readonly code: string;
  readonly allowed: Cents | null;
};

export type NewClaimCheckView = {
  readonly claim: ClaimView;
  readonly debtor: {
    readonly name: string;
    readonly reference: string | null;
    readonly email: string | null;
    readonly address: Readonly<Record<"street" | "houseNumber" | "postalCode" | "city" | "country", string>> | null;
    readonly language: string;
  };
  readonly warnings: readonly ClaimFormFaultView[];
  readonly shown: string;
};

/** The field and what is the matter with it, in words. */
export function claimFaultText(fault: ClaimFormFaultView, translator: Translator): string {
  const { t, language } = translator;
  const what = findingText({ code: fault.code, message: fault.code }, translator);
  const amount = fault.allowed === null ? null : formatAmount(fault.allowed, language);
  const text = amount === null ? what : t("inboxNewClaim.allowed", { text: what, amount });
  return t("finding.at", { where: whereOf(fault.field, translator), what: text });
}

function whereOf(field: ClaimFormFaultView["field"], { t }: Pick<Translator, "t">): string {
  const [of, number = ""] = field.split("-");
  const ofInvoice = number === "" ? undefined : INVOICE_FIELDS.find((one) => one === of);
  if (ofInvoice !== undefined) return t(`inboxNewClaim.invoiceField.${ofInvoice}`, { number });
  return t(`inboxNewClaim.field.${CLAIM_FORM_FIELDS.find((one) => one === field) ?? "reference"}`);
}

/** The answers as the fields of a form, invoices numbered from 1. */
export function claimFields({ invoices, ...answers }: ClaimAnswersView): Record<string, string> {
  const ofInvoices = invoices.flatMap((invoice, index) =>
    INVOICE_FIELDS.map((field) => [`${field}-${index + 1}`, invoice[field]]),
  );
  return { ...answers, ...Object.fromEntries(ofInvoices) };
}
