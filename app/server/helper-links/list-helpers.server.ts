import type { HelperRights } from "#app/domain/access.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type HelperSummary = {
  readonly id: string;
  readonly name: string;
  readonly rights: HelperRights;
  readonly state: "open" | "withdrawn" | "over";
  readonly until: LocalDate;
  /** Each time they came in or did something, newest first; the latest twenty. RFC 3339. */
  readonly looks: readonly { readonly kind: HelperLookKind; readonly at: string }[];
};

export const HELPER_LOOKS = ["opened", "proposed", "changed"] as const;

/** opened: came in. proposed: sent a proposal. changed: pressed a button of an arrangement. */
export type HelperLookKind = (typeof HELPER_LOOKS)[number];

const MOST_HELPERS = 20;
const MOST_LOOKS = 20;

/** Whom a debtor let look along, newest first, and what they did. */
export async function listHelpers(
  services: Services,
  { creditorId, debtorId }: { creditorId: string; debtorId: string },
): Promise<HelperSummary[]> {
  const now = services.clock.now();
  const rows = await services.database.prisma.helperGrant.findMany({
    where: { creditorId, debtorId },
    orderBy: { id: "desc" },
    take: MOST_HELPERS,
    select: {
      id: true,
      name: true,
      rights: true,
      expiresAt: true,
      revokedAt: true,
      looks: { orderBy: { id: "desc" }, take: MOST_LOOKS, select: { kind: true, at: true } },
    },
  });
  return rows.map(({ id, name, rights, expiresAt, revokedAt, looks }) => ({
    id,
    name,
    rights,
    state: revokedAt ? "withdrawn" : expiresAt <= now ? "over" : "open",
    until: dayInAmsterdam(expiresAt),
    looks: looks.map(({ kind, at }) => ({ kind: kindOf(kind), at: at.toISOString() })),
  }));
}

const kindOf = (kind: string): HelperLookKind => HELPER_LOOKS.find((known) => known === kind) ?? "changed";
