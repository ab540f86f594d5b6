import type { LocalDate } from "#app/domain/calendar.ts";
import type { PreferredChannel } from "#app/domain/preferred-channel.ts";
import type { Retention } from "#app/domain/retention.ts";
import type { AddresseeView } from "#app/ui/claim/claim-view.ts";

export const DETAILS_PAGE = "/claim/details";

/** What was just done, told on the page after it. */
export const DETAILS_NEWS = ["language", "channel", "asked_confirm", "asked_creditor", "nothing", "sessions"] as const;

export type DetailsNews = (typeof DETAILS_NEWS)[number];

export type DetailPart = "email" | "phone" | "address";

/** What is known of a debtor. */
export type DetailsView = AddresseeView & {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly channel: PreferredChannel | null;
  readonly waiting: { readonly parts: readonly DetailPart[]; readonly until: LocalDate } | null;
  readonly retention: Retention;
};

export type SessionView = {
  readonly id: string;
  /** RFC 3339. */
  readonly since: string;
  readonly own: boolean;
  readonly helper: string | null;
};

/** The names of the fields of a change; the error summary leads to them. */
export const DETAIL_FIELDS = ["email", "phone", "street", "houseNumber", "addressLine2", "postalCode", "city"] as const;

export type DetailFieldName = (typeof DETAIL_FIELDS)[number];

export type DetailErrorView = {
  readonly field: DetailFieldName;
  readonly kind: "email_wrong" | "phone_wrong" | "postal_code_wrong" | "address_incomplete" | "too_long";
};
