import type { LocalDate } from "./calendar.ts";
import { asCents, type Cents } from "./money.ts";
import type { Rate } from "./rate.ts";

/** Consumer: a person not acting in a profession or business (BW 6:96 lid 6). Commercial: BW 6:119a. */
export type ClaimKind = "consumer" | "commercial";

export type InterestTerms =
  { readonly type: "statutory" } | { readonly type: "contractual"; readonly rate: Rate } | { readonly type: "none" };

/** What the creditor asks for collection. The day of the notice matters to consumers only; amounts are without VAT. */
export type CollectionCostsTerms =
  | { readonly type: "statutory"; readonly noticeDeliveredOn: LocalDate | null }
  | { readonly type: "fixed"; readonly amount: Cents; readonly noticeDeliveredOn: LocalDate | null }
  | { readonly type: "none" };

/** Days both included; `to` null: until further notice. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate | null };

/** Everything about a claim that decides its amounts, next to the ledger. */
export type ClaimTerms = {
  readonly kind: ClaimKind;
  readonly interest: InterestTerms;
  readonly collectionCosts: CollectionCostsTerms;
  /** False adds VAT to the collection costs (BIK art. 2 lid 3). */
  readonly canDeductVat: boolean;
  /** Asks no costs when only less than this is left on the day they would fall due. */
  readonly waiveCostsIfRemainderBelow: Cents;
  /** Days on which no interest runs, such as those of an arrangement that freezes it. */
  readonly interestFrozen: readonly Period[];
  /** Days on which no collection costs fall due, such as those of an arrangement; they do on the first day after. */
  readonly costsHeld: readonly Period[];
};

/** The creditor's setting until they choose another: € 5,00. */
export const DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW = asCents(500n);
