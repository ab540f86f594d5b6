import type { PlanRule } from "#app/domain/arrangement/plan-rules.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { Translator } from "#app/i18n/translator.ts";

/** A rule of a plan in a sentence or a few. */
export function planRuleText({ code, params }: PlanRule, { t, language }: Translator): string {
  const amount = params.amount === undefined ? "" : formatEuro(params.amount, language);
  return t(`agreement.rules.${code}`, { ...params, amount });
}
