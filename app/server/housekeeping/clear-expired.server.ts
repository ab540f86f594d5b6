import { purgeIdempotencyRecords } from "#app/server/api/idempotency.server.ts";
import { clearInfected } from "#app/server/evidence/clear-infected.server.ts";
import { clearUploads } from "#app/server/evidence/clear-uploads.server.ts";
import { clearImportFiles } from "#app/server/imports/clear-import-files.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { clearOldEvents } from "#app/server/webhooks/clear-old-events.server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const KEEP_NOTICES_MS = 30 * DAY_MS;
const KEEP_SESSIONS_MS = 30 * DAY_MS;

/**
 * Removes what has served: kept API answers after 24 hours, counters of rate limits that ran out, the provider's notices
 * and sessions 30 days after they ended, codes to sign in with a day after, and so files that a debtor sent along with nothing;
 * of infected files the bytes; the files of imports a week after these ended. Events go after 90 days, once they have
 * arrived. Money, messages and the audit log are never touched here.
 */
export async function clearExpired(services: Services): Promise<void> {
  const { prisma } = services.database;
  const now = services.clock.now();
  await purgeIdempotencyRecords(services);
  await clearUploads(services);
  await clearInfected(services);
  await clearImportFiles(services);
  await clearOldEvents(services);
  await prisma.rateLimit.deleteMany({ where: { expire: { lt: BigInt(Date.now()) } } });
  await prisma.providerNotice.deleteMany({ where: { processedAt: { lt: new Date(now.getTime() - KEEP_NOTICES_MS) } } });
  const ended = { expiresAt: { lt: new Date(now.getTime() - KEEP_SESSIONS_MS) } };
  await prisma.debtorSession.deleteMany({ where: ended });
  await prisma.creditorSession.deleteMany({ where: ended });
  await prisma.signInCode.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY_MS) } } });
}
