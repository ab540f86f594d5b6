import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { HelperLookKind } from "./list-helpers.server.ts";

/** Notes for the debtor what somebody who helps does, when the session is theirs; in the debtor's own it does nothing. */
export async function noteHelperAct(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { session, kind }: { session: { readonly creditorId: string; readonly sessionId: string }; kind: HelperLookKind },
): Promise<void> {
  const { creditorId, sessionId: id } = session;
  const found = await tx.debtorSession.findFirst({ where: { id, creditorId }, select: { helperId: true } });
  if (found?.helperId) await tx.helperLook.create({ data: { helperId: found.helperId, kind, at: services.clock.now() } }); // prettier-ignore
}
