import { claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { registerClaim } from "#app/server/claims/register-claim.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { takeUpload } from "#app/server/evidence/take-upload.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { DocumentStorage } from "#app/server/platform/storage/document-storage.server.ts";
import { createTestServices, type TestServices, type TestServicesOptions } from "./services.ts";

export type EvidenceDebtor = {
  readonly claimId: string;
  readonly debtor: { readonly creditorId: string; readonly debtorId: string; readonly sessionId: string };
};

/** A creditor whose debtors send files, and what lies in the storage. */
export type EvidenceTest = Awaited<ReturnType<typeof openEvidence>>;

export async function openEvidence(options: TestServicesOptions = {}) {
  const tested = await createTestServices(options);
  const { storage, stored } = watched(tested.storage);
  const services: TestServices = { ...tested, storage };
  const { prisma } = services.database;
  const creditorId = await newCreditor(services);
  let count = 0;

  /** A debtor with a claim and a session. */
  async function newDebtor(): Promise<EvidenceDebtor> {
    count += 1;
    const registered = await registerClaim(services, {
      creditorId,
      actor: "test",
      body: claimBodySchema.parse({
        reference: `E-${count}`,
        kind: "consumer",
        debtor: { reference: `K-${count}`, type: "person", name: "Noor" },
        invoices: [{ number: `F-${count}`, issuedOn: "2026-10-01", dueOn: "2026-10-31", amount: { currency: "EUR", value: "10.00" } }],
        interest: { type: "none" },
        collectionCosts: { type: "none" },
      }),
    }); // prettier-ignore
    if (!registered.ok || registered.value.claimId === null) throw new Error("the claim was refused");
    const { claimId } = registered.value;
    const { debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
    return { claimId, debtor: { creditorId, debtorId, sessionId: await newSession({ claimId, debtorId }) } };
  }

  async function newSession({ claimId, debtorId }: { claimId: string; debtorId: string }): Promise<string> {
    const now = services.clock.now();
    const [sessionId, linkId] = [newId("ses", now), newId("lnk", now)];
    const expiresAt = new Date(now.getTime() + 12 * 60 * 60 * 1000);
    await prisma.link.create({ data: { id: linkId, creditorId, claimId, channel: "none", codeHash: linkId, issuedAt: now, expiresAt } }); // prettier-ignore
    await prisma.debtorSession.create({ data: { id: sessionId, tokenHash: sessionId, creditorId, claimId, debtorId, linkId, createdAt: now, expiresAt } }); // prettier-ignore
    return sessionId;
  }

  return {
    services,
    creditorId,
    newDebtor,
    newSession,
    /** What lies in the storage now, by its keys. */
    stored,
    take: ({ debtor, claimId }: EvidenceDebtor, fileName: string, bytes: Uint8Array) =>
      takeUpload(services, { debtor, claimId, fileName, bytes: Uint8Array.from(bytes) }),
    /** As `take`, of a file that is taken; answers its id. */
    async taken(of: EvidenceDebtor, fileName: string, bytes: Uint8Array): Promise<string> {
      const taken = await takeUpload(services, { ...of, fileName, bytes: Uint8Array.from(bytes) });
      if (!taken.ok) throw new Error(`${fileName} was refused: ${taken.error.kind}`);
      return taken.value.uploadId;
    },
    bytesOf: async (key: string): Promise<Buffer> => {
      const got = await storage.get(key);
      if (!got.ok) throw new Error(`${key} is not stored`);
      return Buffer.from(await got.value.bytes());
    },
    newMessage: async ({ claimId }: EvidenceDebtor): Promise<string> => {
      const [id, now] = [newId("msg", services.clock.now()), services.clock.now()];
      await prisma.message.create({ data: { id, creditorId, claimId, direction: "inbound", channel: "portal", subject: "", body: "", sentAt: now } }); // prettier-ignore
      return id;
    },
    close: () => tested.close(),
  };
}

async function newCreditor(services: TestServices): Promise<string> {
  const made = await createCreditor(services, { name: "Kinderopvang Zonnestraal", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.id;
}

/** Remembers which keys hold something. */
function watched(storage: DocumentStorage) {
  const stored = new Set<string>();
  const watching: DocumentStorage = {
    ...storage,
    async put(key, content) {
      const put = await storage.put(key, content);
      stored.add(key);
      return put;
    },
    async delete(key) {
      await storage.delete(key);
      stored.delete(key);
    },
  };
  return { storage: watching, stored };
}
