import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { decidedByOf } from "#app/server/inbox/decided-by.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { accountOf, findWaitingChange } from "./bank-change.server.ts";

/** The account that debtors transfer to, and the one that waits to take its place. */
export async function loadBank(
  services: Services,
  { creditorId, userId }: Pick<CreditorGrant, "creditorId" | "userId">,
) {
  const { prisma } = services.database;
  const [account, change] = await Promise.all([accountOf(prisma, creditorId), findWaitingChange(prisma, creditorId)]);
  if (!change) return { account, change: null };
  const { id, iban, accountHolder, askedBy } = change;
  return {
    account,
    change: {
      ...{ id, iban, accountHolder },
      askedBy: await decidedByOf(prisma, { actor: askedBy, creditorId, userId }),
      askedAt: change.askedAt.toISOString(),
      appliesAt: change.appliesAt.toISOString(),
    },
  };
}
