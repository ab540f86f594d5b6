import type { DisputeStep } from "./journey-steps.server.ts";

const DISPUTE_PATH = "/claim/dispute";

/** A page about a dispute, with the claim in its address where the debtor has several. */
export function disputePath(
  claim: string | null,
  { step, ...query }: { readonly step?: DisputeStep } & Readonly<Record<string, string>> = {},
): string {
  const path = step === undefined ? DISPUTE_PATH : `${DISPUTE_PATH}/${step}`;
  return withClaim(path, claim, query);
}

/** Where one came from. */
export function overviewPath(claim: string | null): string {
  return withClaim("/claim", claim, {});
}

function withClaim(path: string, claim: string | null, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams({ ...(claim === null ? {} : { claim }), ...query }).toString();
  return search === "" ? path : `${path}?${search}`;
}
