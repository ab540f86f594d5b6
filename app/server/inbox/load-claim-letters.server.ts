import type { LocalDate } from "#app/domain/calendar.ts";
import type { FileScan, MessageChannel, MessageDirection } from "#app/server/platform/prisma/enums.ts";
import type { LinkChannel } from "#app/server/access/issue-link.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Own = { readonly creditorId: string; readonly claimId: string };

export type ClaimFile = { readonly id: string; readonly fileName: string; readonly scan: FileScan | null };

/** A letter, mail or note with its files, or a file that belongs to none. */
export type ClaimLetter = {
  readonly id: string;
  readonly on: LocalDate;
  /** Null for a file alone. */
  readonly message: {
    readonly direction: MessageDirection;
    readonly channel: MessageChannel;
    readonly subject: string;
    readonly body: string;
  } | null;
  readonly files: readonly ClaimFile[];
};

const MOST_LETTERS = 100;
const MOST_LINKS = 20;

const file = { id: true, fileName: true, scan: true } as const;

/** The newest correspondence of a claim with its files, newest first. */
export async function loadClaimLetters(services: Services, { creditorId, claimId }: Own): Promise<ClaimLetter[]> {
  const { prisma } = services.database;
  const where = { creditorId, claimId };
  const [messages, documents] = await Promise.all([
    prisma.message.findMany({
      where,
      orderBy: [{ sentAt: "desc" }, { id: "desc" }],
      take: MOST_LETTERS,
      select: { id: true, direction: true, channel: true, subject: true, body: true, sentAt: true, documents: { select: file } }, // prettier-ignore
    }),
    prisma.document.findMany({ where: { ...where, messageId: null }, orderBy: { id: "desc" }, take: MOST_LETTERS, select: { ...file, createdAt: true } }), // prettier-ignore
  ]);
  const letters = [
    ...messages.map(({ id, sentAt, documents: files, ...message }) => ({ at: sentAt, letter: { id, message, files } })),
    ...documents.map(({ createdAt, ...document }) => ({ at: createdAt, letter: { id: document.id, message: null, files: [document] } })), // prettier-ignore
  ];
  return letters
    .sort((left, right) => right.at.getTime() - left.at.getTime())
    .map(({ at, letter }) => ({ ...letter, on: dayInAmsterdam(at) }));
}

export type ClaimLinkRow = {
  readonly id: string;
  readonly channel: LinkChannel;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly opened: number;
  /** Of somebody who helps the debtor. */
  readonly isHelper: boolean;
  readonly state: "open" | "expired" | "revoked";
};

/** The newest links of a claim, newest first; of what opens them only its hash is kept, so it cannot be shown again. */
export async function loadClaimLinks(services: Services, { creditorId, claimId }: Own): Promise<ClaimLinkRow[]> {
  const now = services.clock.now();
  const rows = await services.database.prisma.link.findMany({
    where: { creditorId, claimId },
    orderBy: { issuedAt: "desc" },
    take: MOST_LINKS,
    select: { id: true, channel: true, issuedAt: true, expiresAt: true, revokedAt: true, accessCount: true, helperId: true }, // prettier-ignore
  });
  return rows.map(({ id, channel, issuedAt, expiresAt, revokedAt, accessCount: opened, helperId }) => ({
    id,
    channel,
    opened,
    issuedOn: dayInAmsterdam(issuedAt),
    expiresOn: dayInAmsterdam(expiresAt),
    isHelper: helperId !== null,
    state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : "open",
  }));
}
