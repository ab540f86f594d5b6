import { afterEach, beforeEach, expect, test } from "vitest";
import { err, ok } from "#app/domain/result.ts";
import { sendLink } from "#app/server/access/send-link.server.ts";
import { resumeAddress } from "#app/server/messages/stopped-address.server.ts";
import { sendDueTexts } from "#app/server/messages/send-due-texts.server.ts";
import { openNewsRoom, type NewsRoom } from "./news-room.ts";

const [EMAIL, PHONE] = ["j.devries@example.nl", "+31612345678"];

const taking = { send: async () => ok(undefined) };
const refusing = (status: number) => ({ send: async () => err({ kind: "permanent" as const, reason: "refused" as const, status }) }); // prettier-ignore

let room: NewsRoom;
beforeEach(async () => {
  room = await openNewsRoom();
  // A Monday, in the middle of the day.
  room.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});
afterEach(() => room.close());

test("a text message about several claims is told of once for each of them, as the letter of that claim", async () => {
  const debtor = await room.addDebtor({ claims: 3, phone: PHONE, channel: "sms" });
  const [first = "", second = "", other = ""] = debtor.claimIds;
  await room.tell({ ...debtor, claimIds: [second, first] });
  expect(await room.sendTexts(taking)).toBe(1);
  const letters = await room.services.database.prisma.message.findMany({ orderBy: { claimId: "asc" } });
  expect(await room.events()).toEqual(
    letters.map(({ id, claimId }) => ({
      type: "message.sent",
      claimId,
      message: { id, channel: "sms", kind: "dispute_opened" },
    })),
  );
  expect(letters.map(({ claimId }) => claimId)).toEqual([first, second].sort());
  expect(letters.map(({ claimId }) => claimId)).not.toContain(other);
});

test("a text message that waits where there is no provider any more fails, and is captured only outside production", async () => {
  const debtor = await room.addDebtor({ phone: PHONE, channel: "sms" });
  await room.tell(debtor);
  const { services } = room;
  const production = { ...services, config: { ...services.config, production: true, smsUrl: null } };
  expect(await sendDueTexts(production, { sender: null, limit: 10 })).toBe(1);
  expect(await room.texts()).toMatchObject([{ status: "failed", failure: "sms_off", text: "" }]);
  expect(await room.events()).toMatchObject([
    { type: "message.bounced", message: { channel: "sms" }, reason: "sms_off", code: null },
  ]);
  await room.tell({ ...debtor, key: "dsp_2 opened" });
  expect(await room.sendTexts(null)).toBe(1);
  expect((await room.texts())[1]?.status).toBe("captured");
});

test("news that a number refuses is told by mail, once, and later news at once", async () => {
  const debtor = await room.addDebtor({ claims: 2, phone: PHONE, email: EMAIL, channel: "sms" });
  await room.tell({ ...debtor, button: "Bekijk uw bezwaar" });
  expect(await room.sendTexts(refusing(400))).toBe(1);
  expect(await room.sendTexts(refusing(400))).toBe(0);
  expect(await room.texts()).toMatchObject([{ status: "failed", failure: "refused", text: "", news: null }]);
  const [mail, ...others] = await room.mails();
  expect([mail, others]).toMatchObject([{ recipient: EMAIL, kind: "dispute_opened", subject: "Wij hebben uw bezwaar", status: "pending" }, []]); // prettier-ignore
  for (const words of ["Wij zoeken het uit.", "Kenmerk: B-1", "Bekijk uw bezwaar:\nhttps://voldaan.test/l/", "Tot ziens."]) expect(mail?.text).toContain(words); // prettier-ignore
  const letters = await room.letters();
  expect(letters.map(({ channel, mailId, smsId }) => [channel, mailId, smsId])).toEqual([1, 2].map(() => ["email", mail?.id, null])); // prettier-ignore

  expect(await room.sendMails(taking)).toBe(1);
  const message = (index: number, channel: string) => ({ id: letters[index]?.id, channel, kind: "dispute_opened" });
  expect(await room.events()).toEqual(
    [0, 1].flatMap((index) => [
      { type: "message.bounced", claimId: letters[index]?.claimId, message: message(index, "sms"), reason: "refused", code: "400" }, // prettier-ignore
      { type: "message.sent", claimId: letters[index]?.claimId, message: message(index, "email") },
    ]),
  );

  await room.tell({ ...debtor, key: "dsp_2 opened" });
  expect([await room.texts(), await room.mails()].map(({ length }) => length)).toEqual([1, 2]);
  const { database } = room.services;
  await resumeAddress(database.prisma, { owner: debtor, address: PHONE });
  await room.tell({ ...debtor, key: "dsp_3 opened" });
  expect([await room.texts(), await room.mails()].map(({ length }) => length)).toEqual([2, 2]);
});

test("a provider that refuses us says nothing of the number: that news goes by mail, and the next by text message", async () => {
  const debtor = await room.addDebtor({ phone: PHONE, email: EMAIL, channel: "sms" });
  await room.tell(debtor);
  await room.sendTexts(refusing(401));
  expect([await room.texts(), await room.mails()].map(({ length }) => length)).toEqual([1, 1]);
  await room.tell({ ...debtor, key: "dsp_2 opened" });
  expect([await room.texts(), await room.mails()].map(({ length }) => length)).toEqual([2, 1]);
});

test("without a mail address news that a number refuses stands among the letters only, and so does later news", async () => {
  const debtor = await room.addDebtor({ phone: PHONE, channel: "sms" });
  await room.tell(debtor);
  await room.sendTexts(refusing(422));
  await room.tell({ ...debtor, key: "dsp_2 opened" });
  expect([await room.texts(), await room.mails()].map(({ length }) => length)).toEqual([1, 0]);
  expect((await room.letters()).map(({ channel }) => channel).sort()).toEqual(["portal", "sms"]);
});

test("a number that took a text message since is used for news again", async () => {
  const { services } = room;
  const debtor = await room.addDebtor({ phone: PHONE, email: EMAIL, channel: "sms" });
  await room.tell(debtor);
  await room.sendTexts(refusing(410));
  const order = { creditorId: room.creditorId, claimId: debtor.claimIds[0] ?? "", channel: "sms", actor: "test" } as const; // prettier-ignore
  expect((await sendLink(services, order)).ok).toBe(true);
  expect(await room.sendTexts(taking)).toBe(1);
  await room.tell({ ...debtor, key: "dsp_2 opened" });
  expect((await room.texts()).map(({ kind }) => kind)).toEqual(["dispute_opened", "link", "dispute_opened"]);
});
