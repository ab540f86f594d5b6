import type { Translator } from "#app/i18n/translator.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { IssuedLink } from "./issue-link.server.ts";

export type LinkMail = {
  readonly creditorId: string;
  readonly claimId: string;
  /** The debtor's name. */
  readonly name: string;
  /** The claim's. */
  readonly reference: string;
  readonly link: Pick<IssuedLink, "url" | "code">;
  /** In whose name. */
  readonly sender: string;
  readonly subject: string;
  readonly introduction: string;
  /** What to do for somebody who did not expect it. */
  readonly notYou: string;
  readonly translator: Translator;
};

/** A mail that brings a link: whom and which bill it is about, the button, the code for who would rather type, and the claim's check words. */
export async function linkMail(
  tx: Transaction,
  services: Pick<Services, "config" | "keys">,
  mail: LinkMail,
): Promise<{ subject: string; text: string; html: string }> {
  const { creditorId, claimId, name, reference, link, sender, subject, introduction, notYou, translator } = mail;
  const { t, language } = translator;
  const address = new URL("/c", services.config.baseUrl).href;
  const layout = layoutMail({
    language,
    title: subject,
    sender,
    blocks: [
      { type: "paragraph", text: introduction },
      {
        type: "rows",
        rows: [
          { label: t("mail.newLink.for"), value: name },
          { label: t("real.reference.label"), value: reference },
        ],
      },
      { type: "button", label: t("mail.newLink.button"), url: link.url },
      { type: "paragraph", text: t("mail.newLink.doubt", { address }) },
      { type: "code", label: t("mail.newLink.code"), code: printPaperCode(link.code) },
    ],
    footer: [
      notYou,
      ...(await checkWordLines(tx, services, { creditorId, claimIds: [claimId], translator, by: "code" })),
    ],
  });
  return { subject, ...layout };
}
