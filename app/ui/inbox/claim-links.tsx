import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimLinkView } from "./claims-view.ts";

/** The links that were made for a claim, and whether they still open it. What opens them is shown once, when they are made. */
export function ClaimLinks({ links, mayDecide }: { links: readonly ClaimLinkView[]; mayDecide: boolean }) {
  const { t, language } = useTranslation();
  return (
    <section>
      <h2>{t("inboxClaim.links.heading")}</h2>
      {links.length === 0 && <p>{t("inboxClaim.links.none")}</p>}
      <ul>
        {links.map(({ id, channel, issuedOn, expiresOn, opened, isHelper, state }) => (
          <li key={id} className="border-b border-line py-3">
            <span className="block">
              {t(isHelper ? "inboxClaim.links.helper" : `inboxClaim.links.channel.${channel}`, {
                day: formatDay(issuedOn, language),
              })}
            </span>
            <span className="block text-small text-ink-soft">
              {t(`inboxClaim.links.state.${state}`, { day: formatDay(expiresOn, language) })} ·{" "}
              {t("inboxClaim.links.opened", { count: opened })}
            </span>
            {state === "open" && mayDecide && !isHelper && (
              <form method="post">
                <HiddenFields values={{ act: "revoke", link: id }} />
                <Button kind="quiet">{t("inboxClaim.links.revoke")}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
