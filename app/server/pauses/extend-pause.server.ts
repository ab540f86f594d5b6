import type { LocalDate } from "#app/domain/calendar.ts";
import { endToldFrom } from "#app/domain/pause.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { PauseRecord } from "./pause-record.server.ts";

type Extension = {
  readonly pause: PauseRecord;
  /** The new last day; null: until somebody ends it. */
  readonly untilOn: LocalDate | null;
  /** Takes the place of the words that were there. */
  readonly text?: string;
  readonly actor: string;
};

/** Makes a pause last until another day. The caller holds its claim and checked that it may. */
export async function extendPause(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { pause, untilOn, text, actor }: Extension,
): Promise<void> {
  const { id, creditorId, claimId, reason, extended } = pause;
  const at = services.clock.now();
  await tx.pause.update({
    where: { id },
    data: {
      untilOn: untilOn && toDateColumn(untilOn),
      // What the creditor adds takes nothing from what the debtor may add.
      ...(actor.startsWith("debtor:") ? { extended: extended + 1 } : {}),
      endTold: untilOn !== null && endToldFrom(untilOn) <= services.clock.today(),
      ...(text === undefined ? {} : { text }),
    },
  });
  await appendEvents(tx, claimId, [{ type: "claim.paused", occurredAt: at, data: { pause: id, reason, until: untilOn } }]); // prettier-ignore
  const data = { claim: claimId, reason, until: untilOn };
  appendAudit(tx, creditorId, { at, actor, action: "claim.pause_extended", subject: id, data });
}
