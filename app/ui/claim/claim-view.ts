import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import type { Cents } from "#app/domain/money.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { BrandView } from "#app/ui/layout/brand.tsx";

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
  /** Why it rests, and until which day, included; without a day until somebody ends it. */
  readonly pause: { readonly reason: PauseReason; readonly untilOn: LocalDate | null } | null;
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
  readonly brand?: BrandView | undefined;
};

/** Whom the creditor asks to pay, as far as the address is known. */
export type AddresseeView = {
  readonly name: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
};

/** A payment at the provider that may still be paid. */
export type OpenPaymentView = {
  readonly id: string;
  readonly claimIds: readonly string[];
  readonly amount: Cents;
  /** By direct debit: it takes the bank some days, and there is nothing to go on with or to cancel. */
  readonly collected: boolean;
};
