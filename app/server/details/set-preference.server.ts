import type { PreferredChannel } from "#app/domain/preferred-channel.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Language } from "#app/i18n/languages.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { debtorActor, type DebtorScope } from "./debtor-scope.server.ts";

export type Preference =
  | { readonly kind: "language"; readonly language: Language }
  /** null: as the creditor does by itself. */
  | { readonly kind: "channel"; readonly channel: PreferredChannel | null };

export type PreferenceRefusal = { readonly kind: "not_found" } | { readonly kind: "unreachable" };

/** Sets in which language or how the debtor wants to hear; it holds at once. A channel needs an address for it. */
export async function setPreference(
  services: Services,
  { debtor, preference }: { debtor: DebtorScope; preference: Preference },
): Promise<Result<null, PreferenceRefusal>> {
  const { creditorId, debtorId, claimId } = debtor;
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    const known = await tx.debtor.findFirst({
      where: { id: debtorId, creditorId },
      select: { language: true, channel: true, email: true, phone: true, street: true },
    });
    if (!claim || !known) return err({ kind: "not_found" });
    const { kind } = preference;
    const changed =
      preference.kind === "language"
        ? { language: preference.language, languageGiven: true }
        : { channel: preference.channel };
    if (preference.kind === "channel" && !isReachable(known, preference.channel)) return err({ kind: "unreachable" });
    if (known[kind] === Object.values(changed)[0]) return ok(null);
    const at = services.clock.now();
    await tx.debtor.update({ where: { id: debtorId, creditorId }, data: { ...changed, updatedAt: at } });
    const data = { debtor: { id: debtorId }, fields: [kind] };
    await appendEvents(tx, claimId, [{ type: "debtor.details_changed", occurredAt: at, data }]);
    appendAudit(tx, creditorId, { at, actor: debtorActor(debtor), action: "debtor.details_changed", subject: debtorId, data: { fields: kind } }); // prettier-ignore
    return ok(null);
  });
}

type Addresses = { readonly email: string | null; readonly phone: string | null; readonly street: string | null };

function isReachable({ email, phone, street }: Addresses, channel: PreferredChannel | null): boolean {
  if (channel === null) return true;
  const address = { email, letter: street, phone, sms: phone }[channel];
  return address !== null;
}
