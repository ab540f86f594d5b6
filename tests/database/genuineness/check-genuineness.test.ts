import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { checkGenuineness } from "#app/server/genuineness/check-genuineness.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";
import { recordMessage } from "#app/server/messages/record-message.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { createTestServices } from "../../support/services.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;
let claimId: string;

beforeAll(async () => {
  shop = await openShop();
  claimId = (await shop.newClaim({ amounts: ["100.00", "20.50"], email: "debtor@example.org" })).claimId;
  await shop.newClaim({ amounts: ["75.00"] });
});

afterAll(() => shop.close());

const check = (reference: string, cents: bigint, ibanEnd = "4300") =>
  checkGenuineness(shop.services, { reference, amount: asCents(cents), ibanEnd });

test("what agrees with a claim gives its two words, whatever the spelling of the reference", async () => {
  const match = { kind: "match", words: checkWordsOf(shop.services.keys, claimId) };
  expect(await check("2026-1", 120_50n)).toEqual(match);
  await shop.services.database.prisma.claim.update({ where: { id: claimId }, data: { reference: "Ab 12" } });
  expect(await check("aB12", 120_50n)).toEqual(match);
  await shop.services.database.prisma.claim.update({ where: { id: claimId }, data: { reference: "2026-1" } });
});

test.each([
  ["an invoice", "2026-1", 20_50n, "4300", "match"],
  ["another amount", "2026-1", 120_51n, "4300", "no_match"],
  ["the amount of another claim", "2026-1", 75_00n, "4300", "no_match"],
  ["another account", "2026-1", 120_50n, "4301", "no_match"],
  ["a reference that nobody has", "2026-99", 120_50n, "4300", "no_match"],
  ["nothing to pay", "2026-1", 0n, "4300", "no_match"],
  ["a pattern of the database", "2026-_", 120_50n, "4300", "no_match"],
])("%s", async (_name, reference, cents, ibanEnd, kind) => {
  expect((await check(reference, cents, ibanEnd)).kind).toBe(kind);
});

test("what was open on the day of a letter still counts after a part was paid", async () => {
  const claim = await shop.newClaim({ amounts: ["60.00"] });
  const { reference } = await shop.services.database.prisma.claim.findUniqueOrThrow({ where: { id: claim.claimId } });
  const { services } = shop;
  const half = await shop.startOpen([{ claim, amount: "15.00" }]); // prettier-ignore
  await shop.pay(half);
  services.clock.advance(24 * 60 * 60 * 1000);
  const sentAt = services.clock.now();
  await recordMessage(services, { creditorId: shop.creditorId, claimId: claim.claimId, messageId: newId("msg", sentAt), direction: "outbound", channel: "letter", subject: "Herinnering", body: "Nog 45 euro.", sentAt, actor: "test" }); // prettier-ignore
  services.clock.advance(3 * 24 * 60 * 60 * 1000);
  const rest = await shop.startOpen([{ claim, amount: "15.00" }]); // prettier-ignore
  await shop.pay(rest);
  expect((await check(reference, 30_00n)).kind).toBe("match");
  expect((await check(reference, 45_00n)).kind).toBe("match");
  expect((await check(reference, 44_00n)).kind).toBe("no_match");
});

test("a match, a near miss and a reference that nobody has take the same statements", async () => {
  const asked = async (reference: string, cents: bigint, ibanEnd: string) => {
    const statements = vi.spyOn(pg.Client.prototype, "query");
    await check(reference, cents, ibanEnd);
    const texts = statements.mock.calls.map(([asks]: unknown[]) => (typeof asks === "string" ? asks : (asks as { text: string }).text)); // prettier-ignore
    statements.mockRestore();
    return texts;
  };
  const match = await asked("2026-1", 120_50n, "4300");
  expect(match.length).toBeGreaterThan(3);
  expect(await asked("2026-1", 1n, "4300")).toEqual(match);
  expect(await asked("2026-1", 120_50n, "0000")).toEqual(match);
  expect(await asked("never", 120_50n, "4300")).toEqual(match);
});

test("a portal without claims knows nothing", async () => {
  const empty = await createTestServices();
  expect(await checkGenuineness(empty, { reference: "2026-1", amount: asCents(1n), ibanEnd: "4300" })).toEqual({
    kind: "no_match",
  });
  await empty.close();
});

test("a receipt carries the words of its claim", async () => {
  const claim = await shop.newClaim({ amounts: ["10.00"], email: "words@example.org" });
  await shop.pay(await shop.startOpen([{ claim, amount: "10.00" }]));
  const mail = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({ where: { recipient: "words@example.org" } }); // prettier-ignore
  const words = checkWordsOf(shop.services.keys, claim.claimId).join(", ");
  expect(mail.text).toContain(
    `Controlewoorden: ${words}. Ga zelf naar voldaan.test/real om te zien of dit bericht echt is.`,
  );
});
