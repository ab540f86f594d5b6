import type { Wish } from "#app/domain/arrangement/wish.ts";
import { asCents, type Cents, parseDecimal } from "#app/domain/money.ts";
import { proposeArrangement, type ProposalOrder } from "#app/server/arrangements/propose-arrangement.server.ts";
import { arrangementSchema } from "#app/server/api/schemas/arrangement-schemas.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ApiAnswer, type ApiCallOptions, type ApiTest, euro, exampleClaim, openApi } from "./api.ts";

export const cents = (text: string): Cents => {
  const amount = parseDecimal(text);
  if (!amount.ok) throw new Error(`no amount: ${text}`);
  return amount.value;
};

/** Twelve instalments of 10 euro for 120 euro: more and lower than the policy that everybody starts with accepts. */
export const SMALL_WISH: Wish = {
  downPayment: asCents(0n),
  perInstalment: asCents(10_00n),
  frequency: "monthly",
  payDay: 25,
  firstOn: null,
  budgetUsed: false,
  settlement: false,
};

/** Four instalments of 30 euro for 120 euro, as the policy that everybody starts with accepts at once. */
export const FITTING_WISH: Wish = { ...SMALL_WISH, perInstalment: asCents(30_00n) };

export type ProposalOptions = { readonly wish?: Wish; readonly total: string } & Partial<Omit<ProposalOrder, "total">>;

/** A proposal as the debtor's form sends it; answers the id of the arrangement. */
export async function propose(services: Services, claimId: string, options: ProposalOptions): Promise<string> {
  const { creditorId, debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  const now = services.clock.now();
  const proposed = await proposeArrangement(services, {
    debtor: { creditorId, debtorId, sessionId: newId("ses", now) },
    arrangementId: newId("arr", now),
    claimIds: [claimId],
    wish: SMALL_WISH,
    method: "ideal_link",
    reason: { code: null, text: "" },
    decide: "person",
    language: "nl",
    ...options,
    total: cents(options.total),
  });
  if (!proposed.ok) throw new Error(`no proposal: ${JSON.stringify(proposed.error, (_name, value: unknown) => (typeof value === "bigint" ? String(value) : value))}`); // prettier-ignore
  return proposed.value.arrangementId;
}

/** 120 euro in two months. */
export const IN_TWO = [
  { dueOn: "2026-12-25", amount: euro("60.00") },
  { dueOn: "2027-01-25", amount: euro("60.00") },
];

export type Arrangement = ReturnType<typeof arrangementSchema.parse>;

export const asArrangement = (answer: ApiAnswer): Arrangement => arrangementSchema.parse(answer.body);

export type ArrangementApi = Awaited<ReturnType<typeof openArrangementApi>>;

/** The API with what tests of arrangements ask of it again and again. */
export async function openArrangementApi() {
  const api: ApiTest = await openApi();
  const { prisma } = api.services.database;
  let count = 0;

  /** 120 euro without interest and costs, unless said otherwise. */
  async function newClaim(changes: Record<string, unknown> = {}, options: ApiCallOptions = {}): Promise<string> {
    count += 1;
    const { debtor, invoices } = exampleClaim();
    const body = exampleClaim({
      reference: `a-${count}`,
      debtor: { ...debtor, reference: `d-${count}` },
      invoices: invoices.map((invoice) => ({ ...invoice, number: `f-${count}` })),
      interest: { type: "none" },
      collectionCosts: { type: "none" },
      ...changes,
    });
    const created = await api.call("POST", "/claims", { ...options, body });
    if (created.status !== 201) throw new Error(created.text);
    return created.body.id;
  }

  async function debtorOf(claimId: string) {
    const { creditorId, debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
    return { creditorId, debtorId, sessionId: newId("ses", api.services.clock.now()) };
  }

  async function eventsOf(claimId: string): Promise<string[]> {
    const rows = await prisma.event.findMany({ where: { claimId }, orderBy: { sequence: "asc" } });
    return rows.map(({ type }) => type);
  }

  return {
    ...api,
    newClaim,
    debtorOf,
    eventsOf,
    get: async (id: string) => asArrangement(await api.call("GET", `/arrangements/${id}`)),
    post: (path: string, body?: unknown) => api.call("POST", path, body === undefined ? {} : { body }),
  };
}
