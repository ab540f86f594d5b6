import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { linkAgain } from "#app/server/access/link-again.server.ts";
import { type LinkLetter, writeLinkLetter } from "#app/server/access/link-letter.server.ts";
import { mailLinks, type NotMailed } from "#app/server/access/mail-links.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { qrDataUrl } from "#app/server/platform/qr/qr-svg.server.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimHead } from "./claim-head.server.ts";
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
  | { readonly kind: "letter"; readonly letter: LinkLetter }
  /** There is nothing to pay any more, or nobody is written to about it. */
  | { readonly kind: "refused"; readonly reason: "claim_ended" | "claim_paused" }
  | { readonly kind: "not_found" };

/**
 * Makes a link to hand over or as a letter to print, or mails one to the address that is known, whichever the form asks.
 * The same form again makes no other link.
 */
export async function makeLink(
  services: Services,
  { grant, head, form }: { grant: CreditorGrant; head: Pick<ClaimHead, "id" | "status">; form: URLSearchParams },
): Promise<LinkMade> {
  const { creditorId, userId } = grant;
  const { id: claimId, status } = head;
  const actor = `user:${userId}`;
  const mailingId = form.get("mailingId") ?? "";
  const act = form.get("act");
  if (!isId("mlg", mailingId)) return { kind: "not_found" };
  if (act === "mail") {
    const { notMailed } = await mailLinks(services, { creditorId, claimIds: [claimId], mailingId, actor });
    const [refused] = notMailed;
    return refused ? { kind: "not_mailed", reason: refused.reason } : { kind: "mailed" };
  }
  if (status === "closed" || status === "settled") return { kind: "refused", reason: "claim_ended" };
  if (act === "letter" && status === "paused") return { kind: "refused", reason: "claim_paused" };
  const again = linkAgain(services, `${mailingId} letter ${claimId}`);
  const issued = await issueLink(services, { creditorId, claimId, channel: "letter", actor, again });
  if (!issued.ok) return { kind: "not_found" };
  if (act === "letter") return { kind: "letter", letter: await writeLinkLetter(services, { creditorId, claimId, link: issued.value }) }; // prettier-ignore
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
