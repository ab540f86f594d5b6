import type { PauseReason } from "./pause.ts";

/** Somebody else deals with the debtor's money, the debtor is bankrupt, or has died. */
export type SpecialCaseAbout = "counsellor" | "bankrupt" | "deceased";

export type SpecialField = "kind" | "name" | "contact" | "reference" | "day" | "text";

/** What each form asks, in this order; only `kind` and `name` have to be answered. */
export const SPECIAL_QUESTIONS: Readonly<Record<SpecialCaseAbout, readonly SpecialField[]>> = {
  counsellor: ["kind", "name", "contact", "reference", "text"],
  bankrupt: ["name", "contact", "reference", "day", "text"],
  deceased: ["name", "contact", "day", "text"],
};

/** Who may be dealing with the debtor's money. */
export const COUNSELLOR_KINDS = [
  "debt_counselling",
  "administration",
  "wsnp",
  "moratorium",
] as const satisfies readonly PauseReason[];

export type CounsellorKind = (typeof COUNSELLOR_KINDS)[number];

export type SpecialAnswers = Readonly<Record<SpecialField, string>>;

export type SpecialError = { readonly field: SpecialField; readonly kind: "kind" | "name" | "day" | "tooLong" };

/** For what a claim rests after it was told. */
export function pauseReasonOf(about: SpecialCaseAbout, kind: CounsellorKind): PauseReason {
  if (about === "counsellor") return kind;
  return about === "bankrupt" ? "bankruptcy" : "deceased";
}
