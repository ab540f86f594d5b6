import { equalAmounts } from "#app/domain/arrangement/schedule.ts";
import { addDays, addMonths, day, daysBetween } from "#app/domain/calendar.ts";
import type { DisputeOutcome } from "#app/domain/dispute/dispute-state.ts";
import { mayContact } from "#app/domain/contact-hours.ts";
import { parseDecimal, ZERO } from "#app/domain/money.ts";
import { type IssuedLink, issueLink, type LinkChannel, revokeLink } from "#app/server/access/issue-link.server.ts";
import { counterProposal, declineProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import { findArrangement } from "#app/server/arrangements/arrangement-record.server.ts";
import { proposeArrangement } from "#app/server/arrangements/propose-arrangement.server.ts";
import { runDueArrangements } from "#app/server/arrangements/run-arrangements.server.ts";
import { changeClaim } from "#app/server/claims/change-claim.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { resolveDispute } from "#app/server/disputes/resolve-dispute.server.ts";
import { writeToDebtor } from "#app/server/disputes/write-to-debtor.server.ts";
import { importFile } from "#app/server/imports/import-file.server.ts";
import { recordMessage } from "#app/server/messages/record-message.server.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";
import type { Language } from "#app/i18n/languages.ts";
import { amsterdamMoment } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { dayInAmsterdam, fixedClock, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";
import { DEMO_CASES } from "../../demo/invoices/demo-cases.ts";
import { makeDemoInvoices } from "../../demo/invoices/make.ts";
import type { TestApp } from "../support/server.ts";
import { openServicesBeside } from "../support/services-beside.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
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
  /** What the debtor is known to speak; the invoice does not say. */
  readonly language?: Language;
  readonly link?: { readonly channel?: LinkChannel; readonly agedDays?: number };
};

type Decision = { readonly outcome: DisputeOutcome; readonly explanation: string; readonly credit?: string };

export type Seed = {
  /** The invoice of the order, taken in for a creditor of its own, with a letter, a webhook endpoint and a link. */
  claimWithLink(order?: ClaimOrder): Promise<SeededClaim>;
  /** A plan of the debtor's, of so much a month; with `person` it waits for the creditor. Answers its id. */
  arrange(claim: SeededClaim, wish: { perMonth: string; person?: boolean }): Promise<string>;
  /** The id of the arrangement of a claim. */
  arrangementOf(claim: SeededClaim): Promise<string>;
  /** The creditor offers so many equal parts instead, a month apart. */
  counter(claim: SeededClaim, offer: { arrangementId: string; parts: number; reason: string }): Promise<void>;
  decline(claim: SeededClaim, answer: { arrangementId: string; reason: string }): Promise<void>;
  /** The creditor asks something about the dispute of the claim. */
  askAboutDispute(claim: SeededClaim, question: string): Promise<void>;
  /** The creditor decides the dispute of the claim. */
  resolveDispute(claim: SeededClaim, decision: Decision): Promise<void>;
  /** Money that reached the creditor some days ago without the portal. */
  paidOutside(claim: SeededClaim, payment: { amount: string; daysAgo: number }): Promise<void>;
  /**
   * Lets time go by until an instalment is so many days past its due day: the days of its plan move back, and what time
   * asks is done, as of the latest moment on which a debtor may be approached.
   */
  letPass(arrangementId: string, passed: { seq: number; days: number }): Promise<void>;
  /** The kinds of mail that the debtor of a claim got. */
  mailsOf(claim: SeededClaim): Promise<string[]>;
  revoke(claim: SeededClaim): Promise<void>;
  /** Types of the webhooks that reached the claim's creditor, in order; what was wrong instead, where one was not genuine. */
  webhooksOf(claim: SeededClaim): string[];
  close(): Promise<void>;
};

/** Puts claims into a running application by the verbs that its API uses. */
export async function openSeed(app: TestApp): Promise<Seed> {
  const { services, close } = await openServicesBeside(app);
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
      const imported = valueOf(await importFile(services, { creditorId, content: bytes, fileName, dryRun: false, actor: ACTOR })); // prettier-ignore
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

  async function disputeOf({ creditorId, claimId }: SeededClaim): Promise<string> {
    const { id } = await services.database.prisma.dispute.findFirstOrThrow({ where: { creditorId, claimId, endedAt: null } }); // prettier-ignore
    return id;
  }

  const daysAgo = (days: number) => new Date(services.clock.now().getTime() - days * DAY_MS);

  return {
    async claimWithLink({ invoice = "open-claim", noticeIsOver = false, language, link = {} } = {}) {
      const creditorId = await newCreditor(invoice);
      const claims = await takeIn(creditorId, invoice);
      const [first] = claims;
      if (!first) throw new Error(`no invoices for ${invoice}`);
      for (const { claimId } of claims) await writeLetter(creditorId, claimId);
      if (language) await services.database.prisma.debtor.updateMany({ where: { creditorId }, data: { language, languageGiven: true } }); // prettier-ignore
      if (noticeIsOver) {
        const noticeDeliveredOn = dayInAmsterdam(daysAgo(20));
        valueOf(
          await changeClaim(services, {
            creditorId,
            claimId: first.claimId,
            notice: { happened: "delivered", on: noticeDeliveredOn },
            actor: ACTOR,
          }),
        );
      }
      const { agedDays = 0, channel = "email" } = link;
      const then: Services = { ...services, clock: fixedClock(daysAgo(agedDays)) };
      const order = { creditorId, claimId: first.claimId, channel, actor: ACTOR };
      return { ...first, creditorId, link: valueOf(await issueLink(then, order)) };
    },
    async arrange({ creditorId, claimId }, { perMonth, person = false }) {
      const { prisma } = services.database;
      const claim = await findClaim(prisma, { creditorId, claimId });
      if (!claim) throw new Error("no such claim");
      const arrangementId = newId("arr", services.clock.now());
      const wish = { downPayment: ZERO, frequency: "monthly", payDay: 25, firstOn: null, budgetUsed: false, settlement: false } as const; // prettier-ignore
      valueOf(
        await proposeArrangement(services, {
          debtor: { creditorId, debtorId: claim.debtorId, sessionId: newId("ses", services.clock.now()) },
          arrangementId,
          claimIds: [claimId],
          wish: { ...wish, perInstalment: valueOf(parseDecimal(perMonth)) },
          total: (await claimStatement(prisma, claim, services.clock.today())).open,
          method: "ideal_link",
          reason: { code: null, text: "" },
          decide: person ? "person" : "policy",
          language: "nl",
        }),
      );
      return arrangementId;
    },
    async arrangementOf({ creditorId, claimId }) {
      const { arrangementId } = await services.database.prisma.arrangementClaim.findFirstOrThrow({ where: { creditorId, claimId } }); // prettier-ignore
      return arrangementId;
    },
    async counter({ creditorId }, { arrangementId, parts, reason }) {
      const found = await findArrangement(services.database.prisma, { creditorId, arrangementId });
      const today = services.clock.today();
      const amounts = equalAmounts(found?.offer.total ?? ZERO, parts);
      const schedule = amounts.map((amount, index) => ({ seq: index + 1, dueOn: addMonths(today, index + 1), amount }));
      valueOf(await counterProposal(services, { creditorId, arrangementId, actor: ACTOR, schedule, reason }));
    },
    async decline({ creditorId }, { arrangementId, reason }) {
      valueOf(await declineProposal(services, { creditorId, arrangementId, actor: ACTOR, reason }));
    },
    async askAboutDispute(claim, question) {
      const disputeId = await disputeOf(claim);
      const messageId = newId("msg", services.clock.now());
      valueOf(await writeToDebtor(services, { creditorId: claim.creditorId, disputeId, messageId, body: question, asks: true, actor: ACTOR })); // prettier-ignore
    },
    async resolveDispute(claim, { outcome, explanation, credit }) {
      const off = credit === undefined ? {} : { credit: valueOf(parseDecimal(credit)) };
      const disputeId = await disputeOf(claim);
      valueOf(await resolveDispute(services, { creditorId: claim.creditorId, disputeId, outcome, explanation, ...off, actor: ACTOR })); // prettier-ignore
    },
    async paidOutside({ creditorId, claimId }, payment) {
      const paymentId = newId("pay", services.clock.now());
      const receivedOn = dayInAmsterdam(daysAgo(payment.daysAgo));
      const amount = valueOf(parseDecimal(payment.amount));
      valueOf(await recordOutsidePayment(services, { creditorId, claimId, paymentId, amount, receivedOn, method: "bank_transfer", actor: ACTOR })); // prettier-ignore
    },
    async letPass(arrangementId, { seq, days }) {
      const then = latestContact(services.clock.now());
      const { dueOn } = await services.database.prisma.instalment.findUniqueOrThrow({ where: { arrangementId_seq: { arrangementId, seq } } }); // prettier-ignore
      await moveBack(app, arrangementId, daysBetween(addDays(dayInAmsterdam(then), -days), fromDateColumn(dueOn)));
      while ((await runDueArrangements({ ...services, clock: fixedClock(then) }, 10)) > 0);
    },
    async mailsOf({ claimId }) {
      const mails = await services.database.prisma.outgoingMail.findMany({ where: { claimId }, orderBy: { createdAt: "asc" } }); // prettier-ignore
      return mails.map(({ kind }) => kind);
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

/** Now, or the last hour before it that the contact hours have. */
function latestContact(now: Date): Date {
  let at = now;
  while (!mayContact(amsterdamMoment(at))) at = new Date(at.getTime() - HOUR_MS);
  return at;
}

/** As if the plan had been made so many days earlier; the worker has to look at it now. */
async function moveBack({ database }: TestApp, arrangementId: string, days: number): Promise<void> {
  const { pool } = database.db;
  const of = [arrangementId, days];
  await pool.query(
    `UPDATE instalment SET due_on = due_on - $2::int, original_due_on = original_due_on - $2::int WHERE arrangement_id = $1`,
    of,
  );
  await pool.query(
    `UPDATE arrangement SET accepted_on = accepted_on - $2::int, accepted_at = accepted_at - make_interval(days => $2::int),
       check_at = '2026-01-01' WHERE id = $1`,
    of,
  );
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
