import { CREDITOR_LANGUAGES } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type CreditorNews = {
  readonly creditorId: string;
  /** At least one. */
  readonly claimIds: readonly string[];
  /** Of the mail, as operators see it: `dispute_opened_creditor`. */
  readonly kind: string;
  /** Names this piece of news: the same key is told once to each user. */
  readonly key: string;
  /** The page of the inbox that it leads to: `/creditor`. */
  readonly path: string;
  /** An address besides those of its people: the one for complaints. */
  readonly alsoTo?: string;
  /** Names nobody: claims by their references, other things by their ids. */
  readonly write: (translator: Translator) => {
    readonly subject: string;
    readonly text: string;
    readonly rows?: readonly { readonly label: string; readonly value: string }[];
  };
};

/**
 * Mails those who handle claims for the creditor, in Dutch and English, once. It names claims by their references, and
 * nobody; its link leads to the inbox and opens nothing.
 */
export async function tellCreditor(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  { creditorId, claimIds, kind, key, path, alsoTo, write }: CreditorNews,
): Promise<void> {
  const users = await tx.user.findMany({
    where: { creditorId, removedAt: null, role: { in: ["owner", "handler"] } },
    select: { id: true, email: true },
  });
  const claims = await tx.claim.findMany({
    where: { creditorId, id: { in: [...claimIds] } },
    select: { reference: true },
    orderBy: { id: "asc" },
  });
  const references = claims.map(({ reference }) => reference).join(", ");
  const written = CREDITOR_LANGUAGES.map((language) => {
    const translator = translatorFor(language);
    const { t } = translator;
    const { subject, text, rows = [] } = write(translator);
    return {
      subject,
      blocks: [
        { type: "paragraph", text },
        { type: "rows", rows: [{ label: t("arrangementMail.creditor.reference"), value: references }, ...rows] },
        { type: "button", label: t("inbox.creditorMail.button"), url: new URL(path, services.config.baseUrl).href },
      ] satisfies MailBlock[],
      footer: t("arrangementMail.creditor.footer"),
    };
  });
  const subject = written.map((one) => one.subject).join(" / ");
  const content = layoutMail({
    language: "nl",
    title: subject,
    sender: "Voldaan",
    blocks: written.flatMap(({ blocks }) => blocks),
    footer: written.map(({ footer }) => footer),
  });
  const others =
    alsoTo === undefined || users.some(({ email }) => email === alsoTo) ? [] : [{ id: alsoTo, email: alsoTo }];
  const recipients = [...users, ...others];
  const now = services.clock.now();
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: recipients.map(({ id, email }) => ({
      id: derivedId("eml", `${key} ${id}`),
      creditorId,
      claimId: claimIds[0] ?? null,
      kind,
      recipient: email,
      subject,
      ...content,
      createdAt: now,
      nextAt: now,
    })),
  });
}
