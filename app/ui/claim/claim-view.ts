import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";

export type InvoiceView = {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: Cents;
};

/** A claim as its debtor sees it. */
export type ClaimView = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly kind: "consumer" | "commercial";
  readonly status: ClaimStatus;
  readonly interestType: "statutory" | "contractual" | "none";
  readonly noticeDeliveredOn: LocalDate | null;
  readonly invoices: readonly InvoiceView[];
  readonly statement: Statement;
  /** What tomorrow adds. */
  readonly interestPerDay: Cents;
};

export type ContactView = {
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
};

export type CollectorView = Omit<ContactView, "website"> & { readonly name: string; readonly registerNumber?: string };

export type ComplaintsView = {
  readonly text?: string;
  readonly email?: string;
  readonly url?: string;
  readonly outsideBody?: { readonly name: string; readonly url: string };
};

/** Whom the debtor deals with. */
export type CreditorView = {
  readonly name: string;
  readonly contact: ContactView;
  readonly collector: CollectorView | null;
  readonly complaints: ComplaintsView;
};

/** A payment at the provider that may still be paid. */
export type OpenPaymentView = { readonly id: string; readonly amount: Cents };
