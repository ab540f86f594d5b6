import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";

/** An instalment that a message is about, on the due day that it is about. */
export type InstalmentNews = {
  readonly seq: number;
  readonly dueOn: LocalDate;
  readonly amount: Cents;
  readonly open: Cents;
};

/** What there is to tell a debtor about an arrangement. */
export type DebtorNews =
  | { readonly kind: "accepted"; readonly by: "policy" | "creditor" | "debtor" }
  | { readonly kind: "proposed"; readonly decideBefore: LocalDate }
  | { readonly kind: "countered"; readonly message: string; readonly validUntil: LocalDate }
  | { readonly kind: "declined"; readonly reason: string }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "cancelled"; readonly reason: string }
  | { readonly kind: "expired"; readonly waitedFor: "creditor" | "debtor" }
  | { readonly kind: "completed" }
  | { readonly kind: "broken" }
  | { readonly kind: "remind" | "missed_first" | "missed_second"; readonly instalment: InstalmentNews }
  | {
      readonly kind: "moved_to_end" | "postponed" | "skipped";
      readonly instalment: InstalmentNews;
      readonly newDueOn: LocalDate;
    }
  | { readonly kind: "miss_announced"; readonly instalment: InstalmentNews }
  | { readonly kind: "last_letter"; readonly behind: Cents; readonly before: LocalDate }
  | { readonly kind: "debit_announced"; readonly instalment: InstalmentNews; readonly on: LocalDate }
  | { readonly kind: "debit_failed"; readonly instalment: InstalmentNews };

export type DebtorNewsKind = DebtorNews["kind"];

/** These ask for an act, so their mail carries a link; the others need none. */
export const ASKS_FOR_AN_ACT: ReadonlySet<DebtorNewsKind> = new Set<DebtorNewsKind>([
  "accepted",
  "countered",
  "remind",
  "missed_first",
  "missed_second",
  "last_letter",
  "debit_failed",
]);

/** Nobody asked for these at this moment: they go out within the hours in which a debtor may be approached. */
export const KEEPS_TO_CONTACT_HOURS: ReadonlySet<DebtorNewsKind> = new Set<DebtorNewsKind>([
  "broken",
  "remind",
  "missed_first",
  "missed_second",
  "moved_to_end",
  "last_letter",
  "debit_announced",
  "debit_failed",
]);
