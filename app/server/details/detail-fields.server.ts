/** What a debtor can correct; the names of the columns too. */
export const DETAIL_FIELDS = ["email", "phone", "street", "houseNumber", "addressLine2", "postalCode", "city"] as const;

export type DetailField = (typeof DETAIL_FIELDS)[number];

/** A part of the details by which a change is named, to people and in events. */
export type DetailGroup = "email" | "phone" | "address";

/** As they will be; null takes one away. What is not there stays as it is. */
export type DetailChanges = Readonly<Partial<Record<DetailField, string | null>>>;

/** As the creditor says it: its addresses have a country. A debtor who moves stays in the country that is known. */
export type CorrectedDetails = DetailChanges & { readonly country?: string | null };

export type KnownDetails = Readonly<Record<DetailField, string | null>>;

/** What of the wanted details is not as it is now. */
export function changedFields(known: KnownDetails, wanted: KnownDetails): DetailChanges {
  const differing = DETAIL_FIELDS.filter((field) => spelled(known[field]) !== spelled(wanted[field]));
  return Object.fromEntries(differing.map((field) => [field, wanted[field]]));
}

/** `1234AB` and `1234 AB` are the same. */
const spelled = (value: string | null): string => value?.replace(/\s+/g, "") ?? "";

/** Which parts a change is about, each once. */
export function groupsOf(changes: CorrectedDetails): DetailGroup[] {
  const fields = [...DETAIL_FIELDS, "country"] as const;
  const groups = fields
    .filter((field) => field in changes)
    .map((field) => (field === "email" || field === "phone" ? field : "address"));
  return [...new Set(groups)];
}

/** What was stored of a change, as far as it is one. */
export function readChanges(json: unknown): DetailChanges {
  const stored = typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
  const known = DETAIL_FIELDS.flatMap((field) => {
    const value = stored[field];
    return typeof value === "string" || value === null ? [[field, value] as const] : [];
  });
  return Object.fromEntries(known);
}
