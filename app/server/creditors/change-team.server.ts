import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { UserRole } from "./create-user.server.ts";
import { ownersOf } from "./mail-people.server.ts";
import { tellOwners } from "./tell-owners.server.ts";

/** last_owner: without an owner nobody could change anything any more. */
export type TeamRefusal = { readonly kind: "not_found" | "last_owner" };

type Whom = { readonly creditorId: string; readonly userId: string; readonly actor: string };

/** Gives somebody another role, which counts from their next request. */
export async function changeUserRole(
  services: Services,
  { creditorId, userId, role, actor }: Whom & { readonly role: UserRole },
): Promise<Result<null, TeamRefusal>> {
  const at = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const user = await lockMember(tx, { creditorId, userId });
    if (!user) return err({ kind: "not_found" });
    if (user.role === role) return ok(null);
    if (role !== "owner" && (await isLastOwner(tx, { creditorId, user }))) return err({ kind: "last_owner" });
    const owners = await ownersOf(tx, creditorId);
    await tx.user.update({
      where: { id: userId },
      data: { role, ...(user.role === "owner" ? { ownerUntil: at } : {}) },
    });
    const { email } = user;
    if (role === "owner" || user.role === "owner") await tellOwners(tx, services, { creditorId, to: owners, actor, news: { kind: "role", email, role } }); // prettier-ignore
    const data = { from: user.role, to: role };
    appendAudit(tx, creditorId, { at, actor, action: "user.role_changed", subject: userId, data });
    return ok(null);
  });
}

/** Lets somebody in no more: their sessions end at once. What they did stays under their name. */
export async function removeUser(
  services: Services,
  { creditorId, userId, actor }: Whom,
): Promise<Result<null, TeamRefusal>> {
  const at = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const user = await lockMember(tx, { creditorId, userId });
    if (!user) return err({ kind: "not_found" });
    if (await isLastOwner(tx, { creditorId, user })) return err({ kind: "last_owner" });
    const owners = await ownersOf(tx, creditorId);
    await tx.user.update({
      where: { id: userId },
      data: { removedAt: at, ...(user.role === "owner" ? { ownerUntil: at } : {}) },
    });
    if (user.role === "owner") await tellOwners(tx, services, { creditorId, to: owners, actor, news: { kind: "removed", email: user.email } }); // prettier-ignore
    await tx.creditorSession.updateMany({ where: { userId, endedAt: null }, data: { endedAt: at } });
    appendAudit(tx, creditorId, { at, actor, action: "user.removed", subject: userId });
    return ok(null);
  });
}

type Member = { readonly id: string; readonly role: UserRole; readonly email: string };

/** Two owners who remove each other at the same time do so one after the other. */
async function lockMember(tx: Transaction, { creditorId, userId }: Omit<Whom, "actor">): Promise<Member | null> {
  await lockName(tx, `team:${creditorId}`);
  return tx.user.findFirst({
    where: { id: userId, creditorId, removedAt: null },
    select: { id: true, role: true, email: true },
  });
}

async function isLastOwner(
  tx: Transaction,
  { creditorId, user }: { creditorId: string; user: Member },
): Promise<boolean> {
  if (user.role !== "owner") return false;
  const others = await tx.user.count({ where: { creditorId, role: "owner", removedAt: null, id: { not: user.id } } });
  return others === 0;
}
