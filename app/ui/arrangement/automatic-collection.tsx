import { useTranslation } from "#app/ui/translation.tsx";
import { ActForm } from "./act-form.tsx";
import type { ArrangementView } from "./arrangement-view.ts";

/** Whether instalments are collected by themselves, and how to stop that. Nothing where it was never chosen. */
export function AutomaticCollection({ arrangement: { id, method, mandate } }: { arrangement: ArrangementView }) {
  const { t } = useTranslation();
  if (method !== "sepa_dd" && mandate === null) return null;
  const status = mandate?.status ?? "pending";
  return (
    <section>
      <h2>{t("arrangementPage.automatic.heading")}</h2>
      <p>{t(`arrangementPage.automatic.${status}`)}</p>
      {(status === "valid" || status === "pending") && (
        <>
          {status === "valid" && <p>{t("arrangementPage.automatic.rights")}</p>}
          <ActForm act="mandate_withdraw" kind="second" about={{ arrangement: id }}>
            {t("arrangementPage.automatic.stop")}
          </ActForm>
        </>
      )}
    </section>
  );
}
