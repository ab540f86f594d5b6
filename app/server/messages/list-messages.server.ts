import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";

export type MessageDetails = Awaited<ReturnType<typeof listMessages>>[number];

type Selection = {
  readonly creditorId: string;
  readonly claimId: string;
  /** Id of the last message of the page before. */
  readonly after?: string;
  readonly limit: number;
};

const columns = {
  id: true,
  claimId: true,
  direction: true,
  channel: true,
  subject: true,
  body: true,
  sentAt: true,
  createdAt: true,
  documents: {
    select: { id: true, fileName: true, mediaType: true, size: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.MessageSelect;

/** The correspondence of a claim, what was sent last first. Answers up to `limit` + 1, the last to show that there are more. */
export async function listMessages(tx: Transaction, { creditorId, claimId, after, limit }: Selection) {
  const scope = { creditorId, claimId };
  const last = after === undefined ? null : await tx.message.findFirst({ where: { ...scope, id: after }, select: { id: true, sentAt: true } }); // prettier-ignore
  if (after !== undefined && last === null) return [];
  return tx.message.findMany({
    where: {
      ...scope,
      ...(last ? { OR: [{ sentAt: { lt: last.sentAt } }, { sentAt: last.sentAt, id: { lt: last.id } }] } : {}),
    },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: columns,
  });
}

export function findMessage(tx: Transaction, { creditorId, messageId }: { creditorId: string; messageId: string }) {
  return tx.message.findFirst({ where: { id: messageId, creditorId }, select: columns });
}
