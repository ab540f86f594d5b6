import { PDFiumLibrary } from "@hyzyla/pdfium";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { sendLink } from "#app/server/access/send-link.server.ts";
import { writeLinkLetter } from "#app/server/access/link-letter.server.ts";
import { checkGenuineness } from "#app/server/genuineness/check-genuineness.server.ts";
import { readRealForm } from "#app/server/genuineness/read-real-form.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { loadCreditorContact } from "#app/server/creditors/creditor-contact.server.ts";
import { updateCreditor } from "#app/server/creditors/update-creditor.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/g, " "));
  document.destroy();
  library.destroy();
  return pages;
}

test("a letter brings the code, the check words and the way to help on one page, and is kept without its code", async () => {
  const { services, creditorId } = shop;
  const claim = await shop.newClaim();
  const { claimId, debtorId } = claim;
  await services.database.prisma.debtor.update({ where: { id: debtorId }, data: { street: "Dorpsstraat", houseNumber: "1a", postalCode: "1234AB", city: "Ons Dorp", country: "NL" } }); // prettier-ignore
  const link = await issueLink(services, { creditorId, claimId, channel: "letter", actor: "test" });
  if (!link.ok) throw new Error(link.error.kind);
  const letter = await writeLinkLetter(services, { creditorId, claimId, link: link.value });
  const pages = await textOf(letter.bytes);
  expect(pages).toHaveLength(1);
  const [text = ""] = pages;
  expect(text).toContain("J. de Vries Dorpsstraat 1a 1234 AB ONS DORP");
  expect(text).toContain(printPaperCode(link.value.code));
  expect(text).toContain(checkWordsOf(services.keys, claimId).join(", "));
  expect(text).toContain("€ 100,00");
  expect(text).toContain("0800-8115");

  await writeLinkLetter(services, { creditorId, claimId, link: link.value });
  const kept = await services.database.prisma.message.findMany({ where: { claimId, channel: "letter" } });
  expect(kept.map(({ subject }) => subject)).toEqual(["Brief met een code voor uw rekening"]);
  expect(JSON.stringify(kept)).not.toContain(link.value.code);
});

test("what the letter says is enough to check it without its code", async () => {
  const { services, creditorId } = shop;
  const { claimId } = await shop.newClaim();
  const link = await issueLink(services, { creditorId, claimId, channel: "letter", actor: "test" });
  if (!link.ok) throw new Error(link.error.kind);
  const letter = await writeLinkLetter(services, { creditorId, claimId, link: link.value });
  const [text = ""] = await textOf(letter.bytes);
  const said = (pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  const reference = said(/, kenmerk (\S+)/);
  const amount = said(/Vandaag is dat (.+?)\. /);
  const iban = said(/ en rekeningnummer ([A-Z0-9 ]+)\./);
  const facts = readRealForm({ reference, amount, iban });
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  expect(await checkGenuineness(services, facts.value)).toEqual({
    kind: "match",
    words: checkWordsOf(services.keys, claimId),
  });
});

test("the letter and the mail with a link say je where the creditor does, and only in Dutch", async () => {
  const own = await openShop();
  const { services, creditorId } = own;
  const { prisma } = services.database;
  await updateCreditor(services, { creditorId, change: { formOfAddress: "informal" }, actor: "test" });
  const letterIn = async (language: string) => {
    const { claimId, debtorId } = await own.newClaim();
    await prisma.debtor.update({ where: { id: debtorId }, data: { language, email: "j@example.org" } });
    const link = await issueLink(services, { creditorId, claimId, channel: "letter", actor: "test" });
    if (!link.ok) throw new Error(link.error.kind);
    const [letter = ""] = await textOf(
      (await writeLinkLetter(services, { creditorId, claimId, link: link.value })).bytes,
    );
    const sent = await sendLink(services, { creditorId, claimId, channel: "email", actor: "test" });
    expect(sent.ok).toBe(true);
    const mail = await prisma.outgoingMail.findFirstOrThrow({ where: { creditorId, claimId } });
    return { letter, subject: mail.subject, text: mail.text };
  };
  const dutch = await letterIn("nl");
  expect(dutch.letter).toContain("Ken je deze rekening niet?");
  expect(dutch.subject).toBe("Een link naar je rekening");
  expect(dutch.letter + dutch.text).not.toMatch(/\b(u|uw)\b/i);
  expect((await letterIn("de")).subject).toBe("Ein Link zu Ihrer Rechnung");
  await own.close();
});

test("questions go to whoever can be reached, by their own name", async () => {
  const own = await openShop();
  const { services, creditorId } = own;
  const letter = async () => {
    const { claimId } = await own.newClaim();
    const link = await issueLink(services, { creditorId, claimId, channel: "letter", actor: "test" });
    if (!link.ok) throw new Error(link.error.kind);
    const [text = ""] = await textOf(
      (await writeLinkLetter(services, { creditorId, claimId, link: link.value })).bytes,
    );
    return text;
  };
  const change = (values: Parameters<typeof updateCreditor>[1]["change"]) => updateCreditor(services, { creditorId, change: values, actor: "test" }); // prettier-ignore
  await change({ contact: { phone: "010 123 45 67", address: "Dorpsstraat 1, 1234 AB Ons Dorp" } });
  await change({ collector: { name: "Incasso Noord" } });
  expect(await letter()).toContain("Vragen aan Kinderopvang Zonnestraal: 010 123 45 67");

  await change({ collector: { name: "Incasso Noord", phone: "050 111 22 33", address: "Havenkade 8, 9700 AA Groningen" } }); // prettier-ignore
  const text = await letter();
  expect(text).toContain("Vragen aan Incasso Noord: 050 111 22 33");
  expect(text).toContain("Dorpsstraat 1, 1234 AB Ons Dorp");
  expect(text).not.toMatch(/010 123 45 67|Havenkade/);
  const { reached } = await loadCreditorContact(services, creditorId);
  expect(reached).toEqual({ name: "Incasso Noord", phone: "050 111 22 33", address: "Havenkade 8, 9700 AA Groningen" });
  await own.close();
});

test.each(LANGUAGES)("in %s it is one page, also with all ways to reach the creditor", async (language) => {
  const { services, creditorId } = shop;
  const contact = { address: "Dorpsstraat 1, 1234 AB Ons Dorp", phone: "078 123 45 67", email: "administratie@zonnestraal.example" }; // prettier-ignore
  await updateCreditor(services, { creditorId, change: { contact }, actor: "test" });
  const { claimId, debtorId } = await shop.newClaim();
  await services.database.prisma.debtor.update({ where: { id: debtorId }, data: { language, street: "Dorpsstraat", houseNumber: "1a", addressLine2: "2e verdieping", postalCode: "1234AB", city: "Ons Dorp" } }); // prettier-ignore
  await services.database.prisma.claim.update({ where: { id: claimId }, data: { description: "Buitenschoolse opvang september 2026" } }); // prettier-ignore
  const link = await issueLink(services, { creditorId, claimId, channel: "letter", actor: "test" });
  if (!link.ok) throw new Error(link.error.kind);
  const letter = await writeLinkLetter(services, { creditorId, claimId, link: link.value });
  expect(await textOf(letter.bytes)).toHaveLength(1);
});
