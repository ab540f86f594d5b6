import type { LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { FileScan } from "#app/server/platform/prisma/enums.ts";
import type { Services } from "#app/server/services.server.ts";

export type DisputeFile = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly scan: FileScan | null;
  /** How many pages can be looked at as pictures. */
  readonly pages: number;
};

/** One thing that was said in a dispute, with its files. */
export type DisputeMessage = {
  readonly id: string;
  readonly from: "creditor" | "debtor";
  readonly on: LocalDate;
  readonly subject: string;
  readonly body: string;
  readonly documents: readonly DisputeFile[];
};

/** What was said in a dispute, oldest first. */
export async function loadDisputeMessages(
  services: Pick<Services, "database">,
  { creditorId, disputeId }: { creditorId: string; disputeId: string },
): Promise<DisputeMessage[]> {
  const rows = await services.database.prisma.message.findMany({
    where: { creditorId, disputeId },
    orderBy: [{ sentAt: "asc" }, { direction: "desc" }, { id: "asc" }],
    select: {
      id: true,
      direction: true,
      sentAt: true,
      subject: true,
      body: true,
      documents: {
        orderBy: { id: "asc" },
        select: { id: true, fileName: true, mediaType: true, size: true, scan: true, previews: true },
      },
    },
  });
  return rows.map(({ id, direction, sentAt, subject, body, documents }) => ({
    id,
    from: direction === "inbound" ? "debtor" : "creditor",
    on: dayInAmsterdam(sentAt),
    subject,
    body,
    documents: documents.map(({ previews, ...file }) => ({ ...file, pages: previews.length })),
  }));
}
