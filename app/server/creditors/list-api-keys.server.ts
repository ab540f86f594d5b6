import type { Services } from "#app/server/services.server.ts";

export type ApiKeyDetails = {
  readonly id: string;
  readonly name: string;
  /** `vk_` and eight characters: enough to know a key by, and not to use it. */
  readonly begins: string;
  readonly scopes: readonly string[];
  /** As the audit log names it: `operator`, `user:<id>`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Within an hour of the last request; null when there was none. */
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly state: "active" | "expired" | "revoked";
};

/** Every API key that a creditor has or had, the newest first. None of them can be shown again. */
export async function listApiKeys(
  services: Pick<Services, "database" | "clock">,
  { creditorId }: { creditorId: string },
): Promise<readonly ApiKeyDetails[]> {
  const now = services.clock.now();
  const keys = await services.database.prisma.apiKey.findMany({
    where: { creditorId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    omit: { secretHash: true, creditorId: true },
  });
  return keys.map(({ prefix, ...key }) => ({ ...key, begins: `vk_${prefix}`, state: stateOf(key, now) }));
}

function stateOf(key: { expiresAt: Date; revokedAt: Date | null }, now: Date): ApiKeyDetails["state"] {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt > now ? "active" : "expired";
}
