import type { Services } from "#app/server/services.server.ts";
import { dropReceivedFile } from "./received-files.server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Time to look at what was handed in when rows of it failed. */
const KEEP_AFTER_END_MS = 7 * DAY_MS;

/** Far longer than a file may take to come in. */
const KEEP_UNKEPT_MS = DAY_MS;

/**
 * Removes the files of imports a week after these ended, and a day after it came what no import ever had, because a crash
 * came in between. What became of the rows stays.
 */
export async function clearImportFiles(services: Pick<Services, "database" | "storage" | "clock">): Promise<void> {
  const { clock, database, storage } = services;
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  const ended = await database.prisma.import.findMany({
    where: { storageKey: { not: null }, finishedAt: { lt: before(KEEP_AFTER_END_MS) } },
    select: { id: true, storageKey: true },
  });
  for (const { id, storageKey } of ended) {
    if (storageKey !== null) await storage.delete(storageKey);
    await database.prisma.import.updateMany({ where: { id }, data: { storageKey: null } });
  }
  const unkept = await database.prisma.receivedFile.findMany({
    where: { createdAt: { lt: before(KEEP_UNKEPT_MS) } },
    select: { storageKey: true },
  });
  for (const { storageKey } of unkept) await dropReceivedFile(services, storageKey);
}
