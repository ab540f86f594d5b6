import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { readSchedule, readWish } from "#app/server/arrangements/offer-json.server.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";

/** Whom something is about, and which claims. */
type About = { readonly id: string; readonly debtor: string; readonly references: readonly string[] };

/** What waits for an answer of the creditor. */
export type InboxItem = About & {
  readonly kind: "proposal";
  readonly asked: {
    /** Empty where only what can be spared was sent. */
    readonly schedule: Schedule;
    readonly wish: Wish | null;
    readonly on: LocalDate;
  };
  readonly answerBefore: LocalDate;
};

/** What was decided lately, by whoever it was. */
export type DecidedItem = About & {
  readonly kind: "proposal";
  readonly status: ArrangementStatus;
  readonly on: LocalDate;
};

export type InboxList = {
  /** What is due first comes first; the first hundred. */
  readonly waiting: readonly InboxItem[];
  readonly waitingCount: number;
  /** The newest first. */
  readonly decided: readonly DecidedItem[];
};

const MOST_WAITING = 100;
const MOST_DECIDED = 10;

const about = {
  id: true,
  debtor: { select: { name: true } },
  claims: { select: { claim: { select: { reference: true } } }, orderBy: { claimId: "asc" } },
} satisfies Prisma.ArrangementSelect;

/** What a creditor has to answer, sorted by the last day for it, and what was decided lately. */
export async function listInbox(services: Services, { creditorId }: { creditorId: string }): Promise<InboxList> {
  const { prisma } = services.database;
  const where = { creditorId, status: "proposed" } as const;
  const [waitingCount, waiting, decided] = await Promise.all([
    prisma.arrangement.count({ where }),
    prisma.arrangement.findMany({
      where,
      orderBy: [{ decideBefore: "asc" }, { id: "asc" }],
      take: MOST_WAITING,
      select: { ...about, decideBefore: true, offers: newestOffer },
    }),
    decidedLately(services, creditorId),
  ]);
  return { waiting: waiting.map(toItem), waitingCount, decided };
}

const newestOffer = {
  orderBy: { version: "desc" },
  take: 1,
  select: { schedule: true, wish: true, createdAt: true },
} satisfies Prisma.Arrangement$offersArgs;

function toItem(row: AboutRow & { decideBefore: Date | null; offers: OfferRow[] }): InboxItem {
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

function aboutOf({ id, debtor, claims }: AboutRow): About {
  return { id, debtor: debtor.name, references: claims.map(({ claim }) => claim.reference) };
}

/** Each kind of decision has a time and an index of its own, so that a long history costs nothing. */
async function decidedLately(services: Services, creditorId: string): Promise<DecidedItem[]> {
  const { prisma } = services.database;
  const take = MOST_DECIDED;
  const [ended, running, offered] = await Promise.all([
    prisma.arrangement.findMany({ where: { creditorId, endedAt: { not: null } }, orderBy: { endedAt: "desc" }, take, select: { ...about, status: true, endedAt: true } }), // prettier-ignore
    prisma.arrangement.findMany({ where: { creditorId, acceptedAt: { not: null }, status: "accepted" }, orderBy: { acceptedAt: "desc" }, take, select: { ...about, status: true, acceptedAt: true } }), // prettier-ignore
    prisma.arrangement.findMany({ where: { creditorId, status: "countered" }, orderBy: { updatedAt: "desc" }, take, select: { ...about, status: true, offers: newestOffer } }), // prettier-ignore
  ]);
  const dated = [
    ...ended.map((row) => ({ row, at: row.endedAt })),
    ...running.map((row) => ({ row, at: row.acceptedAt })),
    ...offered.map((row) => ({ row, at: row.offers[0]?.createdAt ?? null })),
  ].flatMap(({ row, at }) => (at === null ? [] : [{ row, at }]));
  return dated
    .sort((left, right) => right.at.getTime() - left.at.getTime())
    .slice(0, MOST_DECIDED)
    .map(({ row, at }) => ({ kind: "proposal", ...aboutOf(row), status: row.status, on: dayInAmsterdam(at) }));
}
