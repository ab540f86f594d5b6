import { type BrandView, brandView } from "./brand-view.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type CreditorContact = {
  readonly name: string;
  readonly brand: BrandView;
  phone?: string;
  email?: string;
  address?: string;
};

/** Somebody who helps free of charge, whom the creditor names. */
export type CreditorHelp = {
  readonly name: string;
  readonly text?: string;
  readonly phone?: string;
  readonly url?: string;
};

/** How a creditor, or who collects for it, can be reached. */
export async function loadCreditorContact(services: Services, creditorId: string): Promise<CreditorContact> {
  const { name, contact, collector, ...look } = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { name: true, contact: true, collector: true, brandColour: true, logoId: true },
  });
  const { phone, email, address } = { ...(contact as object), ...(collector as object | null) } as Partial<CreditorContact>; // prettier-ignore
  const brand = brandView(look);
  return { name, brand, ...(phone ? { phone } : {}), ...(email ? { email } : {}), ...(address ? { address } : {}) };
}

/** Who helps free of charge, next to those that help everybody: as the creditor set it. */
export async function loadHelpContacts(services: Services, creditorId: string): Promise<readonly CreditorHelp[]> {
  const { helpContacts } = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { helpContacts: true },
  });
  return helpContacts as CreditorHelp[];
}
