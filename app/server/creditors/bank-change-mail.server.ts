import { type Iban, printIban } from "#app/domain/bank-transfer/iban.ts";
import { writtenInstant } from "#app/server/platform/clock/written-instant.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { mailPeople, ownersLately } from "./mail-people.server.ts";

type Account = { readonly iban: string; readonly accountHolder: string };

/** Tells every owner what becomes of the account that debtors pay to, and where to stop it. */
export async function mailBankChange(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  mail: {
    readonly creditorId: string;
    readonly change: Account & { readonly id: string; readonly appliesAt: Date };
    readonly news: "asked" | "cancelled" | "applied";
    readonly before: Account;
  },
): Promise<void> {
  const { creditorId, change, news, before } = mail;
  const written = ({ iban, accountHolder }: Account) => `${printIban(iban as Iban)}, ${accountHolder}`;
  await mailPeople(tx, services, {
    creditorId,
    to: await ownersLately(tx, creditorId, services.clock.now()),
    kind: `bank_change_${news}`,
    key: `${change.id} ${news}`,
    path: "/creditor/settings/bank",
    write: ({ t, language }) => ({
      subject: t(`settings.bank.mail.${news}.subject`),
      lines: [
        t(`settings.bank.mail.${news}.what`, { at: writtenInstant(change.appliesAt, language) }),
        t(`settings.bank.mail.${news}.notYou`),
      ],
      rows: [
        { label: t("settings.bank.mail.old"), value: written(before) },
        { label: t("settings.bank.mail.new"), value: written(change) },
      ],
      button: t(`settings.bank.mail.${news}.button`),
      footer: t("settings.bank.mail.footer"),
    }),
  });
}
