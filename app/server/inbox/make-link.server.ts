import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { mailLinks, type NotMailed } from "#app/server/access/mail-links.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { qrDataUrl } from "#app/server/platform/qr/qr-svg.server.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Services } from "#app/server/services.server.ts";

/** A link to hand over, shown this once. */
export type MadeLink = {
  readonly url: string;
  readonly code: string;
  readonly codeUrl: string;
  /** A picture of `codeUrl`, as a data URL. */
  readonly qr: string;
  readonly checkWords: readonly string[];
  readonly expiresOn: LocalDate;
};

export type LinkMade =
  | { readonly kind: "made"; readonly link: MadeLink }
  | { readonly kind: "mailed" }
  | { readonly kind: "not_mailed"; readonly reason: NotMailed["reason"] }
  | { readonly kind: "not_found" };

/** Makes a link to print or to hand over, or mails one to the address that is known, whichever the form asks. */
export async function makeLink(
  services: Services,
  { grant, claimId, form }: { grant: CreditorGrant; claimId: string; form: URLSearchParams },
): Promise<LinkMade> {
  const { creditorId, userId } = grant;
  const actor = `user:${userId}`;
  const mailingId = form.get("mailingId") ?? "";
  if (form.get("act") === "mail") {
    if (!isId("mlg", mailingId)) return { kind: "not_found" };
    const { notMailed } = await mailLinks(services, { creditorId, claimIds: [claimId], mailingId, actor });
    const [refused] = notMailed;
    return refused ? { kind: "not_mailed", reason: refused.reason } : { kind: "mailed" };
  }
  const issued = await issueLink(services, { creditorId, claimId, channel: "letter", actor });
  if (!issued.ok) return { kind: "not_found" };
  const { url, code, codeUrl, expiresAt } = issued.value;
  return {
    kind: "made",
    link: {
      url,
      codeUrl,
      code: printPaperCode(code),
      qr: qrDataUrl(codeUrl, { label: codeUrl }),
      checkWords: checkWordsOf(services.keys, claimId),
      expiresOn: dayInAmsterdam(expiresAt),
    },
  };
}
