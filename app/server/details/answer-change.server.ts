import { writeList } from "#app/i18n/write-list.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { applyChanges } from "./apply-changes.server.ts";
import { type DetailGroup, groupsOf, readChanges } from "./detail-fields.server.ts";

/** A change that waits for the old address; over: answered, replaced, too old, or never there. */
export type WaitingChange =
  { readonly kind: "open"; readonly parts: readonly DetailGroup[] } | { readonly kind: "over" };

/** What the link in the mail is about, without anything of whom. Changes nothing. */
export async function findWaitingChange(services: Services, token: string): Promise<WaitingChange> {
  const change = await loadWaiting(services.database.prisma, services, token);
  return change ? { kind: "open", parts: groupsOf(readChanges(change.details)) } : { kind: "over" };
}

/** The old address agrees: the details are as they should be from now on. Or it does not, and nothing changes. */
export async function answerChange(
  services: Services,
  { token, answer }: { token: string; answer: "confirm" | "refuse" },
): Promise<"confirmed" | "refused" | "over"> {
  return inTransaction(services.database, async (tx) => {
    const found = await loadWaiting(tx, services, token);
    if (!found) return "over";
    const { id, creditorId, debtorId, claimId } = found;
    await lockClaim(tx, { creditorId, claimId });
    await tx.$queryRaw`SELECT id FROM debtor WHERE id = ${debtorId} AND creditor_id = ${creditorId} FOR UPDATE`;
    const at = services.clock.now();
    const { count } = await tx.detailsChange.updateMany({
      where: { id, confirmedAt: null, refusedAt: null, expiresAt: { gt: at } },
      data: answer === "confirm" ? { confirmedAt: at } : { refusedAt: at },
    });
    if (count === 0) return "over";
    const changes = readChanges(found.details);
    const fields = groupsOf(changes);
    if (answer === "confirm") {
      await applyChanges(tx, services, { owner: { creditorId, debtorId }, changes, actor: `debtor:${id}` });
      const data = { debtor: { id: debtorId }, fields };
      await appendEvents(tx, claimId, [{ type: "debtor.details_changed", occurredAt: at, data }]);
    }
    const news = answer === "confirm" ? "confirmed" : "refused";
    await tellDebtor(tx, services, {
      creditorId,
      debtorId,
      claimIds: [claimId],
      kind: `details_change_${news}`,
      key: `${id} ${news}`,
      atOnce: true,
      ownOnly: true,
      write: ({ t, language }) => {
        const what = writeList(
          fields.map((field) => t(`details.part.${field}`)),
          language,
        );
        const text = t(`details.mail.${news}.text`, { what });
        // Who moved to another address needs a way in that went there.
        const linkLabel =
          news === "confirmed" && fields.includes("email") ? t("details.mail.confirmed.button") : undefined;
        return { subject: t(`details.mail.${news}.subject`), blocks: [{ type: "paragraph", text }], linkLabel };
      },
    });
    const action = answer === "confirm" ? "debtor.details_changed" : "details_change.refused";
    appendAudit(tx, creditorId, { at, actor: `debtor:${id}`, action, subject: debtorId, data: { change: id, fields: fields.join(" ") } }); // prettier-ignore
    return news;
  });
}

function loadWaiting(tx: Transaction, { clock }: Pick<Services, "clock">, token: string) {
  return tx.detailsChange.findFirst({
    where: { tokenHash: hashSecret(token), confirmedAt: null, refusedAt: null, expiresAt: { gt: clock.now() } },
    select: { id: true, creditorId: true, debtorId: true, claimId: true, details: true },
  });
}
