import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Scope = { readonly creditorId: string; readonly debtorId: string };

/** One document of this debtor's claims with its readable text and what it belongs to, or null. */
export async function loadDocument(services: Services, { debtor, documentId }: { debtor: Scope; documentId: string }) {
  const found = await services.database.prisma.document.findFirst({
    where: { id: documentId, creditorId: debtor.creditorId, claim: { debtorId: debtor.debtorId } },
    select: {
      id: true,
      kind: true,
      fileName: true,
      mediaType: true,
      size: true,
      scan: true,
      text: true,
      createdAt: true,
      invoiceId: true,
      message: { select: { id: true, subject: true, sentAt: true } },
      claim: { select: { invoices: { select: { id: true, number: true, issuedOn: true } } } },
    },
  });
  if (!found) return null;
  const { claim, invoiceId, message, createdAt, kind, ...document } = found;
  const invoice = kind === "invoice" ? claim.invoices.find(({ id }) => id === invoiceId) : undefined;
  return {
    ...document,
    documentKind: kind,
    invoiceNumber: invoice?.number ?? null,
    message: message && { id: message.id, subject: message.subject },
    date: invoice ? fromDateColumn(invoice.issuedOn) : dayInAmsterdam(message?.sentAt ?? createdAt),
  };
}
