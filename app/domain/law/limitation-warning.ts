import { addMonths, type LocalDate } from "../calendar.ts";
import { limitationLastDay } from "./limitation.ts";

/**
 * soon: after `lastDay` the debtor may invoke limitation unless the creditor demands payment in writing before. passed: the
 * debtor may already. passed_if_sale: only where it is the price of a thing sold to a consumer, which the creditor knows.
 */
export type LimitationWarning = {
  readonly kind: "soon" | "passed" | "soon_if_sale" | "passed_if_sale";
  readonly lastDay: LocalDate;
};

const MONTHS_AHEAD = 6;

/**
 * What a creditor has to know of the limitation of an invoice, or null while its end is more than six months away. The
 * term of a contract counts (BW 3:307), and of a consumer the shorter one of a sale as well (BW 7:28). `demandedOn`: days of
 * written demands, each of which starts a new term (BW 3:317, 3:319); whatever else was written is for the creditor to know.
 */
export function limitationWarning(
  invoice: { readonly kind: "consumer" | "commercial"; readonly dueOn: LocalDate; readonly demandedOn: readonly LocalDate[] }, // prettier-ignore
  today: LocalDate,
): LimitationWarning | null {
  const { kind, dueOn, demandedOn: interruptions } = invoice;
  const contract = limitationLastDay({ ground: "contract", dueOn, interruptions });
  const sale = limitationLastDay({ ground: "consumer_sale", dueOn, interruptions });
  const near = addMonths(today, MONTHS_AHEAD);
  if (contract < today) return { kind: "passed", lastDay: contract };
  if (contract <= near) return { kind: "soon", lastDay: contract };
  if (kind !== "consumer" || sale > near) return null;
  return { kind: sale < today ? "passed_if_sale" : "soon_if_sale", lastDay: sale };
}
