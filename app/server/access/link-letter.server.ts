import { type Iban, printIban } from "#app/domain/bank-transfer/iban.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import { languageOf, voiceOf } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { loadCreditorContact } from "#app/server/creditors/creditor-contact.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { AddresseeRow } from "#app/server/overview/addressee.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { documentPdf, type PdfBlock } from "#app/server/platform/pdf/document-pdf.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { IssuedLink } from "./issue-link.server.ts";

export type LinkLetter = { readonly fileName: string; readonly bytes: Uint8Array };

/**
 * A link as a letter to print: the addressee in the window of the envelope, a square to scan, the code to type, the check
 * words and where to get help, in the debtor's language. That it was made stands among the debtor's letters, without the code.
 */
export async function writeLinkLetter(
  services: Services,
  { creditorId, claimId, link }: { creditorId: string; claimId: string; link: IssuedLink },
): Promise<LinkLetter> {
  const { prisma } = services.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  if (!claim) throw new Error("a letter about no claim of this creditor");
  const {
    description,
    debtor,
    creditor: { formOfAddress, iban },
  } = await prisma.claim.findFirstOrThrow({
    where: { id: claimId, creditorId },
    select: { description: true, debtor: true, creditor: { select: { formOfAddress: true, iban: true } } },
  });
  const creditor = await loadCreditorContact(services, creditorId);
  const { open } = await claimStatement(prisma, claim, services.clock.today());
  const translator = translatorFor(voiceOf(languageOf(debtor.language), formOfAddress));
  const { t, language } = translator;
  const { name, reached } = creditor;
  const ways = [reached.phone, reached.email].filter((way) => way !== undefined).join(", ");
  const { host } = services.config.baseUrl;
  const paragraph = (text: string): PdfBlock => ({ type: "paragraph", text });
  const heading = (text: string): PdfBlock => ({ type: "heading", text });
  const bytes = await documentPdf({
    title: t("linkLetter.title"),
    language,
    createdAt: services.clock.now(),
    letterhead: {
      sender: [name, ...(creditor.address ? [creditor.address] : [])],
      addressee: addressLines(debtor),
      qr: { content: link.codeUrl, alt: t("linkLetter.qr", { address: link.codeUrl }) },
      day: writtenDay(services.clock.today(), language),
    },
    blocks: [
      paragraph(t("linkLetter.greeting", { name: debtor.name })),
      paragraph(
        t("linkLetter.about", {
          creditor: name,
          description: description === "" ? claim.reference : `${description} (${claim.reference})`,
          amount: formatEuro(open, language),
        }),
      ),
      paragraph(t("linkLetter.what", { host })),
      heading(t("linkLetter.how")),
      paragraph(t("linkLetter.scan", { address: `${host}/c` })),
      {
        type: "rows",
        rows: [
          { label: t("linkLetter.code"), value: printPaperCode(link.code), strong: true },
          { label: t("linkLetter.until"), value: writtenDay(dayInAmsterdam(link.expiresAt), language) },
        ],
      },
      paragraph(t("linkLetter.keep")),
      heading(t("linkLetter.real")),
      paragraph(
        t("linkLetter.words", {
          words: checkWordsOf(services.keys, claimId).join(", "),
          address: `${host}/real`,
          iban: printIban(iban as Iban),
        }),
      ),
      heading(t("linkLetter.help")),
      ...(ways === "" ? [] : [paragraph(t("linkLetter.contact", { name: reached.name, ways }))]),
      paragraph(t("linkLetter.money")),
      paragraph(t("linkLetter.notYou")),
    ],
    footer: t("linkLetter.footer", { creditor: name, reference: claim.reference }),
    pageLabel: (page, pages) => t("linkLetter.pageLabel", { page, pages }),
  });
  await keepLetter(services, { creditorId, claimId, linkId: link.id, subject: t("linkLetter.kept.subject"), body: t("linkLetter.kept.body", { creditor: name }) }); // prettier-ignore
  return { fileName: `${claim.reference}.pdf`, bytes };
}

async function keepLetter(
  services: Services,
  kept: { creditorId: string; claimId: string; linkId: string; subject: string; body: string },
): Promise<void> {
  const { linkId, ...written } = kept;
  const now = services.clock.now();
  await services.database.prisma.message.createMany({
    skipDuplicates: true,
    data: { id: derivedId("msg", `${linkId} sent`), ...written, direction: "outbound", channel: "letter", sentAt: now, createdAt: now }, // prettier-ignore
  });
}

/** As PostNL wants it: the town in capitals, the country only abroad. */
function addressLines({ name, street, houseNumber, addressLine2, postalCode, city, country }: AddresseeRow): string[] {
  const line = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== "").join(" ");
  const code = postalCode?.replace(/^(\d{4})\s?([A-Za-z]{2})$/, "$1 $2").toUpperCase() ?? null;
  const lines = [
    name,
    line(street, houseNumber),
    addressLine2 ?? "",
    line(code, city?.toUpperCase() ?? null),
    country === null || country === "NL" ? "" : country,
  ];
  return lines.filter((text) => text !== "");
}
