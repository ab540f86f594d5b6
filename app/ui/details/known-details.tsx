import { addressLines } from "#app/ui/claim/address-lines.ts";
import { formatDay } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Card } from "#app/ui/parts/card.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { EmailText } from "#app/ui/parts/email-text.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { PhoneText } from "#app/ui/parts/phone-text.tsx";
import { writeList } from "#app/i18n/write-list.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { DETAILS_PAGE, type DetailsView } from "./details-view.ts";

/** Name and addresses as they are now, and the way to correct them. */
export function KnownDetails({ details }: { details: DetailsView }) {
  const { t, language } = useTranslation();
  const { name, email, phone, waiting } = details;
  const lines = addressLines(details, language);
  const unknown = t("details.known.none");
  const address = lines.map((line) => (
    <span key={line} className="block">
      <bdi>{line}</bdi>
    </span>
  ));
  return (
    <section>
      <h2>{t("details.known.heading")}</h2>
      <Card>
        <DefinitionList
          rows={[
            { term: t("details.known.name"), value: name },
            { term: t("details.known.address"), value: lines.length === 0 ? unknown : address },
            { term: t("details.known.email"), value: email === null ? unknown : <EmailText email={email} /> },
            { term: t("details.known.phone"), value: phone === null ? unknown : <PhoneText phone={phone} /> },
          ]}
        />
      </Card>
      {waiting !== null && (
        <Note tone="wait">
          <p>
            {t("details.waiting", {
              what: writeList(
                waiting.parts.map((part) => t(`details.part.${part}`)),
                language,
              ),
              day: formatDay(waiting.until, language),
            })}
          </p>
        </Note>
      )}
      <ButtonLink href={`${DETAILS_PAGE}/change`} kind="second">
        {t("details.known.change")}
      </ButtonLink>
      <p className="mt-2 text-small text-ink-soft">{t("details.known.nameHint")}</p>
    </section>
  );
}
