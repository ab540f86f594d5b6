import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { UserRole } from "./create-user.server.ts";

export type TeamMember = {
  readonly id: string;
  readonly email: string;
  readonly role: UserRole;
  readonly isYou: boolean;
  readonly lastSignInAt: string | null;
};

type Whose = Pick<CreditorGrant, "creditorId" | "userId">;

/** Everybody who works for a creditor, by address. */
export async function listTeam(services: Services, { creditorId, userId }: Whose): Promise<readonly TeamMember[]> {
  const users = await services.database.prisma.user.findMany({
    where: { creditorId, removedAt: null },
    orderBy: { email: "asc" },
    select: {
      id: true,
      email: true,
      role: true,
      sessions: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
    },
  });
  return users.map(({ sessions, ...user }) => ({
    ...user,
    isYou: user.id === userId,
    lastSignInAt: sessions[0]?.createdAt.toISOString() ?? null,
  }));
}

/** One of them; null when it is nobody of this creditor. */
export async function findMember(services: Services, whose: Whose, memberId: string): Promise<TeamMember | null> {
  return (await listTeam(services, whose)).find(({ id }) => id === memberId) ?? null;
}
