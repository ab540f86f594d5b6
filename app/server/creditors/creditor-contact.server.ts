import { whoToReach } from "#app/domain/who-to-reach.ts";
import { type BrandView, brandView } from "./brand-view.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type CreditorContact = {
  readonly name: string;
  readonly brand: BrandView;
  /** The creditor's own, whoever collects for it. */
  readonly address?: string;
  /** Whom one reaches, by its own name: who collects for the creditor, where that can be reached. */
  readonly reached: Reached;
};

export type Reached = {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
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
  const own = reachedBy({ ...(contact as Ways), name });
  const other = collector === null ? null : reachedBy(collector as Reached);
  const brand = brandView(look);
  return {
    name,
    brand,
    ...(own.address ? { address: own.address } : {}),
    reached: other === null ? own : whoToReach(other, own),
  };
}

type Ways = Omit<Reached, "name">;

function reachedBy({ name, phone, email, address }: Reached): Reached {
  return { name, ...(phone ? { phone } : {}), ...(email ? { email } : {}), ...(address ? { address } : {}) };
}

/** Who helps free of charge, next to those that help everybody: as the creditor set it. */
export async function loadHelpContacts(services: Services, creditorId: string): Promise<readonly CreditorHelp[]> {
  const { helpContacts } = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { helpContacts: true },
  });
  return helpContacts as CreditorHelp[];
}
