export const HELPER_FIELDS = {
  helperId: "helperId",
  name: "name",
  rights: "rights",
  days: "days",
  act: "act",
} as const;

export type HelperAnswers = { readonly name: string; readonly rights: string; readonly days: string };

export type HelperError = "nameMissing" | "rightsMissing" | "daysWrong" | "tooMany";
