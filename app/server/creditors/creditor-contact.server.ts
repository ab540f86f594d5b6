import type { Services } from "#app/server/services.server.ts";

export type CreditorContact = { readonly name: string; phone?: string; email?: string; address?: string };

/** How a creditor, or who collects for it, can be reached. */
export async function loadCreditorContact(services: Services, creditorId: string): Promise<CreditorContact> {
  const { name, contact, collector } = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { name: true, contact: true, collector: true },
  });
  const { phone, email, address } = { ...(contact as object), ...(collector as object | null) } as Partial<CreditorContact>; // prettier-ignore
  return { name, ...(phone ? { phone } : {}), ...(email ? { email } : {}), ...(address ? { address } : {}) };
}
