import type { Translator } from "#app/i18n/translator.ts";
import { mailPeople } from "#app/server/creditors/mail-people.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
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
    select: { email: true },
  });
  const claims = await tx.claim.findMany({
    where: { creditorId, id: { in: [...claimIds] } },
    select: { reference: true },
    orderBy: { id: "asc" },
  });
  const references = claims.map(({ reference }) => reference).join(", ");
  await mailPeople(tx, services, {
    creditorId,
    claimId: claimIds[0] ?? null,
    to: [...users.map(({ email }) => email), ...(alsoTo === undefined ? [] : [alsoTo])],
    kind,
    key,
    path,
    write: (translator) => {
      const { t } = translator;
      const { subject, text, rows = [] } = write(translator);
      return {
        subject,
        lines: [text],
        rows: [{ label: t("arrangementMail.creditor.reference"), value: references }, ...rows],
        button: t("inbox.creditorMail.button"),
        footer: t("arrangementMail.creditor.footer"),
      };
    },
  });
}
