import { missedRules, moneyRules, type PlanRule } from "#app/domain/arrangement/plan-rules.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ArrangementView } from "./arrangement-view.ts";

/** What was agreed besides the days and the amounts. */
export function PlanRules({
  arrangement,
  withMissed,
}: {
  arrangement: Pick<ArrangementView, "policy" | "waivedCosts" | "discount">;
  withMissed: boolean;
}) {
  const translator = useTranslation();
  const rules = [...moneyRules(arrangement), ...(withMissed ? missedRules(arrangement) : [])];
  return (
    <BulletList>
      {rules.map((rule) => (
        <li key={rule.code}>{ruleText(rule, translator)}</li>
      ))}
    </BulletList>
  );
}

function ruleText({ code, params }: PlanRule, { t, language }: Translator): string {
  const amount = params.amount === undefined ? "" : formatAmount(params.amount, language);
  return t(`agreement.rules.${code}`, { ...params, amount });
}
