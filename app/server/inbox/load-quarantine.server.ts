import type { LocalDate } from "#app/domain/calendar.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";

/** Money that the provider and our record disagree about: what was expected, what was seen. */
export type QuarantineItem = {
  readonly id: string;
  readonly reason: string;
  readonly expected: string;
  readonly received: string;
  /** What the provider calls it, and how it stands there. */
  readonly providerId: string;
  readonly providerStatus: string;
  readonly on: LocalDate;
  readonly claims: readonly { readonly id: string; readonly reference: string }[];
  readonly resolved: { readonly by: DecidedBy; readonly on: LocalDate; readonly resolution: string } | null;
};

const columns = {
  id: true,
  reason: true,
  expected: true,
  received: true,
  providerId: true,
  createdAt: true,
  resolvedAt: true,
  resolvedBy: true,
  resolution: true,
  payment: { select: { parts: { select: { claim: { select: { id: true, reference: true } } } } } },
} as const;

const MOST_WAITING = 100;
const MOST_RESOLVED = 20;

/** What waits in quarantine, oldest first, and what was seen to lately. */
export async function listQuarantine(
  services: Services,
  { grant }: { grant: CreditorGrant },
): Promise<{ waiting: readonly QuarantineItem[]; resolved: readonly QuarantineItem[] }> {
  const { creditorId } = grant;
  const { prisma } = services.database;
  const [waiting, resolved] = await Promise.all([
    prisma.quarantinedPayment.findMany({ where: { creditorId, resolvedAt: null }, orderBy: { id: "asc" }, take: MOST_WAITING, select: columns }), // prettier-ignore
    prisma.quarantinedPayment.findMany({ where: { creditorId, resolvedAt: { not: null } }, orderBy: { resolvedAt: "desc" }, take: MOST_RESOLVED, select: columns }), // prettier-ignore
  ]);
  return { waiting: await toItems(services, grant, waiting), resolved: await toItems(services, grant, resolved) };
}

/** One of them; null: somebody else's is as absent as one that never was. */
export async function loadQuarantine(
  services: Services,
  { grant, quarantineId: id }: { grant: CreditorGrant; quarantineId: string },
): Promise<QuarantineItem | null> {
  const { creditorId } = grant;
  const row = await services.database.prisma.quarantinedPayment.findFirst({
    where: { id, creditorId },
    select: columns,
  });
  const [item = null] = row ? await toItems(services, grant, [row]) : [];
  return item;
}

type Row = {
  id: string;
  reason: string;
  expected: unknown;
  received: unknown;
  providerId: string;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  resolution: string;
  payment: { parts: { claim: { id: string; reference: string } }[] } | null;
};

async function toItems(
  services: Services,
  { creditorId, userId }: CreditorGrant,
  rows: readonly Row[],
): Promise<QuarantineItem[]> {
  const items: QuarantineItem[] = [];
  for (const { id, reason, providerId, createdAt, resolvedAt, resolvedBy, resolution, payment, ...row } of rows) {
    const by =
      resolvedBy === null
        ? null
        : await decidedByOf(services.database.prisma, { actor: resolvedBy, creditorId, userId });
    items.push({
      id,
      reason,
      providerId,
      expected: textAt(row.expected, reason),
      received: textAt(row.received, reason),
      providerStatus: textAt(row.received, "status"),
      on: dayInAmsterdam(createdAt),
      claims: payment?.parts.map(({ claim }) => claim) ?? [],
      resolved: resolvedAt && by && { by, on: dayInAmsterdam(resolvedAt), resolution },
    });
  }
  return items;
}

function textAt(json: unknown, field: string): string {
  const value = typeof json === "object" && json !== null ? (json as Record<string, unknown>)[field] : undefined;
  return typeof value === "string" ? value : "";
}
