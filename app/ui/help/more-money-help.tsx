import { HelpEntry } from "#app/ui/parts/help-entry.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** For who wants to work it out alone, or with somebody near. */
export function MoreMoneyHelp() {
  const { t } = useTranslation();
  return (
    <>
      <HelpEntry
        name={t("help.money.volunteersName")}
        text={t("help.money.volunteers")}
        site={{ href: "https://schuldhulpmaatje.nl", name: "schuldhulpmaatje.nl" }}
      />
      <HelpEntry name="Nibud" text={t("help.money.nibud")} site={{ href: "https://www.nibud.nl", name: "nibud.nl" }} />
      <HelpEntry
        name="uwbeslagvrijevoet.nl"
        text={t("help.money.protected")}
        site={{ href: "https://www.uwbeslagvrijevoet.nl", name: "uwbeslagvrijevoet.nl" }}
      />
    </>
  );
}
