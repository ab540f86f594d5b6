import type { LocalDate } from "#app/domain/calendar.ts";
import type { Retention } from "#app/domain/retention.ts";
import { preferredChannel, type PreferredChannel } from "#app/domain/preferred-channel.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DebtorScope } from "./debtor-scope.server.ts";
import { type DetailGroup, groupsOf, type KnownDetails, readChanges } from "./detail-fields.server.ts";
import { retentionNow } from "./kept-claims.server.ts";

export type DebtorDetails = KnownDetails & {
  readonly name: string;
  readonly country: string | null;
  readonly language: string;
  readonly channel: PreferredChannel | null;
  /** A change that still waits for the old address. */
  readonly waiting: { readonly parts: readonly DetailGroup[]; readonly until: LocalDate } | null;
  readonly retention: Retention;
};

/** What is known of a debtor, and until when it is kept. */
export async function loadDetails(
  services: Services,
  debtor: Pick<DebtorScope, "creditorId" | "debtorId">,
): Promise<DebtorDetails> {
  const { prisma } = services.database;
  const { creditorId, debtorId } = debtor;
  const row = await prisma.debtor.findFirstOrThrow({
    where: { id: debtorId, creditorId },
    select: {
      name: true,
      email: true,
      phone: true,
      street: true,
      houseNumber: true,
      addressLine2: true,
      postalCode: true,
      city: true,
      country: true,
      language: true,
      channel: true,
      changes: {
        where: { confirmedAt: null, refusedAt: null, expiresAt: { gt: services.clock.now() } },
        select: { details: true, expiresAt: true },
        orderBy: { createdAt: "desc" },
        take: 1,
      },
    },
  });
  const { changes, channel, ...known } = row;
  const [change] = changes;
  return {
    ...known,
    channel: preferredChannel(channel),
    waiting: change ? { parts: groupsOf(readChanges(change.details)), until: dayInAmsterdam(change.expiresAt) } : null,
    retention: await retentionNow(prisma, services, debtor),
  };
}
