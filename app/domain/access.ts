/** What somebody who helps a debtor may do: look and pay, or also propose an arrangement in the debtor's name. */
export type HelperRights = "look" | "propose";

/** The rights that a request needs; `never`: only the debtor. */
type Needs = HelperRights | "never";

type Decision = { readonly pattern: string; readonly GET: Needs; readonly POST: Needs };

/**
 * Every page that a debtor's session opens, and what of it somebody who helps may do. `:x` stands for one part of an address,
 * `*` for all that follows. An address that is not here is only the debtor's; the first that fits decides.
 */
export const HELPER_DECISIONS: readonly Decision[] = [
  { pattern: "/claim", GET: "look", POST: "never" },
  { pattern: "/claim/letters", GET: "look", POST: "never" },
  { pattern: "/claim/letters/:letter", GET: "look", POST: "never" },
  { pattern: "/claim/documents/:document", GET: "look", POST: "never" },
  { pattern: "/claim/receipts/:payment", GET: "look", POST: "never" },
  // Anybody may pay somebody else's bill.
  { pattern: "/claim/pay", GET: "look", POST: "look" },
  { pattern: "/claim/pay/transfer", GET: "look", POST: "never" },
  { pattern: "/claim/pay/:payment", GET: "look", POST: "look" },
  { pattern: "/return/:return", GET: "look", POST: "never" },
  { pattern: "/claim/leave", GET: "look", POST: "look" },
  { pattern: "/help", GET: "look", POST: "never" },
  { pattern: "/accessibility", GET: "look", POST: "never" },
  { pattern: "/claim/arrangement", GET: "look", POST: "propose" },
  { pattern: "/claim/arrangement/*", GET: "look", POST: "propose" },
  { pattern: "/claim/dispute", GET: "look", POST: "never" },
  { pattern: "/claim/dispute/*", GET: "look", POST: "never" },
  // What the debtor says about themselves, and who else may look.
  { pattern: "/claim/help/*", GET: "never", POST: "never" },
  { pattern: "/claim/details", GET: "never", POST: "never" },
  { pattern: "/claim/details/*", GET: "never", POST: "never" },
  { pattern: "/claim/complaint", GET: "never", POST: "never" },
  { pattern: "/claim/complaint/*", GET: "never", POST: "never" },
];

/**
 * Whether somebody who helps a debtor may make a request, by its method and the path of its address. Denied unless it is
 * allowed above, so that a page nobody thought of stays the debtor's.
 */
export function mayHelper(rights: HelperRights, method: string, path: string): boolean {
  if (method !== "GET" && method !== "HEAD" && method !== "POST") return false;
  const decision = HELPER_DECISIONS.find(({ pattern }) => fits(pattern, path));
  const needs = decision?.[method === "POST" ? "POST" : "GET"] ?? "never";
  return needs === "look" || needs === rights;
}

/** Whether an address is one that the pattern stands for; a slash at its end does not count. */
export function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.replace(/\/+$/, "").split("/");
  if (wanted.at(-1) === "*" ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((part, index) => {
    const text = given[index] ?? "";
    return part === "*" || (part.startsWith(":") ? text !== "" : part === text);
  });
}
