import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** Ends the session on a phone that others use too; and at once to another site, for who is not safe when others look. */
export function LeaveForm() {
  const { t } = useTranslation();
  return (
    <div className="mt-8 print:hidden">
      <form method="post" action="/claim/leave">
        <Button kind="second">{t("overview.leave.button")}</Button>
        <p className="mt-2 text-small text-ink-soft">{t("overview.leave.hint")}</p>
      </form>
      <form method="post" action="/claim/leave" className="mt-4">
        <HiddenFields values={{ quick: "1" }} />
        <Button kind="second">{t("details.quickExit.button")}</Button>
        <p className="mt-2 text-small text-ink-soft">{t("details.quickExit.hint")}</p>
      </form>
    </div>
  );
}
