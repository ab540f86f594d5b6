import { notify } from "#app/server/platform/database/notifications.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** A notice waits in the inbox. */
export const NOTICE_CHANNEL = "voldaan_notice";
/** Somebody came back from the bank; says which payment. */
export const RETURNED_CHANNEL = "voldaan_returned";

/**
 * Tells the workers that a debtor is back from the bank and waits for news of a payment. Changes nothing: it may be
 * called while a page is read.
 */
export async function hintReturned(services: Pick<Services, "database">, paymentId: string): Promise<void> {
  await notify(services.database.prisma, RETURNED_CHANNEL, paymentId);
}
