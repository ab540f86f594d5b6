import { MissedRule } from "#app/ui/arrangement/missed-rule.tsx";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { type RulesInput, RulesList } from "#app/ui/arrangement/rules-list.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementRulesPageProps = ClaimFrame & {
  readonly rules: RulesInput;
  /** Where somebody who began before goes on; null when nobody did. */
  readonly resumeHref: string | null;
};

/** What this creditor agrees to, before the first question. */
export function ArrangementRulesPage({ rules, resumeHref, ...frame }: ArrangementRulesPageProps) {
  const { t, language } = useTranslation();
  const creditor = frame.creditor.name;
  return (
    <ClaimShell {...frame} title={t("arrange.rules.title")}>
      <p>{t("arrange.rules.lead", { amount: formatAmount(rules.total, language), creditor })}</p>
      <RulesList {...rules} creditor={creditor} />
      <MissedRule policy={rules.policy} />
      <p>{t("arrange.rules.startHint")}</p>
      <Stack>
        {resumeHref !== null && <ButtonLink href={resumeHref}>{t("arrange.rules.resume")}</ButtonLink>}
        <form method="post">
          <Button name="act" value="start" kind={resumeHref === null ? "main" : "second"}>
            {t(resumeHref === null ? "arrange.rules.start" : "arrange.rules.again")}
          </Button>
        </form>
      </Stack>
    </ClaimShell>
  );
}
