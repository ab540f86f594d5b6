import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What happens when a payment is missed, said before anybody agrees to one. */
export function MissedRule({ policy: { missedAllowed, graceDays } }: { policy: ArrangementPolicy }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("arrange.missed.heading")}</h2>
      <Note>
        <p>
          {missedAllowed > 0
            ? t("arrange.missed.moves", { count: missedAllowed + 1 })
            : t("arrange.missed.letter", { count: Math.max(1, graceDays) })}
        </p>
        <p>{t("arrange.missed.kept")}</p>
      </Note>
    </section>
  );
}
