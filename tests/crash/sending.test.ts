import { afterAll, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "../support/portal.ts";
import { startStubPost, type StubPost } from "../support/stub-post.ts";
import { killAt } from "./killing.ts";

const PHONE = "+31612345678";

let post: StubPost;
let portal: Portal;

beforeAll(async () => {
  post = await startStubPost();
  portal = await openPortal({
    env: { SMTP_URL: post.smtpUrl, SMS_URL: post.smsUrl, MAIL_FROM: "post@portal.example" },
  });
});
afterAll(async () => {
  await portal.close();
  await post.close();
});

const WAYS = [
  ["mail", "email"],
  ["text message", "sms"],
] as const;

const POINTS = [
  ["send:claimed", 1],
  ["send:answered", 2],
  ["send:finishing", 2],
] as const;

const CASES = WAYS.flatMap(([noun, channel]) => POINTS.map(([point, times]) => [point, noun, times, channel] as const));

test.each(CASES)(
  "C15: a worker killed at %s: the %s goes %i time(s), always under one id, and is told of once",
  async (point, _noun, times, channel) => {
    const { prisma } = portal.app.database.db;
    const { id: claimId } = await portal.newClaim();
    await prisma.debtor.updateMany({ where: { claims: { some: { id: claimId } } }, data: { phone: PHONE } });
    const taken = channel === "email" ? post.mails : post.texts;
    const before = taken.length;
    await killAt(portal, {
      name: "worker",
      point,
      cause: () => portal.api("POST", `/claims/${claimId}/links`, { channel }),
      async meanwhile() {
        expect(taken.slice(before)).toHaveLength(times - 1);
        expect(await endings(claimId)).toEqual(["pending"]);
      },
    });
    await expect.poll(() => endings(claimId), { timeout: 30_000, interval: 25 }).toEqual(["sent"]);
    const [first, ...again] = taken.slice(before);
    expect(first?.id).toMatch(channel === "email" ? /^<eml_\w+@portal\.example>$/ : /^sms_\w+$/);
    expect(again.map(({ id, to }) => [id, to])).toEqual(
      Array.from({ length: times - 1 }, () => [first?.id, first?.to]),
    );
    await portal.quiet();
    expect(await portal.eventsOf({ id: claimId })).toEqual(["1 claim.opened", "2 message.sent"]);
  },
);

/** What became of the mails and text messages of a claim. */
async function endings(claimId: string): Promise<string[]> {
  const { prisma } = portal.app.database.db;
  const where = { claimId };
  const rows = [...(await prisma.outgoingMail.findMany({ where })), ...(await prisma.outgoingSms.findMany({ where }))];
  return rows.map(({ status }) => status);
}
