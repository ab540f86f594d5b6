import type { ArrangementView } from "./arrangement-view.ts";

type OfPlan = Pick<ArrangementView, "claimIds">;

/** The agreement as PDF. */
export function agreementFile(arrangement: OfPlan): string {
  return addressOf("/claim/arrangement/agreement", arrangement);
}

/** Paying of its claims alone: beside them the debtor may have others that are open. */
export function payPage(arrangement: OfPlan): string {
  return addressOf("/claim/pay", arrangement);
}

export function payInstalmentHref(arrangement: OfPlan, seq: number): string {
  return addressOf("/claim/pay", arrangement, { instalment: String(seq) });
}

/** Everything of which the day has passed. */
export function payBehindHref(arrangement: OfPlan): string {
  return addressOf("/claim/pay", arrangement, { instalment: "behind" });
}

/** Any of its claims stands for the plan. */
function addressOf(path: string, { claimIds }: OfPlan, values: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams([...claimIds.slice(0, 1).map((id) => ["claim", id]), ...Object.entries(values)]);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
