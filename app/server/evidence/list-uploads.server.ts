import type { Services } from "#app/server/services.server.ts";

/** A file that waits until it is sent along. */
export type UploadView = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly scan: "quarantined" | "clean" | "infected" | "unscanned";
};

/** Of one claim in one session. */
export type UploadScope = { readonly sessionId: string; readonly claimId: string };

export const uploadColumns = { id: true, fileName: true, mediaType: true, size: true, scan: true } as const;

/** The files of this session for this claim that were not sent along yet, oldest first. */
export async function listUploads(
  { database }: Pick<Services, "database">,
  { sessionId, claimId }: UploadScope,
): Promise<readonly UploadView[]> {
  return database.prisma.upload.findMany({
    where: { sessionId, claimId, storedAt: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: uploadColumns,
  });
}
