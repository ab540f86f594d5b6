import { addDays, type LocalDate, weekday } from "../calendar.ts";
import { isHoliday } from "../holidays.ts";

/** The postal days assumed unless the creditor chose more. */
export const DEFAULT_POSTAL_DAYS = 2;

export type NoticeTerm = {
  readonly deliveredOn: LocalDate;
  /** The day after delivery (BW 6:96 lid 6). */
  readonly firstDay: LocalDate;
  /** The fourteenth day. */
  readonly lastDay: LocalDate;
  /** The first day on which the law lets the costs be asked. */
  readonly costsDueFromAtTheEarliest: LocalDate;
  /** The first day on which they are asked here: a day later, so that "within fifteen days after delivery" has passed as well. */
  readonly costsDueFrom: LocalDate;
};

/**
 * The term of a notice (veertiendagenbrief): fourteen full days from the day after its delivery
 * (BW 6:96 lid 6; HR 25 November 2016, ECLI:NL:HR:2016:2704).
 */
export function noticeTerm(deliveredOn: LocalDate): NoticeTerm {
  const lastDay = addDays(deliveredOn, 14);
  return {
    deliveredOn,
    firstDay: addDays(deliveredOn, 1),
    lastDay,
    costsDueFromAtTheEarliest: addDays(deliveredOn, 15),
    costsDueFrom: addDays(deliveredOn, 16),
  };
}

/**
 * The day a letter by post is presumed delivered: the `postalDays`-th day after sending, where Sundays, Mondays and
 * holidays count neither on the way nor as the day of delivery. Mail and portal are delivered when they reached the debtor.
 */
export function presumedDelivery(sentOn: LocalDate, postalDays: number = DEFAULT_POSTAL_DAYS): LocalDate {
  let at = sentOn;
  for (let left = Math.max(1, postalDays); left > 0; left -= 1) {
    do at = addDays(at, 1);
    while (!isPostalDay(at));
  }
  return at;
}

function isPostalDay(date: LocalDate): boolean {
  const dayOfWeek = weekday(date);
  return dayOfWeek >= 2 && dayOfWeek <= 6 && !isHoliday(date);
}
