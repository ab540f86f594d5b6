/** The agreement as PDF. */
export const AGREEMENT_FILE = "/claim/arrangement/agreement";

export const PAY_PAGE = "/claim/pay";

export function payInstalmentHref(seq: number): string {
  return `${PAY_PAGE}?instalment=${seq}`;
}

/** Everything of which the day has passed. */
export const PAY_BEHIND_PAGE = `${PAY_PAGE}?instalment=behind`;
