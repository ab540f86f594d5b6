import type { FollowedInstalment } from "#app/domain/arrangement/follow-plan.ts";
import { toDecimal } from "#app/domain/money.ts";

/** An instalment as the creditor's systems see it. */
export function instalmentData({
  seq,
  dueOn,
  amount,
  open,
}: Pick<FollowedInstalment, "seq" | "dueOn" | "amount" | "open">) {
  return { seq, dueOn, amount: toDecimal(amount), open: toDecimal(open) };
}
