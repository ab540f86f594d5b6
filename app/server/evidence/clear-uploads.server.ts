import type { Services } from "#app/server/services.server.ts";
import { discardUpload, storedKeys } from "./stored-upload.server.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * Takes away, bytes and all, what nobody sent along: files of sessions that ended a day ago, and those whose writing or
 * removing broke off an hour ago.
 */
export async function clearUploads(services: Pick<Services, "clock" | "database" | "storage">): Promise<void> {
  const now = services.clock.now().getTime();
  const dayAgo = new Date(now - 24 * HOUR_MS);
  const left = await services.database.prisma.upload.findMany({
    where: {
      OR: [
        { session: { OR: [{ endedAt: { lt: dayAgo } }, { expiresAt: { lt: dayAgo } }] } },
        { storedAt: null, createdAt: { lt: new Date(now - HOUR_MS) } },
      ],
    },
    select: { id: true, ...storedKeys },
  });
  for (const upload of left) await discardUpload(services, upload);
}
