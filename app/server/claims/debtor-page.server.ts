import type { AppLoadContext } from "@remix-run/node";
import { brandView } from "#app/server/creditors/brand-view.server.ts";
import { loadDebtorClaims, type DebtorClaims } from "./debtor-claims.server.ts";

/** The debtor's claims, or the page that explains how to come in again. */
export async function requireDebtorClaims(context: AppLoadContext): Promise<DebtorClaims> {
  const loaded = await loadDebtorClaims(context);
  if (!loaded) throw sessionEnded();
  return loaded;
}

/** Answers the page that explains how to come in again. */
export const sessionEnded = (): Response => new Response(null, { status: 401, statusText: "session ended" });

/** The claim a page is about: the one in its address, the only one, or with several none. A strange id is no claim. */
export function chosenClaim({ claims }: DebtorClaims, request: Request) {
  const asked = new URL(request.url).searchParams.get("claim");
  if (asked === null) return claims.length === 1 ? (claims[0] ?? null) : null;
  const found = claims.find((claim) => claim.id === asked);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/** What a page shows of whom the debtor deals with: nothing that is not for the debtor's eyes. */
export function creditorView({ creditor }: DebtorClaims) {
  const { name, contact, collector, complaints } = creditor;
  return { name, contact, collector, complaints, brand: brandView(creditor) };
}
