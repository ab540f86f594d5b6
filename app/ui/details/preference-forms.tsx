import { PREFERRED_CHANNELS } from "#app/domain/preferred-channel.ts";
import { LANGUAGES, languageName } from "#app/i18n/languages.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { DETAILS_PAGE, type DetailsView } from "./details-view.ts";

/** In which language, and how, the debtor wants to hear. Each holds at once. */
export function PreferenceForms({ details, error }: { details: DetailsView; error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <form method="post" action={DETAILS_PAGE}>
        <h2>{t("details.language.heading")}</h2>
        <HiddenFields values={{ act: "language" }} />
        <ChoiceCards
          name="language"
          legend={t("details.language.heading")}
          legendHidden
          value={details.language}
          choices={LANGUAGES.map((language) => ({
            value: language,
            label: <span lang={language}>{languageName(language)}</span>,
          }))}
        />
        <Button kind="second">{t("details.language.action")}</Button>
      </form>
      <form method="post" action={DETAILS_PAGE}>
        <h2>{t("details.channel.heading")}</h2>
        <HiddenFields values={{ act: "channel" }} />
        <ChoiceCards
          name="channel"
          legend={t("details.channel.heading")}
          legendHidden
          hint={t("details.channel.hint")}
          error={error}
          value={details.channel ?? "any"}
          choices={["any" as const, ...PREFERRED_CHANNELS].map((channel) => ({
            value: channel,
            label: t(`details.channel.${channel}`),
          }))}
        />
        <Button kind="second">{t("details.channel.action")}</Button>
      </form>
    </>
  );
}
