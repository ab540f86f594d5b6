import { sendDueMails } from "#app/server/messages/send-due-mails.server.ts";
import { sendDueTexts } from "#app/server/messages/send-due-texts.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Mailer } from "#app/server/platform/mail/mailer.server.ts";
import type { SmsSender } from "#app/server/platform/sms/sms-sender.server.ts";
import { openScenario } from "../webhooks/scenario.ts";

export type NewsDebtor = {
  readonly creditorId: string;
  readonly debtorId: string;
  readonly claimIds: readonly string[];
};

/** A creditor who has news for debtors. */
export type NewsRoom = Awaited<ReturnType<typeof openNewsRoom>>;

export async function openNewsRoom() {
  const scenario = await openScenario();
  const { services, creditorId } = scenario;
  const { prisma } = services.database;

  async function addDebtor({
    claims = 1,
    ...reached
  }: {
    claims?: number;
    email?: string;
    phone?: string;
    channel?: "sms";
  }): Promise<NewsDebtor> {
    const claimIds: string[] = [];
    for (let n = 0; n < claims; n += 1) claimIds.push(await scenario.addClaim());
    const { debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: claimIds[0] ?? "" } });
    await prisma.claim.updateMany({ where: { id: { in: claimIds } }, data: { debtorId } });
    await prisma.debtor.update({ where: { id: debtorId }, data: reached });
    return { creditorId, debtorId, claimIds };
  }

  /** Something that happened to a dispute; with a button, it has something to do. */
  async function tell({
    atOnce = true,
    key = "dsp_1 opened",
    button,
    ...debtor
  }: NewsDebtor & { atOnce?: boolean; key?: string; button?: string }): Promise<void> {
    services.clock.advance(1);
    await inTransaction(services.database, (tx) =>
      tellDebtor(tx, services, {
        ...debtor,
        kind: "dispute_opened",
        key,
        atOnce,
        write: () => ({
          subject: "Wij hebben uw bezwaar",
          blocks: [
            { type: "paragraph", text: "Wij zoeken het uit." },
            { type: "rows", rows: [{ label: "Kenmerk", value: "B-1" }] },
          ],
          linkLabel: button,
          footer: "Tot ziens.",
        }),
      }),
    );
  }

  /** What the creditor was told of mails and text messages, claim by claim. */
  async function events(): Promise<Record<string, unknown>[]> {
    const where = { type: { startsWith: "message." } };
    const rows = await prisma.event.findMany({ where, orderBy: [{ claimId: "asc" }, { sequence: "asc" }] });
    return rows.map(({ type, claimId, body }) => {
      const {
        sequence: _sequence,
        claim: _claim,
        ...data
      } = (JSON.parse(body) as { data: Record<string, unknown> }).data;
      return { type, claimId, ...data };
    });
  }

  return {
    ...{ services, creditorId, addDebtor, tell, events },
    sendMails: (mailer: Mailer | null) => sendDueMails(services, { mailer, limit: 10 }),
    sendTexts: (sender: SmsSender | null) => sendDueTexts(services, { sender, limit: 10 }),
    mails: () => prisma.outgoingMail.findMany({ orderBy: { createdAt: "asc" } }),
    texts: () => prisma.outgoingSms.findMany({ orderBy: { createdAt: "asc" } }),
    letters: () => prisma.message.findMany({ orderBy: { claimId: "asc" } }),
    close: () => scenario.close(),
  };
}
