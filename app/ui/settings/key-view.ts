import type { LocalDate } from "#app/domain/calendar.ts";
import type { DecidedByView } from "#app/ui/inbox/inbox-view.ts";

/** An API key as its creditor sees it. Times are RFC 3339. */
export type ApiKeyView = {
  readonly id: string;
  readonly name: string;
  readonly begins: string;
  readonly scopes: readonly string[];
  readonly madeBy: DecidedByView;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  /** The last day on which it works. */
  readonly lastDay: LocalDate;
  readonly revokedAt: string | null;
  readonly state: "active" | "expired" | "revoked";
};

/** A public key that the creditor signs links with. */
export type LinkKeyView = {
  readonly id: string;
  readonly kid: string;
  readonly alg: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

export type KeyFaultView = {
  readonly field: "name" | "scopes" | "expiresOn";
  readonly kind:
    | "name_missing"
    | "name_too_long"
    | "scopes_missing"
    | "not_a_day"
    | "expired_already"
    | "expires_too_late"
    | "made_already";
};

/** Why a public key was not taken in. */
export type LinkKeyFaultView = {
  readonly field: "kid" | "jwk";
  readonly kind:
    "kid_not_allowed" | "kid_taken" | "too_many" | "not_json" | "private_key" | "unknown_member" | "not_supported";
};

/** A key that was made just now, shown this once. */
export type NewKeyView = { readonly name: string; readonly key: string };
