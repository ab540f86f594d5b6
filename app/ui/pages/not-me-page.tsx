import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export const NOT_ME_FIELD = "known";

const ANSWERS = ["moved", "unknown", "deceased", "unsure"] as const;

export type NotMePageProps = {
  path: string;
  backHref: string;
  /** Nothing was chosen: a program that presses buttons does not choose. */
  wrong: boolean;
};

/** Somebody got what is not for them. Names nobody and no amount, and needs an answer that somebody means. */
export function NotMePage({ path, backHref, wrong }: NotMePageProps) {
  const { t } = useTranslation();
  const error = wrong ? t("specialCase.notMe.missing") : undefined;
  return (
    <PageShell path={path} back={{ href: backHref }} title={t("specialCase.notMe.title")}>
      <ErrorSummary errors={error === undefined ? [] : [{ field: NOT_ME_FIELD, message: error }]} />
      <p>{t("specialCase.notMe.lead")}</p>
      <form method="post" action={path}>
        <ChoiceCards
          name={NOT_ME_FIELD}
          legend={t("specialCase.notMe.question")}
          error={error}
          choices={ANSWERS.map((answer) => ({ value: answer, label: t(`specialCase.notMe.answer.${answer}`) }))}
        />
        <p>{t("specialCase.notMe.ends")}</p>
        <Stack>
          <Button>{t("specialCase.notMe.button")}</Button>
        </Stack>
      </form>
    </PageShell>
  );
}
