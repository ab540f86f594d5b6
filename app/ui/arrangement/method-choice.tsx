import type { ArrangementMethod } from "#app/domain/arrangement/policy.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ARRANGE_FIELDS } from "./arrange-fields.ts";

/** By hand each time, or from the bank account by itself. Nobody is put down for the second without choosing it. */
export function MethodChoice({
  methods,
  chosen,
}: {
  methods: readonly ArrangementMethod[];
  chosen: ArrangementMethod;
}) {
  const { t } = useTranslation();
  if (methods.length < 2) {
    return (
      <>
        <HiddenFields values={{ [ARRANGE_FIELDS.method]: chosen }} />
        {chosen === "sepa_dd" && (
          <p>
            <strong>{t("arrange.method.sepa_dd")}.</strong> {t("arrange.method.sepaHint")}
          </p>
        )}
      </>
    );
  }
  return (
    <ChoiceCards
      name={ARRANGE_FIELDS.method}
      legend={t("arrange.method.legend")}
      value={chosen}
      choices={[
        { value: "ideal_link", label: t("arrange.method.ideal_link"), hint: t("arrange.method.idealHint") },
        { value: "sepa_dd", label: t("arrange.method.sepa_dd"), hint: t("arrange.method.sepaHint") },
      ]}
    />
  );
}
