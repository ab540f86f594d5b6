import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { wishOf } from "./draft-answers.server.ts";
import type { Journey } from "./journey.server.ts";

/** What a finished journey asks for. */
export function requireWish({ draft, policy }: Pick<Journey, "draft" | "policy">): Wish {
  const wish = wishOf(draft, policy);
  if (wish === null) throw new Error("the check page comes after every answer");
  return wish;
}

/** What the check page showed, in short: the same answers, amount and day give the same table. */
export function shownKey({ wish, total, today }: { wish: Wish; total: Cents; today: LocalDate }): string {
  const { downPayment, perInstalment, frequency, payDay, firstOn, budgetUsed, settlement } = wish;
  const amounts = [total, downPayment, perInstalment].map(toDecimal);
  return [...amounts, frequency, payDay ?? "", firstOn ?? "", budgetUsed, settlement, today].join(" ");
}
