import { formatDay } from "#app/ui/format.ts";
import { PAYMENTS, quarantineHref } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import type { QuarantineView } from "#app/ui/inbox/payments-view.ts";
import { quarantineReason } from "#app/ui/inbox/quarantine-reason.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxQuarantinePageProps = {
  user: InboxUser;
  path: string;
  waiting: readonly QuarantineView[];
  resolved: readonly QuarantineView[];
};

/** Money that was not booked because it does not fit, the oldest first, and what was seen to. */
export function InboxQuarantinePage({ user, path, waiting, resolved }: InboxQuarantinePageProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const linkOf = (item: QuarantineView) => ({
    href: quarantineHref(item.id),
    text: item.claims.map(({ reference }) => reference).join(", ") || item.providerId,
    meta: t("inbox.list.decidedOn", { what: quarantineReason(item.reason, translator), day: formatDay(item.resolved?.on ?? item.on, language) }), // prettier-ignore
  });
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: PAYMENTS, label: t("inboxPayment.title") }}
      title={t("inboxPayment.quarantine.title")}
      wide
    >
      <p>{t("inboxPayment.quarantine.what")}</p>
      {waiting.length === 0 ? <p>{t("inboxPayment.quarantine.nothing")}</p> : <LinkList links={waiting.map(linkOf)} />}
      {resolved.length > 0 && (
        <section>
          <h2>{t("inboxPayment.quarantine.resolvedHeading")}</h2>
          <LinkList links={resolved.map(linkOf)} />
        </section>
      )}
    </InboxShell>
  );
}
