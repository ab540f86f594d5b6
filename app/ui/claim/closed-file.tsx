import { useTranslation } from "#app/ui/translation.tsx";

/** A file that nobody can open, with why. */
export function ClosedFile({ description, why }: { description: string; why: "quarantined" | "infected" }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex min-h-target items-center text-small text-ink-soft [overflow-wrap:anywhere]">
      {description}, {t(`evidence.note.${why}`)}
    </span>
  );
}
