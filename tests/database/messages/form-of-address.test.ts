import { afterEach, beforeEach, expect, test } from "vitest";
import { err } from "#app/domain/result.ts";
import { sendLink } from "#app/server/access/send-link.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type NewsDebtor, openNewsRoom, type NewsRoom } from "./news-room.ts";

const [EMAIL, PHONE] = ["j.devries@example.nl", "+31612345678"];

const FORMAL = /\b(u|uw)\b/i;
const INFORMAL = /\b(je|jou|jouw)\b/i;

let room: NewsRoom;
beforeEach(async () => {
  room = await openNewsRoom();
  // A Monday, in the middle of the day.
  room.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});
afterEach(() => room.close());

/** Everything in it is ours: what happened, the way in with its doubts and its code, and the small print. */
function tell(debtor: NewsDebtor): Promise<void> {
  return inTransaction(room.services.database, (tx) =>
    tellDebtor(tx, room.services, {
      ...debtor,
      kind: "complaint_received",
      key: "cpl_1 received",
      atOnce: true,
      write: ({ t }, creditor) => ({
        subject: t("complaint.mail.received.subject", { number: "K-7K2M-9QXZ" }),
        blocks: [{ type: "paragraph", text: t("complaint.mail.received.text", { creditor }) }],
        linkLabel: t("mail.newLink.button"),
      }),
    }),
  );
}

async function speak(formOfAddress: "formal" | "informal"): Promise<void> {
  await room.services.database.prisma.creditor.update({ where: { id: room.creditorId }, data: { formOfAddress } });
}

async function said(): Promise<string[]> {
  const [mails, texts] = [await room.mails(), await room.texts()];
  return [
    ...mails.flatMap(({ subject, text, html }) => [`${subject} ${text}`, html]),
    ...texts.map(({ text }) => text),
  ];
}

test.each([
  ["informal", INFORMAL, FORMAL],
  ["formal", FORMAL, INFORMAL],
] as const)("a creditor that is %s is so to the last line of a mail", async (form, own, other) => {
  await speak(form);
  const debtor = await room.addDebtor({ email: EMAIL });
  await tell(debtor);
  const link = { creditorId: room.creditorId, claimId: debtor.claimIds[0] ?? "", channel: "email", actor: "test" } as const; // prettier-ignore
  expect((await sendLink(room.services, link)).ok).toBe(true);
  const texts = await said();
  expect(texts).toHaveLength(4);
  for (const text of texts) expect([own.test(text), other.exec(text)?.[0] ?? null]).toEqual([true, null]);
});

test("a text message says je too, and so does the mail that takes its place", async () => {
  await speak("informal");
  const debtor = await room.addDebtor({ email: EMAIL, phone: PHONE, channel: "sms" });
  await tell(debtor);
  const [waiting] = await room.texts();
  expect([INFORMAL.test(waiting?.text ?? ""), FORMAL.test(waiting?.text ?? "")]).toEqual([true, false]);
  const refusing = { send: async () => err({ kind: "permanent" as const, reason: "refused" as const, status: 400 }) };
  expect(await room.sendTexts(refusing)).toBe(1);
  const [mail] = await room.mails();
  expect(mail?.text).toMatch(INFORMAL);
  expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(FORMAL);
});
