import type { IntakeWarning } from "./intake-check.ts";

/** What is known of a debtor, or given of one with a claim; null: nothing. */
export type DebtorDetails = Readonly<
  Record<
    "name" | "companyNumber" | "email" | "phone" | "street" | "houseNumber" | "addressLine2" | "postalCode" | "city" | "country",
    string | null
  >
>; // prettier-ignore

/**
 * What a claim says of a debtor that is known under the same reference, and otherwise: the claim goes to the debtor who is
 * known, with the details that are known. Of an address only the first line that differs is told. Capitals and spaces make
 * no difference, and what is not given or not known does not differ.
 */
export function debtorDiffers(known: DebtorDetails, given: DebtorDetails): readonly IntakeWarning[] {
  const differs = (textOf: (details: DebtorDetails) => string | null) => {
    const [before, now] = [textOf(known), textOf(given)];
    return before !== null && now !== null && folded(before) !== folded(now);
  };
  const fields = (["name", "companyNumber", "email", "phone"] as const).filter((field) => differs((of) => of[field]));
  const street = differs(({ street: of, houseNumber }) => (of === null ? null : `${of}${houseNumber ?? ""}`));
  const others = (["postalCode", "city", "country"] as const).filter((field) => differs((of) => of[field]));
  const [line] = street ? ["street"] : others;
  const paths = [...fields.map((field) => ["debtor", field]), ...(line === undefined ? [] : [["debtor", "address", line]])]; // prettier-ignore
  return paths.map((path) => ({ path, code: "debtor_differs", allowed: null }));
}

const folded = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s.,]+/g, "");
