import { CLAIM_STATUSES, type ClaimStatus } from "#app/domain/claim.ts";
import {
  decryptSecret,
  encryptSecret,
  type SecretPlace,
} from "#app/server/platform/crypto/secret-encryption.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** What somebody looks for among the claims. */
export type SearchAsked = { readonly q: string; readonly status: ClaimStatus | null; readonly after: string | null };

const MOST_CHARACTERS = 100;

/**
 * The query of an address that shows what a search finds. What was typed is a name as often as not, so it is sealed: no
 * address, and so no history and no log of a proxy, says whom a creditor looked for.
 */
export function searchQuery(
  { keys }: Pick<Services, "keys">,
  { creditorId, search }: { creditorId: string; search: SearchAsked },
): string {
  const { q, status, after } = search;
  const query = new URLSearchParams();
  if (status !== null) query.set("status", status);
  if (q !== "") query.set("find", encryptSecret(keys, placeOf(creditorId), q));
  if (after !== null) query.set("after", after);
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** What an address asks for; what cannot be read asks for nothing. */
export function readSearchQuery(
  { keys }: Pick<Services, "keys">,
  { creditorId, query }: { creditorId: string; query: URLSearchParams },
): SearchAsked {
  const sealed = query.get("find");
  const opened = sealed === null ? null : decryptSecret(keys, placeOf(creditorId), sealed);
  const after = query.get("after");
  return {
    q: opened?.ok ? opened.value : "",
    status: readStatus(query.get("status")),
    after: after !== null && isId("clm", after) ? after : null,
  };
}

export function readSearchForm(form: URLSearchParams): SearchAsked {
  const q = (form.get("q") ?? "").trim().slice(0, MOST_CHARACTERS);
  return { q, status: readStatus(form.get("status")), after: null };
}

const readStatus = (text: string | null): ClaimStatus | null => CLAIM_STATUSES.find((one) => one === text) ?? null;

const placeOf = (creditorId: string): SecretPlace => ({ table: "claim", column: "search", row: creditorId });
