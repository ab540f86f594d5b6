import { createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { propose } from "./arrangements.ts";
import { openDebtorBrowser } from "./debtor-browser.ts";
import { keepFileOfDebtor } from "./file-of-debtor.ts";
import type { Portal, PortalClaim } from "./portal.ts";

/** The names of the parts of an address that stand for a thing of one creditor, as `app/routes.ts` writes them. */
export type ThingName =
  | "claimId" | "documentId" | "letterId" | "arrangementId" | "disputeId" | "complaintId" | "pauseId" | "questionId"
  | "importId" | "quarantineId" | "paymentId" | "paidPaymentId" | "keyId" | "linkKeyId" | "endpointId" | "userId"; // prettier-ignore

export type Things = Readonly<Record<ThingName, string>>;

type Maker = { readonly portal: Portal; readonly services: Services };

/** One of everything that a page is about, of the portal's creditor; all that a debtor has is of the given claim's debtor. */
export async function makeThings({ portal, services }: Maker, claim: PortalClaim): Promise<Things> {
  const { creditorId } = portal;
  const { prisma } = services.database;
  const now = services.clock.now();
  const today = new Date(now.toISOString().slice(0, 10));
  const { debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const about = { creditorId, debtorId, claimId: claim.id };

  const documentId = await keepFileOfDebtor({ services, creditorId }, { claimId: claim.id, fileName: "bewijs.pdf", bytes: "%PDF-1.7" }); // prettier-ignore
  await prisma.document.update({ where: { id: documentId }, data: { previews: [documentId] } });
  const letter = await portal.api("POST", `/claims/${claim.id}/messages`, { direction: "outbound", channel: "letter", subject: "Herinnering", body: "Graag betalen.", sentAt: "2026-10-01T10:00:00Z" }); // prettier-ignore
  const paid = await portal.api("POST", `/claims/${claim.id}/payments`, { amount: { currency: "EUR", value: "5.00" }, receivedOn: "2026-11-01", method: "cash" }); // prettier-ignore
  const debtor = await openDebtorBrowser(claim.link.url);
  const paymentId = await debtor.openPayForm();
  await debtor.sendPayForm(paymentId);

  const id = (kind: string) => newId(kind, now);
  const complaint = await prisma.complaint.create({ data: { ...about, id: id("cmp"), about: "other", text: "Niemand belt terug.", answerBefore: today, createdAt: now } }); // prettier-ignore
  const pause = await prisma.pause.create({ data: { ...about, id: id("pau"), reason: "creditor", actor: "test", startedOn: today, createdAt: now } }); // prettier-ignore
  const question = await prisma.question.create({ data: { ...about, id: id("qst"), kind: "erasure", answerBefore: today, createdAt: now } }); // prettier-ignore
  const none = { format: "csv", sha256: new Uint8Array(32), status: "done" as const, dryRun: true };
  const taken = await prisma.import.create({ data: { ...none, id: id("imp"), creditorId, storageKey: id("imp") } });
  const quarantined = await prisma.quarantinedPayment.create({ data: { id: id("qrt"), creditorId, paymentId, provider: "mollie", providerId: "tr_twijfel", reason: "amount", expected: { amount: "120.00" }, received: { amount: "12.00", status: "paid" } } }); // prettier-ignore

  const key = await createApiKey(services, { creditorId, actor: "test" });
  if (!key.ok) throw new Error(key.error.kind);
  const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  const linkKey = await portal.api("POST", "/link-keys", { kid: "brieven", jwk });
  const endpoint = await prisma.webhookEndpoint.findFirstOrThrow({ where: { creditorId } });
  const user = await prisma.user.create({ data: { id: id("usr"), creditorId, email: "collega@boomhut.example", role: "reader", createdAt: now } }); // prettier-ignore
  return {
    claimId: claim.id,
    documentId,
    letterId: letter["id"] as string,
    arrangementId: await propose(services, (await portal.newClaim()).id, { total: "120.00", decide: "person" }),
    disputeId: await disputeAbout(services, (await portal.newClaim()).id),
    complaintId: complaint.id,
    pauseId: pause.id,
    questionId: question.id,
    importId: taken.id,
    quarantineId: quarantined.id,
    paymentId,
    paidPaymentId: paid["id"] as string,
    keyId: key.value.id,
    linkKeyId: linkKey["id"] as string,
    endpointId: endpoint.id,
    userId: user.id,
  };
}

/** As many ids of the same kinds, of nothing at all. */
export function neverMade(things: Things): Things {
  const fresh = Object.entries(things).map(([name, id]) => [name, newId(id.slice(0, 3), new Date(0))]);
  return Object.fromEntries(fresh) as Things;
}

async function disputeAbout(services: Services, claimId: string): Promise<string> {
  const { creditorId, debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  const disputeId = newId("dsp", services.clock.now());
  const opened = await openDispute(services, {
    debtor: { creditorId, debtorId, sessionId: newId("ses", services.clock.now()) },
    claimId,
    disputeId,
    ground: "other",
    scope: { kind: "whole" },
    answers: {},
    text: "Dit klopt niet.",
    uploadIds: [],
    language: "nl",
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return disputeId;
}
