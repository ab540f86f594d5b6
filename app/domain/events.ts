/** What happens to a claim and is told to the creditor, over webhooks and in the feed. */
export const EVENT_TYPES = [
  "claim.opened",
  "claim.settled",
  "claim.reopened",
  "claim.paused",
  "claim.resumed",
  "claim.closed",
  "payment.paid",
  "payment.failed",
  "payment.overpaid",
  "payment.refunded",
  "payment.charged_back",
  "payment.chargeback_reversed",
  "arrangement.proposed",
  "arrangement.countered",
  "arrangement.accepted",
  "arrangement.declined",
  "arrangement.withdrawn",
  "arrangement.expired",
  "arrangement.completed",
  "arrangement.broken",
  "arrangement.cancelled",
  "instalment.paid",
  "instalment.missed",
  "instalment.postponed",
  "dispute.opened",
  "dispute.message",
  "dispute.withdrawn",
  "dispute.resolved",
  "debtor.help_requested",
  "debtor.details_changed",
  "debtor.wrong_person",
  "message.sent",
  "message.bounced",
  "survey.answered",
  "webhook.test",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export function isEventType(text: string): text is EventType {
  return (EVENT_TYPES as readonly string[]).includes(text);
}
