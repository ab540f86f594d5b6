import type { EventType } from "#app/domain/events.ts";
import { toDecimal } from "#app/domain/money.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";
import { scheduleJson } from "./offer-json.server.ts";

type ArrangementEvent = Extract<EventType, `arrangement.${string}` | `instalment.${string}`>;

export type ArrangementNews = {
  readonly type: ArrangementEvent;
  /** Besides the arrangement itself: who decided, which instalment. No personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
};

/** A body holds 20 kB at most: of very many claims the first hundred are named, and how many there are. */
const MOST_CLAIMS_TOLD = 100;

/** Tells the creditor's systems, on every claim of the arrangement, what became of it. */
export async function appendArrangementEvents(
  tx: Transaction,
  arrangement: Pick<ArrangementRecord, "id" | "claimIds" | "version" | "offer">,
  { news, at }: { news: readonly ArrangementNews[]; at: Date },
): Promise<void> {
  const { id, claimIds, version } = arrangement;
  const about = { id, version, claims: claimIds.slice(0, MOST_CLAIMS_TOLD), claimCount: claimIds.length };
  for (const claimId of claimIds) {
    const events = news.map(({ type, data = {} }) => {
      const offer = OFFERS.has(type) ? offerData(arrangement.offer) : {};
      return { type, occurredAt: at, data: { arrangement: { ...about, ...offer }, ...data } };
    });
    await appendEvents(tx, claimId, events);
  }
}

const OFFERS: ReadonlySet<EventType> = new Set<EventType>([
  "arrangement.proposed",
  "arrangement.countered",
  "arrangement.accepted",
]);

/** Likewise of a very long plan the first hundred instalments are told, and how many there are. */
const MOST_INSTALMENTS_TOLD = 100;

function offerData({ by, total, schedule, frequency, validUntil }: ArrangementRecord["offer"]) {
  return {
    by,
    total: toDecimal(total),
    frequency,
    validUntil,
    instalments: schedule.length,
    schedule: scheduleJson(schedule.slice(0, MOST_INSTALMENTS_TOLD)),
  };
}
