import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { shareOf } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, minus } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type RulesInput = {
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  /** Open collection costs with their VAT. */
  readonly costs: Cents;
  /** Whether interest is added as things are now. */
  readonly interestRuns: boolean;
  readonly decideBefore: LocalDate;
};

/** The creditor's policy in plain words, as far as it matters to this debtor. */
export function RulesList({ creditor, ...rules }: RulesInput & { creditor: string }) {
  const translator = useTranslation();
  return (
    <BulletList>
      {rulesOf(rules, { creditor, translator }).map((rule) => (
        <li key={rule}>
          <RichText text={rule} />
        </li>
      ))}
    </BulletList>
  );
}

export function rulesOf(
  { policy, total, costs, interestRuns, decideBefore }: RulesInput,
  { creditor, translator: { t, language } }: { creditor: string; translator: Translator },
): string[] {
  const { autoAccept, downPaymentPercent, firstPaymentWithinDays, settlementDiscountPercent } = policy;
  const euro = (amount: Cents) => formatAmount(amount, language);
  const rules = [
    t("arrange.rules.atOnce", {
      times: autoAccept.maxInstalments,
      amount: euro(autoAccept.minInstalment),
      count: autoAccept.maxDurationDays,
    }),
    t("arrange.rules.person", { creditor, day: formatDayWithWeekday(decideBefore, language) }),
    t("arrange.rules.waiting"),
  ];
  if (downPaymentPercent > 0) {
    rules.push(t("arrange.rules.deposit", { creditor, amount: euro(shareOf(total, downPaymentPercent)) }));
  }
  rules.push(
    t("arrange.rules.first", { count: firstPaymentWithinDays }),
    interestRule({ policy, interestRuns }, { t }),
  );
  if (policy.costsDuringArrangement === "waive_on_completion" && costs > 0n) {
    rules.push(t("arrange.rules.costs", { amount: euro(costs) }));
  }
  if (settlementDiscountPercent > 0) {
    const amount = minus(total, shareOf(total, settlementDiscountPercent));
    rules.push(t("arrange.rules.settlement", { amount: euro(amount), count: Math.max(1, firstPaymentWithinDays) }));
  }
  if (total > policy.requireBudgetForm.above) rules.push(t("arrange.rules.budget"));
  return [...rules, t("arrange.rules.breathe"), t("arrange.rules.free")];
}

/** What interest does while a plan runs. */
export function interestRule(
  { policy, interestRuns }: Pick<RulesInput, "policy" | "interestRuns">,
  { t }: Pick<Translator, "t">,
): string {
  return t(`arrange.rules.interest.${interestRuns ? policy.interestDuringArrangement : "none"}`);
}
