import { HELP_PAGE } from "#app/ui/addresses.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** Below the great choices: for who paid already (null where a dispute about it runs), and for who needs help. */
export function OtherWays({ paidHref }: { paidHref: string | null }) {
  const { t } = useTranslation();
  const paid = paidHref === null ? [] : [{ href: paidHref, text: t("overview.contact.paid") }];
  return <LinkList links={[...paid, { href: HELP_PAGE, text: t("overview.contact.help") }]} />;
}
