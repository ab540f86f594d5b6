import { afterEach, beforeEach, expect, test } from "vitest";
import { ok } from "#app/domain/result.ts";
import { applyChanges } from "#app/server/details/apply-changes.server.ts";
import type { CorrectedDetails } from "#app/server/details/detail-fields.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type NewsDebtor, openNewsRoom, type NewsRoom } from "./news-room.ts";

const [OLD, NEW, PHONE] = ["old@example.nl", "new@example.nl", "+31612345678"];
/** A Saturday evening, and the Monday after it. */
const [NIGHT, MORNING] = ["2026-11-28T21:00:00.000Z", "2026-11-30T06:00:00.000Z"];

let room: NewsRoom;
beforeEach(async () => {
  room = await openNewsRoom();
  room.services.clock.moveTo(NIGHT);
});
afterEach(() => room.close());

const taking = { send: async () => ok(undefined) };

const change = (owner: NewsDebtor, changes: CorrectedDetails) =>
  inTransaction(room.services.database, (tx) => applyChanges(tx, room.services, { owner, changes, actor: "test" }));

async function sendAll(): Promise<void> {
  room.services.clock.moveTo(MORNING);
  while ((await room.sendMails(taking)) + (await room.sendTexts(taking)) > 0);
}

test.each([
  ["with a link", "Bekijk uw bezwaar"],
  ["without a link", undefined],
])(
  "news %s that waits is told at the address of the morning, once, and one letter is told of",
  async (_what, button) => {
    const debtor = await room.addDebtor({ claims: 2, email: OLD });
    await room.tell({ ...debtor, atOnce: false, ...(button === undefined ? {} : { button }) });
    await change(debtor, { email: NEW });
    const sent: { to: string; text: string }[] = [];
    room.services.clock.moveTo(MORNING);
    const mailer = { send: async (mail: { to: string; text: string }) => (sent.push(mail), ok(undefined)) };
    while ((await room.sendMails(mailer)) > 0);
    expect(sent.map(({ to }) => to)).toEqual([NEW]);
    expect(sent[0]?.text).toContain("Wij zoeken het uit.");
    expect(sent[0]?.text.includes("https://voldaan.test/l/")).toBe(button !== undefined);
    const mails = await room.mails();
    expect(mails).toMatchObject([
      { recipient: OLD, status: "failed", failure: "address_changed", text: "", html: "", news: null },
      { recipient: NEW, status: "sent", text: "", html: "", news: null },
    ]);
    const letters = await room.letters();
    expect(letters.map(({ mailId }) => mailId)).toEqual([mails[1]?.id, mails[1]?.id]);
    expect(await room.events()).toEqual(
      letters.map(({ id, claimId }) => ({
        type: "message.sent",
        claimId,
        message: { id, channel: "email", kind: "dispute_opened" },
      })),
    );
    const { prisma } = room.services.database;
    expect(await prisma.link.count({ where: { revokedAt: null } })).toBe(button === undefined ? 0 : 1);
  },
);

test("a text message that waits for a number that changed goes to the new one; without a number the news goes by mail", async () => {
  const moved = await room.addDebtor({ phone: PHONE, channel: "sms" });
  const left = await room.addDebtor({ phone: PHONE, email: OLD, channel: "sms" });
  await room.tell({ ...moved, atOnce: false });
  await room.tell({ ...left, atOnce: false, key: "dsp_2 opened" });
  await change(moved, { phone: "+31687654321" });
  await change(left, { phone: null });
  await sendAll();
  const texts = (await room.texts()).filter(({ status }) => status === "sent");
  expect(texts.map(({ recipient, claimId }) => [recipient, claimId])).toEqual([["+31687654321", moved.claimIds[0]]]);
  expect(await room.mails()).toMatchObject([{ recipient: OLD, claimId: left.claimIds[0], status: "sent" }]);
  expect((await room.events()).map(({ type }) => type)).toEqual(["message.sent", "message.sent"]);
});

test("news that waits goes after each address that changes, and bounces where there is none any more", async () => {
  const debtor = await room.addDebtor({ email: OLD });
  await room.tell({ ...debtor, atOnce: false });
  await change(debtor, { email: NEW });
  room.services.clock.moveTo(MORNING);
  expect(await room.sendMails(taking)).toBe(1);
  await change(debtor, { email: "newer@example.nl" });
  expect(await room.sendMails(taking)).toBe(1);
  await change(debtor, { email: null });
  await sendAll();
  expect((await room.mails()).map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
  expect(await room.events()).toMatchObject([{ type: "message.bounced", reason: "address_changed", code: null }]);
});
