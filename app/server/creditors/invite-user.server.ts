import { err, type Result } from "#app/domain/result.ts";
import { signInPath } from "#app/server/access/sign-in-path.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { addUser, type NewUser, type UserRefusal } from "./create-user.server.ts";
import { mailPeople, ownersOf } from "./mail-people.server.ts";
import { tellOwners } from "./tell-owners.server.ts";

const PER_CREDITOR = { name: "team-invitations", points: 30, seconds: 60 * 60 };

export type InvitationRefusal = UserRefusal | { readonly kind: "busy" };

/** Lets somebody work for a creditor and mails where to sign in. The mail opens nothing: its reader shows that the address is theirs. */
export async function inviteUser(
  services: Services,
  user: NewUser,
): Promise<Result<{ id: string; email: string }, InvitationRefusal>> {
  const { creditorId, role } = user;
  const counted = await services.limiter.count(PER_CREDITOR, creditorId);
  if (!counted.allowed) return err({ kind: "busy" });
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const owners = await ownersOf(tx, creditorId);
    const added = await addUser(tx, { ...user, now });
    if (!added.ok) return added;
    const { id, email } = added.value;
    if (role === "owner") await tellOwners(tx, services, { creditorId, to: owners, actor: user.actor, news: { kind: "invited", email } }); // prettier-ignore
    const { name } = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { name: true } });
    await mailPeople(tx, services, {
      creditorId,
      to: [email],
      kind: "team_invitation",
      key: `${id} invited ${now.toISOString()}`,
      path: signInPath({ to: null }),
      write: ({ t }) => ({
        subject: t("settings.team.mail.subject", { creditor: name }),
        lines: [
          t("settings.team.mail.invited", { creditor: name }),
          t(`settings.team.roleHint.${role}`),
          t("settings.team.mail.how", { email }),
        ],
        button: t("settings.team.mail.button"),
        footer: t("settings.team.mail.footer"),
      }),
    });
    return added;
  });
}
