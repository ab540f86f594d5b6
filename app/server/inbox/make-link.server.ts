import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { type LinkLetter, writeLinkLetter } from "#app/server/access/link-letter.server.ts";
import { mailLinks, type NotMailed } from "#app/server/access/mail-links.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { derivedSecret } from "#app/server/platform/crypto/derived-secret.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { qrDataUrl } from "#app/server/platform/qr/qr-svg.server.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { findRunningPause } from "#app/server/pauses/pause-record.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** A link to hand over, shown by the answer to its form and by no page. */
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
  | { readonly kind: "letter"; readonly letter: LinkLetter }
  /** closed: nobody needs a way in. settled, paused: there is nothing to write a letter about. */
  | { readonly kind: "refused"; readonly reason: "claim_closed" | "claim_settled" | "claim_paused" }
  | { readonly kind: "not_mailed"; readonly reason: NotMailed["reason"] }
  | { readonly kind: "not_found" };

/**
 * Makes a link to hand over or as a letter to print, or mails one to the address that is known, whichever the form asks. The
 * same form again makes no other: it is the same link.
 */
export async function makeLink(
  services: Services,
  { grant, claimId, form }: { grant: CreditorGrant; claimId: string; form: URLSearchParams },
): Promise<LinkMade> {
  const { creditorId, userId } = grant;
  const actor = `user:${userId}`;
  const mailingId = form.get("mailingId") ?? "";
  if (!isId("mlg", mailingId)) return { kind: "not_found" };
  if (form.get("act") === "mail") {
    const { notMailed } = await mailLinks(services, { creditorId, claimIds: [claimId], mailingId, actor });
    const [refused] = notMailed;
    return refused ? { kind: "not_mailed", reason: refused.reason } : { kind: "mailed" };
  }
  const isLetter = form.get("act") === "letter";
  // One form may show a link and then save a letter: two links, each refused by its own rules.
  const id = derivedId("lnk", `${mailingId} ${claimId} ${isLetter ? "letter" : "shown"}`);
  const refused = await refusalOf(services, { creditorId, claimId, linkId: id, isLetter });
  if (refused) return { kind: "refused", reason: refused };
  const again = { id, secretBytes: derivedSecret("shown-link-codes", id) };
  const issued = await issueLink(services, { creditorId, claimId, channel: "letter", actor, again });
  if (!issued.ok) return { kind: "not_found" };
  if (isLetter) return { kind: "letter", letter: await writeLinkLetter(services, { creditorId, claimId, link: issued.value }) }; // prettier-ignore
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

type Refused = Extract<LinkMade, { kind: "refused" }>["reason"];

/** A letter asks each time it is saved: a claim may have come to rest since. A link that was shown is only shown again. */
async function refusalOf(
  { database: { prisma } }: Services,
  order: { creditorId: string; claimId: string; linkId: string; isLetter: boolean },
): Promise<Refused | null> {
  const { creditorId, claimId, linkId, isLetter } = order;
  if (!isLetter && (await prisma.link.count({ where: { id: linkId, creditorId, claimId } })) > 0) return null;
  const claim = await prisma.claim.findFirst({ where: { id: claimId, creditorId }, select: { status: true } });
  if (claim?.status === "closed") return "claim_closed";
  if (!isLetter) return null;
  if (claim?.status === "settled") return "claim_settled";
  return (await findRunningPause(prisma, { creditorId, claimId })) ? "claim_paused" : null;
}
