import { type Cents, minus, plus, ZERO } from "../money.ts";
import type { ArrangementPolicy } from "./policy.ts";

/** What is open on the claims on the day of the arrangement; the costs with their VAT. */
export type OpenAmounts = { readonly open: Cents; readonly interest: Cents; readonly costs: Cents };

/**
 * What an arrangement has to bring in. `waivedNow`: interest given up on acceptance ("waive"). `discount`: collection
 * costs given up, as of the day of acceptance, once the plan is paid ("waive_on_completion").
 */
export function planTotal(
  policy: Pick<ArrangementPolicy, "interestDuringArrangement" | "costsDuringArrangement">,
  { open, interest, costs }: OpenAmounts,
): { total: Cents; waivedNow: Cents; discount: Cents } {
  const waivedNow = policy.interestDuringArrangement === "waive" ? interest : ZERO;
  const discount = policy.costsDuringArrangement === "waive_on_completion" ? costs : ZERO;
  return { total: minus(open, plus(waivedNow, discount)), waivedNow, discount };
}
