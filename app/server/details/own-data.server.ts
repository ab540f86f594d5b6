import { asCents, toDecimal } from "#app/domain/money.ts";
import { statementJson, type StatementJson } from "#app/domain/statement-json.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DebtorScope } from "./debtor-scope.server.ts";

const detailColumns = {
  id: true,
  reference: true,
  type: true,
  name: true,
  email: true,
  phone: true,
  language: true,
  channel: true,
  companyNumber: true,
  street: true,
  houseNumber: true,
  addressLine2: true,
  postalCode: true,
  city: true,
  country: true,
  createdAt: true,
  updatedAt: true,
  creditor: { select: { name: true } },
} as const;

const claimColumns = {
  id: true,
  reference: true,
  kind: true,
  description: true,
  status: true,
  paymentReference: true,
  createdAt: true,
  invoices: { select: { id: true, number: true, description: true, issuedOn: true, dueOn: true, amount: true }, orderBy: { id: "asc" } }, // prettier-ignore
  messages: { select: { id: true, direction: true, channel: true, subject: true, body: true, sentAt: true }, orderBy: { sentAt: "asc" } }, // prettier-ignore
  documents: { select: { id: true, kind: true, fileName: true, mediaType: true, size: true, text: true, createdAt: true }, orderBy: { id: "asc" } }, // prettier-ignore
} as const;

/**
 * Everything that is known of a debtor with this creditor, as text that people and machines can read (AVG art. 15, 20):
 * amounts are decimal strings in euro, days and times are written out. No secrets: no tokens, codes or hashes of them.
 */
export async function writeOwnData(services: Services, debtor: DebtorScope): Promise<string> {
  const { prisma } = services.database;
  const { creditorId, debtorId } = debtor;
  const where = { creditorId, debtorId };
  const asOf = services.clock.today();
  const details = await prisma.debtor.findFirstOrThrow({ where: { id: debtorId, creditorId }, select: detailColumns });
  const claims = await prisma.claim.findMany({ where, orderBy: { createdAt: "asc" }, select: claimColumns });
  const statements: StatementJson[] = [];
  for (const { id: claimId } of claims) {
    const claim = await findClaim(prisma, { creditorId, claimId });
    if (claim) statements.push(statementJson(claimId, await claimStatement(prisma, claim, asOf)));
  }
  const data = {
    writtenAt: services.clock.now(),
    details,
    claims: claims.map((claim) => ({ ...claim, statement: statements.find((statement) => statement.claim === claim.id) })), // prettier-ignore
    payments: await prisma.payment.findMany({ where, orderBy: { id: "asc" }, select: { id: true, status: true, method: true, amount: true, amountRefunded: true, amountChargedBack: true, reference: true, createdAt: true, paidAt: true, parts: { select: { claimId: true, amount: true } } } }), // prettier-ignore
    arrangements: await prisma.arrangement.findMany({ where, orderBy: { id: "asc" }, select: { id: true, status: true, decideBefore: true, validUntil: true, reasonCode: true, reasonText: true, decisionText: true, acceptedOn: true, acceptedTotal: true, createdAt: true, endedAt: true, offers: { select: { version: true, by: true, schedule: true, wish: true, total: true, message: true, createdAt: true }, orderBy: { version: "asc" } }, instalments: { select: { seq: true, dueOn: true, amount: true, paidOn: true }, orderBy: { seq: "asc" } } } }), // prettier-ignore
    disputes: await prisma.dispute.findMany({ where, orderBy: { id: "asc" }, select: { id: true, claimId: true, status: true, ground: true, scope: true, amount: true, openedOn: true, answers: true, text: true, answerBefore: true, outcome: true, explanation: true, credited: true, endedAt: true } }), // prettier-ignore
    pauses: await prisma.pause.findMany({ where, orderBy: { id: "asc" }, select: { id: true, claimId: true, reason: true, text: true, startedOn: true, untilOn: true, endedAt: true } }), // prettier-ignore
    complaints: await prisma.complaint.findMany({ where, orderBy: { id: "asc" }, select: { id: true, claimId: true, status: true, about: true, text: true, answerBefore: true, answer: true, createdAt: true, answeredAt: true } }), // prettier-ignore
    changes: await prisma.detailsChange.findMany({ where, orderBy: { id: "asc" }, select: { id: true, details: true, createdAt: true, expiresAt: true, confirmedAt: true, refusedAt: true } }), // prettier-ignore
    helpers: await prisma.helperGrant.findMany({ where, orderBy: { id: "asc" }, select: { id: true, claimId: true, name: true, rights: true, createdAt: true, expiresAt: true, revokedAt: true, looks: { select: { kind: true, at: true }, orderBy: { id: "asc" } } } }), // prettier-ignore
    sessions: await prisma.debtorSession.findMany({ where, orderBy: { id: "asc" }, select: { id: true, helperId: true, createdAt: true, expiresAt: true, endedAt: true } }), // prettier-ignore
  };
  return `${JSON.stringify(written(data), null, 2)}\n`;
}

/** Columns that hold a day and no time. */
const DAYS = /(On|Before|validUntil)$/;

function written(value: unknown, name = ""): unknown {
  if (typeof value === "bigint") return toDecimal(asCents(value));
  if (value instanceof Date) return DAYS.test(name) ? fromDateColumn(value) : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => written(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, written(item, key)]));
}
