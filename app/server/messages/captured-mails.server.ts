import type { Services } from "#app/server/services.server.ts";

const LATEST = 100;

const columns = { id: true, recipient: true, createdAt: true } as const;
const newest = { orderBy: { createdAt: "desc" }, take: LATEST } as const;

type Captured = { readonly id: string; readonly recipient: string; readonly subject: string; readonly createdAt: Date };

const TEXT_MESSAGE = "Text message";

/**
 * The latest mails and text messages of the outbox, whoever they are for: a look for developers, refused in production by
 * its callers.
 */
export async function listCapturedMails({ database: { prisma } }: Services) {
  const mails = await prisma.outgoingMail.findMany({ ...newest, select: { ...columns, subject: true } });
  const texts = await prisma.outgoingSms.findMany({ ...newest, select: columns });
  return [...mails, ...texts.map((text) => ({ ...text, subject: TEXT_MESSAGE }))]
    .sort((left, right) => right.createdAt.getTime() - left.createdAt.getTime())
    .slice(0, LATEST)
    .map(shown);
}

export async function findCapturedMail({ database: { prisma } }: Services, id: string) {
  const mail = await prisma.outgoingMail.findUnique({
    where: { id },
    select: { ...columns, subject: true, text: true },
  });
  if (mail) return shown(mail);
  const text = await prisma.outgoingSms.findUnique({ where: { id }, select: { ...columns, text: true } });
  return text && shown({ ...text, subject: TEXT_MESSAGE });
}

const shown = <Item extends Captured>(item: Item) => ({ ...item, createdAt: item.createdAt.toISOString() });
