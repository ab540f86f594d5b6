import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** Ends the session on a phone that others use too. */
export function LeaveForm() {
  const { t } = useTranslation();
  return (
    <form method="post" action="/claim/leave" className="mt-8 print:hidden">
      <Button kind="second">{t("overview.leave.button")}</Button>
      <p className="mt-2 text-small text-ink-soft">{t("overview.leave.hint")}</p>
    </form>
  );
}
