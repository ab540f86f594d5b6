import type { LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { previewOf } from "./message-preview.server.ts";

/** Whose letters, and whether somebody who helps reads them: then what is the debtor's alone is left out. */
type Reader = { readonly creditorId: string; readonly debtorId: string; readonly isHelper: boolean };

const forReader = ({ isHelper }: Reader) => (isHelper ? { ownOnly: false } : {});

const documentColumns = {
  id: true,
  fileName: true,
  mediaType: true,
  size: true,
  kind: true,
  scan: true,
  createdAt: true,
} as const;

const messageColumns = {
  id: true,
  direction: true,
  channel: true,
  subject: true,
  body: true,
  sentAt: true,
  documents: { select: documentColumns, orderBy: { createdAt: "asc" } },
} as const;

/** One thing that was sent or said, in a list of them. */
export type Letter = Awaited<ReturnType<typeof loadLetters>>[number];

/**
 * The correspondence of a debtor's claims, or of one of them, newest first: messages with their files, and the documents
 * that belong to none, such as the invoices. An invoice without a file is in the statement, not here.
 */
export async function loadLetters(services: Services, { reader, claimId }: { reader: Reader; claimId: string | null }) {
  const { prisma } = services.database;
  const where = {
    creditorId: reader.creditorId,
    claim: { debtorId: reader.debtorId },
    ...(claimId === null ? {} : { claimId }),
  };
  const [messages, documents] = await Promise.all([
    prisma.message.findMany({
      where: { ...where, ...forReader(reader) },
      orderBy: [{ sentAt: "desc" }, { id: "desc" }],
      select: messageColumns,
    }),
    prisma.document.findMany({
      where: { ...where, messageId: null },
      orderBy: { id: "desc" },
      select: { ...documentColumns, invoiceId: true, claim: { select: { invoices: { select: { id: true, number: true, issuedOn: true } } } } }, // prettier-ignore
    }),
  ]);
  const items = [
    ...messages.map(({ body, sentAt, ...message }) => ({
      kind: "message" as const,
      ...message,
      date: dayInAmsterdam(sentAt),
      preview: previewOf(body),
    })),
    ...documents.map(({ claim, invoiceId, kind, createdAt, ...document }) => {
      const invoice = kind === "invoice" ? claim.invoices.find(({ id }) => id === invoiceId) : undefined;
      return {
        kind: "document" as const,
        ...document,
        documentKind: kind,
        date: invoice ? fromDateColumn(invoice.issuedOn) : dayInAmsterdam(createdAt),
        title: invoice?.number ?? document.fileName,
      };
    }),
  ];
  return items.sort((left, right) => compare(right.date, left.date));
}

/** One message of this debtor's claims with its whole text, or null. */
export async function loadMessage(services: Services, { reader, messageId }: { reader: Reader; messageId: string }) {
  const message = await services.database.prisma.message.findFirst({
    where: {
      id: messageId,
      creditorId: reader.creditorId,
      claim: { debtorId: reader.debtorId },
      ...forReader(reader),
    },
    select: messageColumns,
  });
  if (!message) return null;
  const { body, sentAt, ...rest } = message;
  return { ...rest, text: body, date: dayInAmsterdam(sentAt) };
}

const compare = (left: LocalDate, right: LocalDate): number => (left < right ? -1 : left > right ? 1 : 0);
