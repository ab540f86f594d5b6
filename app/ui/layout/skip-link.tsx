import { useTranslation } from "#app/ui/translation.tsx";

/** The first stop of the keyboard: past the header, to the page itself. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href="#main"
      className="absolute start-4 top-0 z-10 -translate-y-full bg-card px-4 py-3 font-semibold text-ink focus:translate-y-0 print:hidden"
    >
      {t("common.skipToContent")}
    </a>
  );
}
