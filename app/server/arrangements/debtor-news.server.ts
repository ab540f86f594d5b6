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

/**
 * Whether news waits for the hours in which a debtor may be approached: all that the debtor has not just asked for or done.
 * That a plan is completed is told at once to who has just paid the last of it.
 */
export function keepsToContactHours(news: DebtorNews): boolean {
  return news.kind === "accepted" ? news.by === "creditor" : NOT_ASKED_FOR.has(news.kind);
}

const NOT_ASKED_FOR: ReadonlySet<DebtorNewsKind> = new Set<DebtorNewsKind>([
  "countered",
  "declined",
  "cancelled",
  "expired",
  "broken",
  "completed",
  "remind",
  "missed_first",
  "missed_second",
  "moved_to_end",
  "last_letter",
  "debit_announced",
  "debit_failed",
]);
