import { readStoredPolicy } from "#app/server/arrangements/arrangement-policy.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { mollieKeyState, type MollieKeyState } from "./mollie-key.server.ts";

/** How each part of the settings stands, in a few words' worth. */
export type SettingsOverview = {
  readonly takesProposals: boolean;
  readonly liveKeys: number;
  readonly endpoints: number;
  /** Of them, those that fail or were switched off because of it. */
  readonly brokenEndpoints: number;
  readonly people: number;
  readonly mollie: MollieKeyState;
  readonly iban: string;
  /** When a change of the account takes effect; null: none waits. */
  readonly bankChangesAt: Date | null;
  readonly ownLook: boolean;
  /** Who collects for the creditor; null: itself. */
  readonly collector: string | null;
  readonly helpContacts: number;
};

/** Everything that the first page of the settings says. */
export async function settingsOverview(services: Services, creditorId: string): Promise<SettingsOverview> {
  const { prisma } = services.database;
  const now = services.clock.now();
  const live = { creditorId, deletedAt: null };
  const [creditor, liveKeys, endpoints, brokenEndpoints, people, change] = await Promise.all([
    prisma.creditor.findUniqueOrThrow({
      where: { id: creditorId },
      select: {
        id: true,
        iban: true,
        arrangementPolicy: true,
        brandColour: true,
        logoId: true,
        mollieApiKey: true,
        collector: true,
        helpContacts: true,
      },
    }),
    prisma.apiKey.count({ where: { creditorId, revokedAt: null, expiresAt: { gt: now } } }),
    prisma.webhookEndpoint.count({ where: live }),
    prisma.webhookEndpoint.count({
      where: {
        ...live,
        OR: [{ consecutiveFailures: { gt: 0 } }, { disabledReason: { in: ["gone", "failing_for_days"] } }],
      },
    }),
    prisma.user.count({ where: { creditorId, removedAt: null } }),
    prisma.bankChange.findFirst({
      where: { creditorId, appliedAt: null, cancelledAt: null },
      select: { appliesAt: true },
    }),
  ]);
  return {
    takesProposals: readStoredPolicy(creditor.arrangementPolicy).enabled,
    liveKeys,
    endpoints,
    brokenEndpoints,
    people,
    mollie: mollieKeyState(services, creditor),
    iban: creditor.iban,
    bankChangesAt: change?.appliesAt ?? null,
    collector: (creditor.collector as { name: string } | null)?.name ?? null,
    helpContacts: (creditor.helpContacts as readonly unknown[]).length,
    ownLook: creditor.brandColour !== null || creditor.logoId !== null,
  };
}
