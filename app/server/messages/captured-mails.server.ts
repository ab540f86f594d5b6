import type { Services } from "#app/server/services.server.ts";

const LATEST = 100;

const columns = { id: true, recipient: true, subject: true, createdAt: true } as const;

/** The latest mails of the outbox, whoever they are for: a look for developers, refused in production by its callers. */
export async function listCapturedMails({ database }: Services) {
  const mails = await database.prisma.outgoingMail.findMany({
    orderBy: { createdAt: "desc" },
    take: LATEST,
    select: columns,
  });
  return mails.map((mail) => ({ ...mail, createdAt: mail.createdAt.toISOString() }));
}

export async function findCapturedMail({ database }: Services, id: string) {
  const mail = await database.prisma.outgoingMail.findUnique({ where: { id }, select: { ...columns, text: true } });
  return mail && { ...mail, createdAt: mail.createdAt.toISOString() };
}
