import type { Cents } from "#app/domain/money.ts";

type InvoiceField = "number" | "issuedOn" | "dueOn" | "amount" | "description";

/** A field of the form of a new claim; those of invoices are numbered from 1. */
export type ClaimFormField =
  | "name" | "customerNumber" | "email" | "street" | "houseNumber" | "postalCode" | "city" | "country" | "language"
  | "reference" | "description" | "interest" | "costs" | "noticeOn" | `${InvoiceField}-${number}`; // prettier-ignore

/** What is wrong with a field, or to think about, by the stable code that the API has for it. */
export type ClaimFormFault = {
  readonly field: ClaimFormField;
  readonly code: string;
  /** The most that the law allows, where that is an amount. */
  readonly allowed: Cents | null;
};

const FIELDS: ReadonlyMap<string, ClaimFormField> = new Map<string, ClaimFormField>([
  ["reference", "reference"],
  ["description", "description"],
  ["debtor.reference", "customerNumber"],
  ["debtor.name", "name"],
  ["debtor.email", "email"],
  ["debtor.language", "language"],
  ["debtor.address.street", "street"],
  ["debtor.address.houseNumber", "houseNumber"],
  ["debtor.address.postalCode", "postalCode"],
  ["debtor.address.city", "city"],
  ["debtor.address.country", "country"],
  ["interest", "interest"],
  ["collectionCosts.noticeSentOn", "noticeOn"],
  ["collectionCosts.noticeDeliveredOn", "noticeOn"],
  ["collectionCosts", "costs"],
]);

/** Where a field of the body of a claim was typed. */
export function fieldOfPath(path: string): ClaimFormField {
  const [, index, of] = /^invoices\.(\d+)\.(number|issuedOn|dueOn|amount|description)/.exec(path) ?? [];
  if (index !== undefined) return `${of as InvoiceField}-${Number(index) + 1}`;
  return FIELDS.get(path) ?? "number-1";
}
