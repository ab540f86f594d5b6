import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import { tellOfSending } from "./tell-of-sending.server.ts";

const WORDLESS = { status: "failed", failure: "address_stopped", text: "", news: Prisma.DbNull } as const;

/**
 * Ends the mails and text messages about a debtor that wait for an address which was stopped, and tells the creditor of each.
 * One that is being sent at this moment is left to whoever sends it, who looks again before every try.
 */
export async function stopWaiting(
  tx: Transaction,
  { clock }: Pick<Services, "clock">,
  { creditorId, debtorId, isStopped }: { creditorId: string; debtorId: string; isStopped: (recipient: string) => boolean }, // prettier-ignore
): Promise<void> {
  const claims = await tx.claim.findMany({ where: { creditorId, debtorId }, select: { id: true } });
  const still = { status: "pending", lease: null } as const;
  const where = { creditorId, claimId: { in: claims.map(({ id }) => id) }, ...still };
  const query = { where, orderBy: { id: "asc" }, select: { id: true, creditorId: true, claimId: true, kind: true, recipient: true } } as const; // prettier-ignore
  const news = { type: "message.bounced", reason: WORDLESS.failure, code: null } as const;
  const told = { news, occurredAt: clock.now() };
  const mails = await tx.outgoingMail.findMany(query);
  for (const { recipient, ...mail } of mails.filter((one) => isStopped(one.recipient))) {
    const write = async () => (await tx.outgoingMail.updateMany({ where: { id: mail.id, ...still }, data: { ...WORDLESS, html: "" } })).count > 0; // prettier-ignore
    await tellOfSending(tx, { sending: { ...mail, channel: "email" }, write, ...told });
  }
  const texts = await tx.outgoingSms.findMany(query);
  for (const { recipient, ...text } of texts.filter((one) => isStopped(one.recipient))) {
    const write = async () => (await tx.outgoingSms.updateMany({ where: { id: text.id, ...still }, data: WORDLESS })).count > 0; // prettier-ignore
    await tellOfSending(tx, { sending: { ...text, channel: "sms" }, write, ...told });
  }
}
