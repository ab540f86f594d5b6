import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { readSchedule, readWish } from "#app/server/arrangements/offer-json.server.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import { type AboutClaims, type DecidedOf, MOST_COUNTED, type WaitingOf } from "./inbox-parts.server.ts";

/** A plan that a debtor asks for. */
export type WaitingProposal = AboutClaims & {
  readonly kind: "proposal";
  readonly asked: {
    /** Empty where only what can be spared was sent. */
    readonly schedule: Schedule;
    readonly wish: Wish | null;
    readonly on: LocalDate;
  };
  readonly answerBefore: LocalDate;
};

export type DecidedProposal = AboutClaims & {
  readonly kind: "proposal";
  readonly status: ArrangementStatus;
  readonly on: LocalDate;
};

const about = {
  id: true,
  debtor: { select: { name: true } },
  claims: { select: { claim: { select: { reference: true } } }, orderBy: { claimId: "asc" } },
} satisfies Prisma.ArrangementSelect;

const newestOffer = {
  orderBy: { version: "desc" },
  take: 1,
  select: { schedule: true, wish: true, createdAt: true },
} satisfies Prisma.Arrangement$offersArgs;

export const waitingProposals: WaitingOf<WaitingProposal> = async (services, { creditorId, take }) => {
  const { prisma } = services.database;
  const where = { creditorId, status: "proposed" } as const;
  const [count, rows] = await Promise.all([
    prisma.arrangement.count({ where, take: MOST_COUNTED + 1 }),
    prisma.arrangement.findMany({
      where,
      orderBy: [{ decideBefore: "asc" }, { id: "asc" }],
      take,
      select: { ...about, decideBefore: true, offers: newestOffer },
    }),
  ]);
  return { count, items: rows.map(toItem) };
};

function toItem(row: AboutRow & { decideBefore: Date | null; offers: OfferRow[] }): WaitingProposal {
  const [offer] = row.offers;
  if (!offer || !row.decideBefore) throw new Error(`arrangement ${row.id} waits without an offer or a day`);
  return {
    kind: "proposal",
    ...aboutOf(row),
    asked: { schedule: readSchedule(offer.schedule), wish: readWish(offer.wish), on: dayInAmsterdam(offer.createdAt) },
    answerBefore: fromDateColumn(row.decideBefore),
  };
}

type AboutRow = { id: string; debtor: { name: string }; claims: { claim: { reference: string } }[] };
type OfferRow = { schedule: Prisma.JsonValue; wish: Prisma.JsonValue; createdAt: Date };

function aboutOf({ id, debtor, claims }: AboutRow): AboutClaims {
  return { id, debtor: debtor.name, references: claims.map(({ claim }) => claim.reference) };
}

/** Each kind of decision has a time and an index of its own, so that a long history costs nothing. */
export const decidedProposals: DecidedOf<DecidedProposal> = async (services: Services, { creditorId, take }) => {
  const { prisma } = services.database;
  const [ended, running, offered] = await Promise.all([
    prisma.arrangement.findMany({ where: { creditorId, endedAt: { not: null } }, orderBy: { endedAt: "desc" }, take, select: { ...about, status: true, endedAt: true } }), // prettier-ignore
    prisma.arrangement.findMany({ where: { creditorId, acceptedAt: { not: null }, status: "accepted" }, orderBy: { acceptedAt: "desc" }, take, select: { ...about, status: true, acceptedAt: true } }), // prettier-ignore
    prisma.arrangement.findMany({ where: { creditorId, status: "countered" }, orderBy: { updatedAt: "desc" }, take, select: { ...about, status: true, offers: newestOffer } }), // prettier-ignore
  ]);
  const dated = [
    ...ended.map((row) => ({ row, at: row.endedAt })),
    ...running.map((row) => ({ row, at: row.acceptedAt })),
    ...offered.map((row) => ({ row, at: row.offers[0]?.createdAt ?? null })),
  ];
  return dated.flatMap(({ row, at }) => {
    if (at === null) return [];
    return [{ at, item: { kind: "proposal", ...aboutOf(row), status: row.status, on: dayInAmsterdam(at) } }];
  });
};
