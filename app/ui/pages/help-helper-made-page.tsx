import type { LocalDate } from "#app/domain/calendar.ts";
import { formatDay } from "#app/ui/format.ts";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Card } from "#app/ui/parts/card.tsx";
import { CopyableValue } from "#app/ui/parts/copyable-value.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { ShareButton } from "#app/ui/help/share-button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** A link that is shown this once. */
export type MadeLink = {
  readonly name: string;
  readonly url: string;
  readonly code: string;
  /** Where the code is typed. */
  readonly codePage: string;
  readonly until: LocalDate;
};

export function HelpHelperMadePage({ creditor, path, made }: FixedFrame & { made: MadeLink }) {
  const { t, language } = useTranslation();
  const { name, url, code, codePage, until } = made;
  return (
    <ClaimShell {...{ creditor, path }} title={t("helper.made.title", { name })} backHref={path}>
      <Note tone="wait">
        <p>{t("helper.made.once", { name })}</p>
      </Note>
      <Card>
        <dl className="[overflow-wrap:anywhere]">
          <CopyableValue label={t("helper.made.link")} value={url} />
          <CopyableValue label={t("helper.made.code")} value={code} />
        </dl>
      </Card>
      <ShareButton title={t("helper.made.title", { name })} url={url} />
      <p>{t("helper.made.codeHint", { address: codePage })}</p>
      <p>{t("helper.made.until", { day: formatDay(until, language) })}</p>
      <ButtonLink href={path} kind="second">
        {t("helper.made.list")}
      </ButtonLink>
    </ClaimShell>
  );
}
