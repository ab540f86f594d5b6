import { day } from "#app/domain/calendar.ts";
import { type IssuedLink, issueLink, type LinkChannel, revokeLink } from "#app/server/access/issue-link.server.ts";
import { changeClaim } from "#app/server/claims/change-claim.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { importFile } from "#app/server/imports/import-file.server.ts";
import { recordMessage } from "#app/server/messages/record-message.server.ts";
import { openServices } from "#app/server/open-services.server.ts";
import { dayInAmsterdam, fixedClock } from "#app/server/platform/clock/clock.server.ts";
import { readConfig } from "#app/server/platform/config/config.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";
import { DEMO_CASES } from "../../demo/invoices/demo-cases.ts";
import { makeDemoInvoices } from "../../demo/invoices/make.ts";
import type { TestApp } from "../support/server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const ACTOR = "test";

export type SeededClaim = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly reference: string;
  readonly link: IssuedLink;
};

export type ClaimOrder = {
  /** Which of the demo's invoices; `open-claim` unless said. */
  readonly invoice?: string;
  /** A letter with fourteen days to pay without costs, whose time is over. */
  readonly noticeIsOver?: boolean;
  readonly link?: { readonly channel?: LinkChannel; readonly agedDays?: number };
};

export type Seed = {
  /** The invoice of the order, taken in for a creditor of its own, with a letter, a webhook endpoint and a link. */
  claimWithLink(order?: ClaimOrder): Promise<SeededClaim>;
  revoke(claim: SeededClaim): Promise<void>;
  /** Types of the webhooks that reached the claim's creditor, in order; what was wrong instead, where one was not genuine. */
  webhooksOf(claim: SeededClaim): string[];
  close(): Promise<void>;
};

/** Puts claims into a running application by the verbs that its API uses. */
export async function openSeed(app: TestApp): Promise<Seed> {
  const { services, close } = await openBeside(app);
  const invoices = makeDemoInvoices({ today: day(services.clock.today()) });
  const secrets: string[] = [];

  async function newCreditor(invoice: string): Promise<string> {
    const demo = DEMO_CASES.find((one) => one.case === invoice)?.creditor;
    if (!demo) throw new Error(`no demo case ${invoice}`);
    const { name, iban, canDeductVat, address, phone, email } = demo;
    const { id } = valueOf(await createCreditor(services, { name, iban, canDeductVat, actor: ACTOR }));
    const contact = { address: `${address.street}, ${address.postalCode} ${address.city}`, phone, email };
    await services.database.prisma.creditor.update({ where: { id }, data: { contact, complaints: { email } } });
    const url = new URL(id, app.receiver.url).href;
    const endpoint = valueOf(await registerEndpoint(services, { creditorId: id, url, events: ["*"], signature: "v1", actor: ACTOR })); // prettier-ignore
    secrets.push(endpoint.secret);
    app.receiver.trust(secrets);
    return id;
  }

  async function takeIn(creditorId: string, invoice: string): Promise<{ claimId: string; reference: string }[]> {
    const claims = [];
    for (const { xml, filename: fileName } of invoices.filter((one) => one.case === invoice)) {
      const bytes = new TextEncoder().encode(xml);
      const imported = valueOf(await importFile(services, { creditorId, bytes, fileName, dryRun: false, actor: ACTOR })); // prettier-ignore
      const { claim, reference } = imported.rows[0] ?? {};
      if (!claim || !reference) throw new Error(`${fileName} did not go in: ${JSON.stringify(imported.rows)}`);
      claims.push({ claimId: claim, reference });
    }
    return claims;
  }

  async function writeLetter(creditorId: string, claimId: string): Promise<void> {
    const sentAt = daysAgo(9);
    const letter = { subject: "Herinnering", body: "Goedendag,\n\nWij hebben uw betaling nog niet gezien.", sentAt };
    valueOf(await recordMessage(services, { ...letter, creditorId, claimId, messageId: newId("msg", sentAt), direction: "outbound", channel: "email", actor: ACTOR })); // prettier-ignore
  }

  const daysAgo = (days: number) => new Date(services.clock.now().getTime() - days * DAY_MS);

  return {
    async claimWithLink({ invoice = "open-claim", noticeIsOver = false, link = {} } = {}) {
      const creditorId = await newCreditor(invoice);
      const claims = await takeIn(creditorId, invoice);
      const [first] = claims;
      if (!first) throw new Error(`no invoices for ${invoice}`);
      for (const { claimId } of claims) await writeLetter(creditorId, claimId);
      if (noticeIsOver) {
        const noticeDeliveredOn = dayInAmsterdam(daysAgo(20));
        valueOf(await changeClaim(services, { creditorId, claimId: first.claimId, noticeDeliveredOn, actor: ACTOR }));
      }
      const { agedDays = 0, channel = "email" } = link;
      const then: Services = { ...services, clock: fixedClock(daysAgo(agedDays)) };
      const order = { creditorId, claimId: first.claimId, channel, actor: ACTOR };
      return { ...first, creditorId, link: valueOf(await issueLink(then, order)) };
    },
    async revoke({ creditorId, link }) {
      await revokeLink(services, { creditorId, linkId: link.id, actor: ACTOR });
    },
    webhooksOf: ({ creditorId }) =>
      app.receiver.received
        .filter(({ path, duplicate }) => path === `/${creditorId}` && !duplicate)
        .map(({ event, problem }) => event?.type ?? `not genuine: ${problem}`),
    close,
  };
}

function openBeside(app: TestApp): ReturnType<typeof opened> {
  const receiver = new URL(app.receiver.url).host;
  return opened({
    BASE_URL: app.baseUrl,
    DATA_DIR: app.dataDir,
    DATABASE_URL: app.database.url,
    WEBHOOK_ALLOWED_TARGETS: receiver,
    LOG_LEVEL: "silent",
  });
}

async function opened(settings: Record<string, string>) {
  const config = valueOf(readConfig(settings, process.cwd()));
  return valueOf(await openServices(config, { process: "test", poolSize: 3, providerDeadlineMs: 5_000 }));
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
