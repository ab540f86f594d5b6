import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { derivedSecret } from "#app/server/platform/crypto/derived-secret.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type SendingRefusal, sendLink } from "./send-link.server.ts";

export type LinkMailing = {
  readonly creditorId: string;
  readonly claimIds: readonly string[];
  /** Made by the caller, such as with the form that asks for it: the same id again sends nothing more. */
  readonly mailingId: string;
  readonly actor: string;
};

export type NotMailed = { readonly claimId: string; readonly reason: SendingRefusal["kind"] };

/**
 * Mails a link to the debtor of each claim, at the address that the creditor registered, within the hours in which a debtor
 * may be approached. Answers of which claims it was sent, and of which not and why; one does not stop the others.
 */
export async function mailLinks(
  services: Services,
  { creditorId, claimIds, mailingId, actor }: LinkMailing,
): Promise<{ readonly mailed: readonly string[]; readonly notMailed: readonly NotMailed[] }> {
  const mailed: string[] = [];
  const notMailed: NotMailed[] = [];
  for (const claimId of new Set(claimIds)) {
    const id = derivedId("lnk", `${mailingId} ${claimId}`);
    const again = { id, secretBytes: derivedSecret("mailed-link-codes", id) };
    const sent = await sendLink(services, { creditorId, claimId, channel: "email", actor, again });
    if (sent.ok) mailed.push(claimId);
    else notMailed.push({ claimId, reason: sent.error.kind });
  }
  return { mailed, notMailed };
}
