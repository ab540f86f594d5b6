import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { updateCreditor } from "#app/server/creditors/update-creditor.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { importFile } from "#app/server/imports/import-file.server.ts";
import { recordMessage } from "#app/server/messages/record-message.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";
import { dispute } from "./dispute.ts";
import type { DemoCreditorState, DemoScenario, DemoState } from "./demo-state.ts";
import { BAKKERIJ_JANSEN, DE_ZONNEBLOEM, type DemoCreditor } from "./invoices/demo-creditors.ts";
import { makeDemoInvoices } from "./invoices/make.ts";
import { addressOf, issueDemoLink } from "./issue-demo-link.ts";
import { propose } from "./propose.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const ACTOR = "operator";

export type MadeCases = DemoState & {
  /** Links of the cases that go on with a payment. */
  readonly toPay: readonly { readonly case: "partly-paid" | "paid" | "failed-payment"; readonly url: string }[];
};

/** Creditors, their real UBL invoices, letters and links, all through the same verbs that the API uses. */
export async function makeCases(services: Services, { receiverUrl }: { receiverUrl: string }): Promise<MadeCases> {
  const today = services.clock.today();
  const creditors: Record<string, DemoCreditorState> = {};
  for (const creditor of [BAKKERIJ_JANSEN, DE_ZONNEBLOEM]) {
    creditors[creditor.id] = await makeCreditor(services, creditor, receiverUrl);
  }
  const claims = new Map<string, string>();
  for (const invoice of makeDemoInvoices({ today: day(today) })) {
    const creditorId = creditors[invoice.creditor]?.id ?? "";
    const bytes = new TextEncoder().encode(invoice.xml);
    const imported = await importFile(services, { creditorId, content: bytes, fileName: invoice.filename, dryRun: false, actor: ACTOR }); // prettier-ignore
    const row = imported.ok ? imported.value.rows[0] : undefined;
    if (!row || row.result === "failed") throw new Error(`${invoice.filename} did not go in: ${JSON.stringify(row)}`);
    if (row.claim) {
      claims.set(invoice.case, row.claim);
      await writeReminder(services, { creditorId, claimId: row.claim, reference: row.reference ?? "" });
    }
  }

  const creditorOf = async (claimId: string) =>
    (await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId }, select: { creditorId: true } })).creditorId; // prettier-ignore
  async function scenario(title: string, name: string, { agedDays = 0, onPaper = false } = {}): Promise<DemoScenario> {
    const link = { ...(await claimOf(name)), agedDays, onPaper };
    return { title, url: addressOf(link, await issueDemoLink(services, link)), link };
  }

  const claimOf = async (name: string) => {
    const claimId = claims.get(name) ?? "";
    return { creditorId: await creditorOf(claimId), claimId };
  };
  const reason = { code: "less_income", text: "Vanaf januari werk ik weer meer uren." };
  await propose(services, { ...(await claimOf("proposal")), perMonth: asCents(20_00n), decide: "person", reason });
  const unsaid = { code: null, text: "" };
  await propose(services, { ...(await claimOf("running-arrangement")), perMonth: asCents(60_00n), decide: "policy", reason: unsaid }); // prettier-ignore

  const half = { kind: "amount", amount: asCents(29_97n) } as const;
  const text = "Eén van de twee taarten was ingestort. Ik heb dat dezelfde dag gezegd.";
  await dispute(services, { ...(await claimOf("dispute")), ground: "defective_or_incomplete", scope: half, text });

  const partly = await scenario("partly paid", "partly-paid");
  const paid = await scenario("paid", "paid");
  const failed = await scenario("a payment that failed", "failed-payment");
  const scenarios: DemoScenario[] = [
    await scenario("an open claim", "open-claim"),
    await scenario("several claims of one debtor", "several-claims"),
    partly,
    paid,
    failed,
    await scenario("instalments, a person decides", "proposal"),
    await scenario("instalments that run", "running-arrangement"),
    await scenario("a part is disputed", "dispute"),
    await scenario("a business that owes", "business-debtor"),
    await scenario("a link that is too old", "expired-link", { agedDays: 120 }),
    await scenario("a link on paper", "link-on-paper", { onPaper: true }),
  ];
  return {
    baseUrl: services.config.baseUrl.origin,
    today,
    creditors,
    scenarios,
    toPay: [
      { case: "partly-paid", url: partly.url },
      { case: "paid", url: paid.url },
      { case: "failed-payment", url: failed.url },
    ],
  };
}

async function makeCreditor(services: Services, creditor: DemoCreditor, receiverUrl: string) {
  const { name, iban, canDeductVat, address, phone, email } = creditor;
  const created = await createCreditor(services, { name, iban, canDeductVat, actor: ACTOR });
  if (!created.ok) throw new Error(`creditor ${name}: ${created.error.kind}`);
  const { id } = created.value;
  const contact = { address: `${address.street}, ${address.postalCode} ${address.city}`, phone, email };
  await updateCreditor(services, { creditorId: id, change: { contact, complaints: { email } }, actor: ACTOR });
  const key = await createApiKey(services, { creditorId: id, name: "Demo", actor: ACTOR });
  const user = await createUser(services, { creditorId: id, email, role: "owner", actor: ACTOR });
  const endpoint = await registerEndpoint(services, { creditorId: id, url: new URL(creditor.id, receiverUrl).href, events: ["*"], signature: "v1", actor: ACTOR }); // prettier-ignore
  if (!key.ok || !user.ok || !endpoint.ok) throw new Error(`creditor ${name} could not be set up`);
  return {
    id,
    apiKey: key.value.key,
    webhookSecret: endpoint.value.secret,
    endpointId: endpoint.value.endpoint.id,
    userEmail: email,
  };
}

async function writeReminder(
  services: Services,
  { creditorId, claimId, reference }: { creditorId: string; claimId: string; reference: string },
): Promise<void> {
  const sentAt = new Date(services.clock.now().getTime() - 9 * DAY_MS);
  await recordMessage(services, {
    creditorId,
    claimId,
    messageId: newId("msg", sentAt),
    actor: ACTOR,
    direction: "outbound",
    channel: "email",
    subject: `Herinnering: rekening ${reference}`,
    body: `Goedendag,\n\nU heeft een rekening van ons: ${reference}. Wij hebben uw betaling nog niet gezien.\n\nKunt u betalen? Doe dat dan voor het einde van de week. Lukt dat niet? Bel ons dan even, wij denken graag mee.\n\nHeeft u al betaald? Dan hoeft u niets te doen.`,
    sentAt,
  });
}
