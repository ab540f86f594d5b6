import { afterEach, beforeEach, expect, test } from "vitest";
import { err, ok } from "#app/domain/result.ts";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type NewsDebtor, openNewsRoom, type NewsRoom } from "./news-room.ts";

const [EMAIL, PHONE] = ["j.devries@example.nl", "+31612345678"];

let room: NewsRoom;
beforeEach(async () => (room = await openNewsRoom()));
afterEach(() => room.close());

const stop = (owner: NewsDebtor, address: string) =>
  inTransaction(room.services.database, (tx) => stopAddress(tx, room.services, { owner, address }));

const fails = { send: async () => err({ kind: "temporary" as const, reason: "unreachable" as const }) };

test("what waits for an address that is stopped ends at once, and is told of once for each of its claims", async () => {
  const mailed = await room.addDebtor({ claims: 2, email: EMAIL });
  const texted = await room.addDebtor({ claims: 2, phone: PHONE, channel: "sms" });
  const other = await room.addDebtor({ email: EMAIL });
  await room.tell(mailed);
  await room.tell({ ...texted, key: "dsp_2 opened" });
  await room.tell({ ...other, key: "dsp_3 opened" });
  await stop(mailed, EMAIL.toUpperCase());
  await stop(texted, PHONE);
  await stop(texted, PHONE);

  const letters = (await room.letters()).filter(({ claimId }) => !other.claimIds.includes(claimId));
  expect(letters).toHaveLength(4);
  expect(await room.events()).toEqual(
    letters.map(({ id, claimId, channel }) => ({
      type: "message.bounced",
      claimId,
      message: { id, channel, kind: "dispute_opened" },
      reason: "address_stopped",
      code: null,
    })),
  );
  const ended = { status: "failed", failure: "address_stopped", text: "" };
  expect(await room.mails()).toMatchObject([{ ...ended, html: "" }, { status: "pending" }]);
  expect(await room.texts()).toMatchObject([ended]);
});

test("a mail that is on its way while its address is stopped is told of once: as what became of it", async () => {
  const [gone, failing] = [await room.addDebtor({ email: "gone@example.nl" }), await room.addDebtor({ email: EMAIL })];
  await room.tell(gone);
  await room.sendMails({ send: async () => (await stop(gone, "gone@example.nl"), ok(undefined)) });
  expect(await room.events()).toMatchObject([{ type: "message.sent", claimId: gone.claimIds[0] }]);

  await room.tell({ ...failing, key: "dsp_2 opened" });
  await room.sendMails({ send: async () => (await stop(failing, EMAIL), fails.send()) });
  room.services.clock.advance(60_000);
  expect(await room.sendMails({ send: async () => ok(undefined) })).toBe(1);
  const told = (await room.events()).filter(({ claimId }) => claimId === failing.claimIds[0]);
  expect(told).toMatchObject([{ type: "message.bounced", reason: "address_stopped" }]);
});
