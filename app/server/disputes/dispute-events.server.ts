import type { EventType } from "#app/domain/events.ts";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import { toDecimal } from "#app/domain/money.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { DisputeRecord } from "./dispute-record.server.ts";

type DisputeEvent = Extract<EventType, `dispute.${string}`>;

/** Tells the creditor's systems what became of a dispute. What people wrote is not in it, for that is personal. */
export async function appendDisputeEvent(
  tx: Transaction,
  dispute: Pick<DisputeRecord, "id" | "claimId" | "status" | "ground" | "scope" | "amount" | "answerBefore">,
  news: { readonly type: DisputeEvent; readonly at: Date; readonly data?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { id, claimId, status, ground, scope, amount, answerBefore } = dispute;
  const about = { id, status, ground, scope: scopeData(scope), amount: toDecimal(amount), answerBefore };
  await appendEvents(tx, claimId, [{ type: news.type, occurredAt: news.at, data: { dispute: about, ...news.data } }]);
}

const MOST_INVOICES_TOLD = 100;

/** The scope as events and the API give it: amounts as text. */
export function scopeData(scope: DisputeScope) {
  switch (scope.kind) {
    case "whole":
      return { kind: scope.kind };
    case "parts":
      return { ...scope, invoices: scope.invoices.slice(0, MOST_INVOICES_TOLD) };
    case "amount":
      return { kind: scope.kind, amount: toDecimal(scope.amount) };
  }
}
