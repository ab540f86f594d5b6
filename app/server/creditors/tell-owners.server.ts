import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { UserRole } from "./create-user.server.ts";
import { mailPeople } from "./mail-people.server.ts";

/** What changed that an intruder would change first, to get at the money or to keep the others out. */
export type OwnersNews =
  | { readonly kind: "mollie"; readonly end: string }
  | { readonly kind: "role"; readonly email: string; readonly role: UserRole }
  | { readonly kind: "removed" | "invited"; readonly email: string };

/** Mails people who own the creditor, or did until now, who did what. `to`: read before the change, so that nobody falls out of it. */
export async function tellOwners(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  told: {
    readonly creditorId: string;
    readonly to: readonly string[];
    readonly actor: string;
    readonly news: OwnersNews;
  },
): Promise<void> {
  const { creditorId, to, actor, news } = told;
  const { name: creditor } = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { name: true } });
  const by = await tx.user.findFirst({
    where: { creditorId, id: actor.replace(/^user:/, "") },
    select: { email: true },
  });
  await mailPeople(tx, services, {
    creditorId,
    to,
    kind: `owners_told_${news.kind}`,
    key: `${creditorId} ${news.kind} ${services.clock.now().toISOString()} ${actor}`,
    path: news.kind === "mollie" ? "/creditor/settings/mollie" : "/creditor/settings/team",
    write: ({ t }) => {
      const who = by?.email ?? t("settings.news.operator");
      return {
        subject: t(`settings.news.${news.kind}.subject`),
        lines: [whatOf(), t("settings.news.notYou")],
        button: t("settings.news.button"),
        footer: t("settings.news.footer"),
      };

      function whatOf(): string {
        switch (news.kind) {
          case "mollie":
            return t("settings.news.mollie.what", { who, creditor, end: news.end });
          case "role":
            return t("settings.news.role.what", { who, creditor, email: news.email, role: t(`settings.news.roleName.${news.role}`) }); // prettier-ignore
          case "removed":
          case "invited":
            return t(`settings.news.${news.kind}.what`, { who, creditor, email: news.email });
        }
      }
    },
  });
}
