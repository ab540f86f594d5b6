import { err, ok, type Result } from "#app/domain/result.ts";
import { FALLBACK_LANGUAGE, languageOf, type Voice, voiceOf } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { writeList } from "#app/i18n/write-list.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId, newSecretToken } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { layoutMail } from "#app/server/platform/mail/mail-layout.server.ts";
import { openQuestion, questionPath } from "#app/server/questions/open-question.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { debtorActor, type DebtorScope } from "./debtor-scope.server.ts";
import { changedFields, type DetailChanges, DETAIL_FIELDS, groupsOf, type KnownDetails } from "./detail-fields.server.ts"; // prettier-ignore

/** How long the old address may confirm. */
const CONFIRM_MS = 7 * 24 * 60 * 60 * 1000;

export type ChangeOrder = {
  readonly debtor: DebtorScope;
  /** Made with the form: the same form again is the same change. */
  readonly changeId: string;
  /** All details as they should be. */
  readonly wanted: KnownDetails;
};

export type ChangeRefusal = { readonly kind: "not_found" | "invalid_request" | "nothing_changed" };

/** confirm: a mail went to the address that is known. creditor: there is none, so the creditor is asked. */
export type ChangeRequested = { readonly by: "confirm" | "creditor" };

/**
 * Asks to change how a debtor is reached. Nothing changes yet: it is confirmed from the mail address that is known, so that
 * whoever has a link cannot turn a debtor's mail away. A newer change takes the place of one that still waits.
 */
export async function requestChange(
  services: Services,
  { debtor, changeId, wanted }: ChangeOrder,
): Promise<Result<ChangeRequested, ChangeRefusal>> {
  const { creditorId, claimId } = debtor;
  if (!isId("chg", changeId)) return err({ kind: "invalid_request" });
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    await tx.$queryRaw`SELECT id FROM debtor WHERE id = ${debtor.debtorId} AND creditor_id = ${creditorId} FOR UPDATE`;
    const known = await loadKnown(tx, debtor);
    if (!claim || !known) return err({ kind: "not_found" });
    const changes = changedFields(known, wanted);
    if (Object.keys(changes).length === 0) return err({ kind: "nothing_changed" });
    const { email } = known;
    const silent = email === null || (await isStoppedAddress(tx, { owner: debtor, address: email }));
    const order = { debtor, changeId, changes };
    if (silent) await askCreditor(tx, services, order);
    else await askOldAddress(tx, services, { ...order, email, voice: voiceOf(languageOf(known.language), known.creditor.formOfAddress), creditor: known.creditor.name }); // prettier-ignore
    return ok({ by: silent ? "creditor" : "confirm" });
  });
}

type Asking = { readonly debtor: DebtorScope; readonly changeId: string; readonly changes: DetailChanges };

async function askOldAddress(
  tx: Transaction,
  services: Services,
  { debtor, changeId, changes, email, voice, creditor }: Asking & { email: string; voice: Voice; creditor: string }, // prettier-ignore
): Promise<void> {
  const { creditorId, debtorId, claimId } = debtor;
  const at = services.clock.now();
  const token = newSecretToken();
  const data = { id: changeId, creditorId, debtorId, claimId, details: changes, tokenHash: hashSecret(token), createdAt: at, expiresAt: new Date(at.getTime() + CONFIRM_MS) }; // prettier-ignore
  const { count } = await tx.detailsChange.createMany({ skipDuplicates: true, data });
  if (count === 0) return;
  await tx.detailsChange.updateMany({
    where: { creditorId, debtorId, id: { not: changeId }, confirmedAt: null, refusedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  });

  const translator = translatorFor(voice);
  const { t } = translator;
  const subject = t("details.mail.confirm.subject");
  // The new address is nobody's business at the old one: somebody may have left a house, and not only that.
  const what = writeList(
    groupsOf(changes).map((group) => t(`details.part.${group}`)),
    translator.language,
  );
  const paragraphs = [t("details.mail.confirm.text", { what }), t("details.mail.confirm.act")];
  await tx.message.createMany({
    skipDuplicates: true,
    data: { id: derivedId("msg", `${changeId} asked`), creditorId, claimId, mailId: derivedId("eml", `${changeId} asked`), direction: "outbound", channel: "email", ownOnly: true, subject, body: paragraphs.join("\n\n"), sentAt: at, createdAt: at }, // prettier-ignore
  });
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: {
      id: derivedId("eml", `${changeId} asked`),
      creditorId,
      claimId,
      kind: "details_change_confirm",
      recipient: email,
      subject,
      ...layoutMail({
        language: translator.language,
        title: subject,
        sender: creditor,
        blocks: [
          ...paragraphs.map((text) => ({ type: "paragraph", text }) as const),
          { type: "button", label: t("details.mail.confirm.button"), url: new URL(`/claim/details/confirm/${token}`, services.config.baseUrl).href }, // prettier-ignore
        ],
        footer: [
          t("details.mail.confirm.notYou"),
          ...(await checkWordLines(tx, services, { creditorId, claimIds: [claimId], translator, by: "mail" })),
        ],
      }),
      createdAt: at,
      nextAt: at,
    },
  });
  const noted = { change: changeId, fields: groupsOf(changes).join(" ") };
  appendAudit(tx, creditorId, { at, actor: debtorActor(debtor), action: "details_change.requested", subject: debtorId, data: noted }); // prettier-ignore
}

/** Without an address to confirm it, what is wanted goes to the creditor as a message of the debtor. */
async function askCreditor(tx: Transaction, services: Services, { debtor, changeId, changes }: Asking): Promise<void> {
  const { creditorId, debtorId, claimId } = debtor;
  const at = services.clock.now();
  const { t } = translatorFor(FALLBACK_LANGUAGE);
  const lines = DETAIL_FIELDS.flatMap((field) => {
    const value = changes[field];
    return value === undefined ? [] : [`${t(`details.field.${field}`)}: ${value ?? "-"}`];
  });
  const messageId = derivedId("msg", `${changeId} wanted`);
  const { count } = await tx.message.createMany({
    skipDuplicates: true,
    data: { id: messageId, creditorId, claimId, direction: "inbound", channel: "portal", ownOnly: true, subject: t("details.letter.wanted"), body: lines.join("\n"), sentAt: at, createdAt: at }, // prettier-ignore
  });
  if (count === 0) return;
  await openQuestion(tx, services, { creditorId, debtorId, claimId, kind: "details_change", key: changeId, messageId, details: changes }); // prettier-ignore
  const fields = groupsOf(changes);
  const data = { about: "details_change", change: { id: changeId, fields } };
  await appendEvents(tx, claimId, [{ type: "debtor.help_requested", occurredAt: at, data }]);
  await tellCreditor(tx, services, {
    creditorId,
    claimIds: [claimId],
    kind: "details_change_creditor",
    key: `${changeId} wanted`,
    path: questionPath(changeId),
    write: ({ t: say }) => ({
      subject: say("details.mail.creditor.change.subject"),
      text: say("details.mail.creditor.change.text"),
    }),
  });
  appendAudit(tx, creditorId, { at, actor: debtorActor(debtor), action: "details_change.requested", subject: debtorId, data: { change: changeId, fields: fields.join(" ") } }); // prettier-ignore
}

function loadKnown(tx: Transaction, { creditorId, debtorId }: DebtorScope) {
  return tx.debtor.findFirst({
    where: { id: debtorId, creditorId },
    select: {
      email: true,
      phone: true,
      street: true,
      houseNumber: true,
      addressLine2: true,
      postalCode: true,
      city: true,
      language: true,
      creditor: { select: { name: true, formOfAddress: true } },
    },
  });
}
