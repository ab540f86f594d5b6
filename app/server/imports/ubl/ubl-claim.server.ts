/** The body of `POST /api/v1/claims`, as far as an invoice can fill it. */
export type ClaimBody = {
  readonly reference: string;
  readonly kind: "consumer" | "commercial";
  readonly description: string;
  readonly debtor: DebtorBody;
  readonly invoices: readonly InvoiceBody[];
  readonly interest: { readonly type: "statutory" };
  readonly collectionCosts: { readonly type: "statutory" };
  readonly metadata: Readonly<Record<string, string>>;
};

export type DebtorBody = {
  readonly reference?: string;
  readonly type: "person" | "company";
  readonly name: string;
  readonly email?: string;
  /** E.164, `"+31612345678"`. */
  readonly phone?: string;
  readonly address?: AddressBody;
  readonly companyNumber?: string;
};

export type AddressBody = {
  readonly street: string;
  readonly houseNumber?: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
};

export type InvoiceBody = {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: { readonly currency: "EUR"; readonly value: string };
  readonly description?: string;
};
