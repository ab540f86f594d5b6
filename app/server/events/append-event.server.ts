import type { EventType } from "#app/domain/events.ts";
import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import { notify } from "#app/server/platform/database/notifications.server.ts";
import { eventBody } from "#app/server/webhooks/event-body.server.ts";

export type NewEvent = {
  readonly type: EventType;
  readonly occurredAt: Date;
  /** What the creditor learns besides the claim: ids, amounts as decimal strings, dates. No personal data. */
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Writes events of one claim into the outbox, inside the transaction of what happened: both are there, or neither.
 * Sequence numbers count per claim without gaps, because the update of the counter holds the claim until commit.
 */
export async function appendEvents(tx: Transaction, claimId: string, events: readonly NewEvent[]): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const claim = await tx.claim.update({
    where: { id: claimId },
    data: { eventSequence: { increment: events.length }, updatedAt: last.occurredAt },
    select: { id: true, creditorId: true, reference: true, eventSequence: true },
  });
  const first = claim.eventSequence - events.length + 1;
  await tx.event.createMany({
    data: events.map((event, index) => {
      const sequence = first + index;
      return {
        id: newId("evt", event.occurredAt),
        creditorId: claim.creditorId,
        claimId: claim.id,
        type: event.type,
        sequence,
        occurredAt: event.occurredAt,
        body: eventBody({
          type: event.type,
          timestamp: event.occurredAt,
          sequence,
          claim: { id: claim.id, reference: claim.reference },
          data: event.data,
        }),
      };
    }),
  });
  await notify(tx, EVENTS_CHANNEL);
}

/** What a claim starts with that has been opened. */
export const FIRST_SEQUENCE = 1;

/** Writes the first event of each new claim, `claim.opened`. They were stored with `FIRST_SEQUENCE` as their counter. */
export async function openClaimEvents(
  tx: Transaction,
  {
    creditorId,
    at,
    events,
  }: {
    creditorId: string;
    at: Date;
    events: readonly {
      readonly claim: { readonly id: string; readonly reference: string };
      readonly data: NewEvent["data"];
    }[];
  },
): Promise<void> {
  const sequence = FIRST_SEQUENCE;
  const type = "claim.opened";
  const rows = events.map(({ claim, data }) => ({
    id: newId("evt", at),
    creditor_id: creditorId,
    claim_id: claim.id,
    type,
    sequence,
    occurred_at: at,
    body: eventBody({ type, timestamp: at, sequence, claim, data }),
  }));
  await insertRows(tx, "event", rows);
  await notify(tx, EVENTS_CHANNEL);
}
