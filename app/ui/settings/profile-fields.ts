/** The fields of the profile's form, part by part. */
export const CONTACT_FIELDS = ["name", "address", "phone", "email", "website"] as const;
export const COMPLAINT_FIELDS = ["complaintsText", "complaintsEmail", "complaintsUrl", "bodyName", "bodyUrl"] as const;
export const TERM_FIELDS = ["disputeAnswerDays", "pauseMonths", "pauseMonthsMost", "postalDays"] as const;

export type ProfileField =
  | (typeof CONTACT_FIELDS)[number]
  | (typeof COMPLAINT_FIELDS)[number]
  | (typeof TERM_FIELDS)[number]
  | "minimumPartPayment";

export type ProfileFaultView = {
  readonly field: string;
  readonly kind: "missing" | "too_long" | "email" | "web" | "number" | "amount" | "range" | "order" | "both";
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};
