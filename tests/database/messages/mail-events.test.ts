import { afterEach, beforeEach, expect, test } from "vitest";
import { err, ok } from "#app/domain/result.ts";
import { sendDueMails } from "#app/server/messages/send-due-mails.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { MailError, Mailer } from "#app/server/platform/mail/mailer.server.ts";
import { openScenario, type Scenario } from "../webhooks/scenario.ts";

const ADDRESS = "j.devries@example.nl";
const HOUR = 3_600_000;

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => scenario.close());

const taking: Mailer = { send: async () => ok(undefined) };
const refusing = (error: MailError): Mailer => ({ send: async () => err(error) });

async function addClaims(count: number): Promise<{ debtorId: string; claimIds: string[] }> {
  const { prisma } = scenario.services.database;
  const claimIds: string[] = [];
  for (let n = 0; n < count; n += 1) claimIds.push(await scenario.addClaim());
  const { debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: claimIds[0] ?? "" } });
  await prisma.claim.updateMany({ where: { id: { in: claimIds } }, data: { debtorId } });
  await prisma.debtor.update({ where: { id: debtorId }, data: { email: ADDRESS } });
  return { debtorId, claimIds };
}

async function tell({ debtorId, claimIds }: { debtorId: string; claimIds: string[] }, key = "news"): Promise<void> {
  const { services, creditorId } = scenario;
  await inTransaction(services.database, (tx) =>
    tellDebtor(tx, services, {
      creditorId,
      debtorId,
      claimIds,
      kind: "dispute_opened",
      key,
      atOnce: true,
      write: () => ({ subject: "Wij hebben uw bezwaar", blocks: [{ type: "paragraph", text: "Wij zoeken het uit." }] }),
    }),
  );
}

const send = (mailer: Mailer | null) => sendDueMails(scenario.services, { mailer, limit: 10 });

async function events() {
  const rows = await scenario.services.database.prisma.event.findMany({ orderBy: { claimId: "asc" } });
  return rows.map(({ type, claimId, body }) => ({
    type,
    claimId,
    data: (JSON.parse(body) as { data: unknown }).data,
    body,
  }));
}

test("a mail that the server took is told of once for each of its claims, with ids and no address", async () => {
  const debtor = await addClaims(2);
  await tell(debtor);
  expect(await send(taking)).toBe(1);
  expect(await send(taking)).toBe(0);
  const messages = await scenario.services.database.prisma.message.findMany({ orderBy: { claimId: "asc" } });
  const found = await events();
  expect(found.map(({ type, claimId, data }) => ({ type, claimId, data }))).toEqual(
    messages.map(({ id, claimId }) => ({
      type: "message.sent",
      claimId,
      data: {
        sequence: 1,
        claim: { id: claimId, reference: claimId },
        message: { id, channel: "email", kind: "dispute_opened" },
      },
    })),
  );
  expect(found).toHaveLength(2);
  expect(JSON.stringify(found)).not.toMatch(/devries|Vries|bezwaar/);
});

test("C15: a mail whose turn comes late is nobody else's while it goes", async () => {
  await tell(await addClaims(1), "first");
  await tell(await addClaims(1), "second");
  const { pool } = scenario.services.database;
  const others: number[] = [];
  const slow: Mailer = {
    async send() {
      others.push(await send(taking));
      await pool.query("update outgoing_mail set locked_until = now() - interval '1 second'");
      return ok(undefined);
    },
  };
  expect(await send(slow)).toBe(2);
  expect(others).toEqual([0, 0]);
});

test("a mail that is refused for good bounces, with the server's codes and nothing it wrote", async () => {
  const debtor = await addClaims(1);
  await tell(debtor);
  await send(refusing({ kind: "permanent", reason: "refused", replyCode: 550, enhancedCode: "5.1.1" }));
  expect(await events()).toMatchObject([
    { type: "message.bounced", data: { message: { channel: "email" }, reason: "refused", code: "5.1.1" } },
  ]);
  expect(await scenario.services.database.prisma.outgoingMail.findMany()).toMatchObject([
    { status: "failed", failure: "refused", text: "", html: "" },
  ]);
  await tell(debtor, "other news");
  await send(refusing({ kind: "permanent", reason: "refused", replyCode: 554 }));
  expect((await events()).map(({ data }) => data)).toMatchObject([{ code: "5.1.1" }, { code: "554" }]);
});

test("a mail that may go later is told of when it went, or when the last try failed", async () => {
  const { clock } = scenario.services;
  const debtor = await addClaims(1);
  await tell(debtor);
  const later = refusing({ kind: "temporary", reason: "unreachable" });
  for (let tries = 0; tries < 6; tries += 1) {
    expect(await send(later)).toBe(1);
    expect(await events()).toEqual([]);
    clock.advance(25 * HOUR);
  }
  await send(later);
  expect(await events()).toMatchObject([{ type: "message.bounced", data: { reason: "unreachable", code: null } }]);
});

test("mail to the creditor, and mail that was only captured, is no event", async () => {
  const { services, creditorId } = scenario;
  const debtor = await addClaims(1);
  await tell(debtor);
  await send(null);
  const now = services.clock.now();
  const mail = { creditorId, claimId: debtor.claimIds[0] ?? "", recipient: "baas@example.nl", subject: "s", text: "t", html: "h", createdAt: now, nextAt: now }; // prettier-ignore
  await services.database.prisma.outgoingMail.create({ data: { ...mail, id: newId("eml", now), kind: "dispute_opened_creditor" } }); // prettier-ignore
  expect(await send(taking)).toBe(1);
  expect(await events()).toEqual([]);
});

test("a mail that is nothing but a new link is told of without a message", async () => {
  const { services, creditorId } = scenario;
  const { claimIds } = await addClaims(1);
  const now = services.clock.now();
  const mail = { creditorId, claimId: claimIds[0] ?? "", recipient: ADDRESS, subject: "s", text: "t", html: "h", createdAt: now, nextAt: now }; // prettier-ignore
  await services.database.prisma.outgoingMail.create({ data: { ...mail, id: newId("eml", now), kind: "new_link" } });
  await send(taking);
  expect(await events()).toMatchObject([
    { type: "message.sent", data: { message: { id: null, channel: "email", kind: "new_link" } } },
  ]);
});

test("a mail whose lease went to another process is told of by that one alone", async () => {
  const { prisma } = scenario.services.database;
  const debtor = await addClaims(1);
  await tell(debtor);
  const slow: Mailer = {
    async send() {
      await prisma.outgoingMail.updateMany({ data: { lease: "00000000-0000-4000-8000-000000000000" } });
      return ok(undefined);
    },
  };
  await send(slow);
  expect(await events()).toEqual([]);
});
