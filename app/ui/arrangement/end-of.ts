import type { ArrangementView } from "./arrangement-view.ts";

export type ArrangementEnd =
  | "declined"
  | "withdrawn"
  | "withdrawnOffer"
  | "expired"
  | "expiredOffer"
  | "cancelled"
  | "cancelledProposal"
  | "broken";

/** How an arrangement ended before it was paid, told apart by who did not go on. */
export function endOf({ status, offer, acceptedOn }: ArrangementView): ArrangementEnd {
  const offered = offer.by === "creditor";
  switch (status) {
    case "expired":
      return offered ? "expiredOffer" : "expired";
    case "withdrawn":
      return offered ? "withdrawnOffer" : "withdrawn";
    case "cancelled":
      return acceptedOn === null ? "cancelledProposal" : "cancelled";
    case "declined":
    case "broken":
      return status;
    case "completed":
    case "proposed":
    case "countered":
    case "accepted":
      throw new RangeError(`an arrangement that is ${status} did not end early`);
  }
}
