import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { DETAILS_PAGE, type SessionView } from "./details-view.ts";

/** Where these pages are open now, each to be closed from here. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  const { t, language } = useTranslation();
  const others = sessions.filter(({ own }) => !own);
  return (
    <section>
      <h2>{t("details.sessions.heading")}</h2>
      <p>{t("details.sessions.text")}</p>
      <ul className="mb-4 border-t border-line">
        {sessions.map(({ id, since, own, helper }) => (
          <li key={id} className="border-b border-line py-3">
            <span className="block">{t("details.sessions.since", { at: formatInstant(since, language) })}</span>
            {own && <span className="block text-small text-ink-soft">{t("details.sessions.own")}</span>}
            {helper !== null && (
              <span className="block text-small text-ink-soft">{t("details.sessions.helper", { name: helper })}</span>
            )}
            {!own && <EndForm session={id} label={t("details.sessions.end")} />}
          </li>
        ))}
      </ul>
      {others.length > 1 && <EndForm session="others" label={t("details.sessions.endOthers")} />}
    </section>
  );
}

function EndForm({ session, label }: { session: string; label: string }) {
  return (
    <form method="post" action={DETAILS_PAGE} className="mt-2">
      <HiddenFields values={{ act: "session", session }} />
      <Button kind="second">{label}</Button>
    </form>
  );
}
