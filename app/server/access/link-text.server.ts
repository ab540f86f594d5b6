import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { LinkMail } from "./link-mail.server.ts";

/** A text message that brings a link: who sends it, which bill it is about, the code as an address, and how to check it. */
export async function linkText(
  tx: Transaction,
  services: Pick<Services, "config" | "keys">,
  text: Pick<LinkMail, "creditorId" | "claimId" | "reference" | "sender" | "translator"> & {
    link: { codeUrl: string };
  },
): Promise<string> {
  const { creditorId, claimId, reference, link, sender, translator } = text;
  const said = translator.t("mail.link.sms", { creditor: sender, reference, address: link.codeUrl });
  const words = await checkWordLines(tx, services, { creditorId, claimIds: [claimId], translator, by: "text" });
  return [said, ...words].join("\n");
}
