import { addDays, addMonths, type LocalDate, later } from "../calendar.ts";

/**
 * contract: BW 3:307, five years. consumer_sale: the price of a thing sold to a consumer, BW 7:28, two years.
 * periodic: rent, interest and the like, BW 3:308, five years. judgment: BW 3:324, twenty years.
 */
export type LimitationGround = "contract" | "consumer_sale" | "periodic" | "judgment";

const YEARS: Record<LimitationGround, number> = { contract: 5, consumer_sale: 2, periodic: 5, judgment: 20 };

const LONGEST_AFTER_INTERRUPTION = 5;

/**
 * The last day on which the claim is not yet time-barred. The term starts on the day after the claim fell due. A written
 * demand or reservation, an acknowledgement or a suit within the term starts a new one on the next day, as long as the
 * old one and at most five years, which never ends before the old one would have (BW 3:316 to 3:319). A payment or a
 * proposal is no interruption here: name as interruptions only what was made as one.
 */
export function limitationLastDay(claim: {
  readonly ground: LimitationGround;
  readonly dueOn: LocalDate;
  readonly interruptions: readonly LocalDate[];
}): LocalDate {
  const years = YEARS[claim.ground];
  let last = lastDayOfTerm(claim.dueOn, years);
  for (const interruption of [...claim.interruptions].sort()) {
    if (interruption > last) continue;
    last = later(last, lastDayOfTerm(interruption, Math.min(years, LONGEST_AFTER_INTERRUPTION)));
  }
  return last;
}

/** Whether a debtor could invoke limitation on that day; until then, and without that, the claim stands (BW 3:322). */
export function isTimeBarred(claim: Parameters<typeof limitationLastDay>[0], on: LocalDate): boolean {
  return on > limitationLastDay(claim);
}

/** A term from 29 February is full at the end of 28 February where the last year has no 29th. */
function lastDayOfTerm(startsAfter: LocalDate, years: number): LocalDate {
  const first = addDays(startsAfter, 1);
  const anniversary = addMonths(first, years * 12);
  return anniversary.slice(5) === first.slice(5) ? addDays(anniversary, -1) : anniversary;
}
