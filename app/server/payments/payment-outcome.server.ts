import type { StoredPayment } from "./payment-store.server.ts";

/** What a debtor is told of a payment. `checking`: nobody knows yet; money may still come. */
export type PaymentOutcome = "checking" | "paid" | "failed" | "cancelled" | "expired";

export function outcomeOf({ status }: Pick<StoredPayment, "status">): PaymentOutcome {
  switch (status) {
    case "creating":
    case "open":
      return "checking";
    case "abandoned":
      return "failed";
    default:
      return status;
  }
}
