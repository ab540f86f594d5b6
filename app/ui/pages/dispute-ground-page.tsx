import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { type DisputeError, disputeErrors } from "#app/ui/dispute/dispute-errors.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { GROUND_GROUPS, GROUNDS_WITH_HINT } from "#app/ui/dispute/ground-groups.ts";
import type { Choice } from "#app/ui/forms/choice.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { GroupedChoices } from "#app/ui/forms/grouped-choices.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputeGroundPageProps = ClaimFrame & {
  /** Chosen before; null before the first answer. */
  readonly ground: DisputeGround | null;
  readonly errors: readonly DisputeError[];
};

/** What is wrong: the first question of a dispute. */
export function DisputeGroundPage({ ground, errors: wrong, creditor, path, backHref }: DisputeGroundPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = disputeErrors(wrong, translator);
  const title = t("disputePage.ground.title");
  return (
    <ClaimShell {...{ title, creditor, path, backHref }}>
      <ErrorSummary errors={errors} />
      <p>{t("disputePage.ground.lead", { creditor: creditor.name })}</p>
      <Note>
        <p>{t("disputePage.ground.rest")}</p>
      </Note>
      <form method="post" action={path}>
        <GroupedChoices
          name={DISPUTE_FIELDS.ground}
          legend={title}
          error={errorAt(errors, DISPUTE_FIELDS.ground)}
          value={ground ?? ""}
          groups={GROUND_GROUPS.map(({ name, grounds }) => ({
            legend: t(`disputePage.ground.group.${name}`),
            choices: grounds.map((one) => groundChoice(one, translator)),
          }))}
        />
        <Stack>
          <Button name="act" value="ground">
            {t("common.continue")}
          </Button>
        </Stack>
        <p className="text-small text-ink-soft">{t("disputePage.ground.notYetSent")}</p>
      </form>
    </ClaimShell>
  );
}

function groundChoice(ground: DisputeGround, { t }: Translator): Choice {
  const hinted = GROUNDS_WITH_HINT.find((one) => one === ground);
  return {
    value: ground,
    label: t(`disputeMail.ground.${ground}`),
    ...(hinted === undefined ? {} : { hint: t(`disputePage.ground.hint.${hinted}`) }),
  };
}
