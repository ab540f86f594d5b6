import { vi } from "vitest";
import { startClock } from "#app/server/platform/clock/clock.server.ts";
import { openDebtorBrowser, type DebtorBrowser } from "./debtor-browser.ts";
import { type HttpAnswer, send } from "./http.ts";
import { expectSoundBooks } from "./invariants.ts";
import { startApp, type TestApp, type TestAppOptions } from "./server.ts";

export type PortalClaim = {
  readonly id: string;
  readonly reference: string;
  readonly email: string;
  readonly link: { readonly id: string; readonly url: string; readonly code: string };
};

/** The running application with one creditor, whose system receives every event. */
export type Portal = {
  readonly app: TestApp;
  readonly creditorId: string;
  readonly apiKey: string;
  /** Calls the API in the creditor's name and answers its JSON; throws when the answer is no success. */
  api(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** A claim of 120 euro without interest and costs, and a link to it. */
  newClaim(): Promise<PortalClaim>;
  enter(claim: PortalClaim): Promise<DebtorBrowser>;
  /** What the ledger holds of payments, oldest first: the facts and their amounts in cents. */
  moneyOf(claim: PortalClaim): Promise<string[]>;
  /** The events of a claim in the order in which they happened. */
  eventsOf(claim: Pick<PortalClaim, "id">): Promise<string[]>;
  /** What the receiver got about a claim: type, sequence and id of each request, repeats included. */
  receivedOf(
    claim: Pick<PortalClaim, "reference">,
  ): { type: string; sequence: number; id: string; problem: string | null }[];
  /** Done when nothing waits any more: no notice, no event, no delivery, no import. */
  quiet(): Promise<void>;
  /**
   * Ends the leases that a killed process left behind. They end by themselves after 30 or 60 seconds by the database's
   * clock, which no test can move.
   */
  expireLeases(): Promise<void>;
  expectSound(): Promise<void>;
  close(): Promise<void>;
};

const SETTLES_WITHIN = { timeout: 30_000, interval: 25 };

export async function openPortal(options: TestAppOptions = {}): Promise<Portal> {
  const app = await startApp(options);
  try {
    return await equip(app);
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function equip(app: TestApp): Promise<Portal> {
  const { prisma, pool } = app.database.db;
  const made = await app.admin("creditor:create", "--name", "Kinderopvang De Boomhut", "--iban", "NL91ABNA0417164300");
  const creditorId = (made as { id: string }).id;
  const apiKey = ((await app.admin("api-key:create", "--creditor", creditorId)) as { key: string }).key;

  async function api(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const answer: HttpAnswer = await send(`${app.baseUrl}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status > 299) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.text === "" ? {} : (JSON.parse(answer.text) as Record<string, unknown>);
  }

  const endpoint = await api("POST", "/webhook-endpoints", { url: app.receiver.url, events: ["*"] });
  app.receiver.trust([endpoint["secret"] as string]);
  let count = 0;

  async function newClaim(): Promise<PortalClaim> {
    count += 1;
    const reference = `P-${count}`;
    const email = `debtor-${count}@example.nl`;
    const created = await api("POST", "/claims", {
      reference,
      kind: "consumer",
      description: "Kinderopvang mei",
      debtor: { reference: `K-${count}`, type: "person", name: "J. de Vries", email, language: "nl" },
      invoices: [{ number: `F-${count}`, issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { currency: "EUR", value: "120.00" } }],
      interest: { type: "none" },
      collectionCosts: { type: "none" },
    }); // prettier-ignore
    const id = created["id"] as string;
    const link = (await api("POST", `/claims/${id}/links`, { channel: "none" })) as PortalClaim["link"];
    return { id, reference, email, link };
  }

  async function waiting(): Promise<number> {
    const { rows } = await pool.query<{ waiting: bigint }>(
      `select (select count(*) from provider_notice where processed_at is null)
            + (select count(*) from event where position is null)
            + (select count(*) from delivery where status = 'pending')
            + (select count(*) from import where status in ('queued', 'running')) as waiting`,
    );
    return Number(rows[0]?.waiting);
  }

  return {
    app,
    creditorId,
    apiKey,
    api,
    newClaim,
    enter: (claim) => openDebtorBrowser(claim.link.url),
    async moneyOf({ id }) {
      const rows = await prisma.ledgerEntry.findMany({ where: { claimId: id, paymentId: { not: null } }, orderBy: { sequence: "asc" } }); // prettier-ignore
      return rows.map((row) => `${row.factKey} ${row.type} ${row.amount}`);
    },
    async eventsOf({ id }) {
      const rows = await prisma.event.findMany({ where: { claimId: id }, orderBy: { sequence: "asc" } });
      return rows.map((row) => `${row.sequence} ${row.type}`);
    },
    receivedOf({ reference }) {
      const own = app.receiver.received.filter(({ event }) => event?.claimReference === reference);
      return own.map(({ event, headers, problem }) => ({
        type: event?.type ?? "",
        sequence: event?.sequence ?? 0,
        id: String(headers["webhook-id"]),
        problem,
      }));
    },
    async quiet() {
      await vi.waitFor(async () => {
        const left = await waiting();
        if (left > 0) throw new Error(`${left} notices, events, deliveries or imports wait`);
      }, SETTLES_WITHIN);
    },
    async expireLeases() {
      for (const table of ["provider_notice", "delivery", "import", "outgoing_mail", "outgoing_sms"]) {
        await pool.query(`update ${table} set locked_until = now() - interval '1 second' where lease is not null`);
      }
    },
    expectSound: () => expectSoundBooks({ database: app.database.db, clock: startClock(null) }, app.simulator),
    close: () => app.close(),
  };
}
