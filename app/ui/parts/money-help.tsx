import { useTranslation } from "#app/ui/translation.tsx";
import { HelpEntry } from "./help-entry.tsx";

/** Who helps with debts, free of charge. */
export function MoneyHelp() {
  const { t } = useTranslation();
  return (
    <>
      <HelpEntry
        name="Geldfit"
        text={t("help.money.geldfit")}
        phone="0800-8115"
        site={{ href: "https://geldfit.nl", name: "geldfit.nl" }}
      />
      <HelpEntry name={t("help.money.municipality")} text={t("help.money.municipalityText")} />
    </>
  );
}
