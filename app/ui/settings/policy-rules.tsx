import type { ArrangementPolicy, PayDay, PolicyBand } from "#app/domain/arrangement/policy.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** A creditor's policy in plain words, for the creditor. */
export function PolicyRules({ policy }: { policy: ArrangementPolicy }) {
  const translator = useTranslation();
  return (
    <BulletList>
      {rulesOf(policy, translator).map((rule) => (
        <li key={rule}>
          <RichText text={rule} />
        </li>
      ))}
    </BulletList>
  );
}

function rulesOf(policy: ArrangementPolicy, translator: Translator): string[] {
  const { t, language } = translator;
  if (!policy.enabled) return [t("settings.policy.rule.off")];
  const { autoAccept, review, hardMax, requireBudgetForm, counterOffer } = policy;
  const euro = (amount: Cents) => formatAmount(amount, language);
  const rules = [
    t("settings.policy.rule.minClaim", { amount: euro(policy.minClaim) }),
    t("settings.policy.rule.atOnce", {
      count: autoAccept.maxInstalments,
      amount: euro(autoAccept.minInstalment),
      days: autoAccept.maxDurationDays,
    }),
    t("settings.policy.rule.review", { count: review.maxInstalments, months: review.maxDurationMonths }),
    t("settings.policy.rule.answer", { count: policy.decisionTermWorkingDays }),
    t("settings.policy.rule.most", { count: hardMax.months }),
    counterOffer.enabled
      ? t("settings.policy.rule.counter", { days: counterOffer.validDays })
      : t("settings.policy.rule.noCounter"),
    t("settings.policy.rule.rhythm", {
      rhythms: policy.frequencies.map((one) => t(`settings.policy.rhythm.${one}`)).join(", "),
    }),
  ];
  if (policy.frequencies.includes("monthly")) rules.push(payDaysRule(policy.allowedDays, translator));
  rules.push(t("settings.policy.rule.first", { count: policy.firstPaymentWithinDays }));
  if (policy.downPaymentPercent > 0)
    rules.push(t("settings.policy.rule.deposit", { percent: policy.downPaymentPercent }));
  rules.push(
    t(`settings.policy.rule.interest.${policy.interestDuringArrangement}`),
    t(`settings.policy.rule.costs.${policy.costsDuringArrangement}`),
    t("settings.policy.rule.missed", { grace: policy.graceDays, moves: policy.missedAllowed }),
    t("settings.policy.rule.budget", {
      amount: euro(requireBudgetForm.above),
      months: requireBudgetForm.aboveMonths,
    }),
  );
  if (policy.settlementDiscountPercent > 0) {
    rules.push(t("settings.policy.rule.settlement", { percent: policy.settlementDiscountPercent }));
  }
  return [...rules, ...policy.bands.map((band) => bandRule(band, translator))];
}

function payDaysRule(days: readonly PayDay[], { t }: Translator): string {
  const numbers = days.filter((day): day is number => day !== "month_end").sort((one, other) => one - other);
  const end = days.includes("month_end");
  if (numbers.length === 28) return t("settings.policy.rule.everyDay");
  if (numbers.length === 0) return t("settings.policy.rule.endOnly");
  return t(end ? "settings.policy.rule.daysAndEnd" : "settings.policy.rule.days", { days: numbers.join(", ") });
}

function bandRule(band: PolicyBand, { t, language }: Translator): string {
  const { autoAccept, review, hardMax, downPaymentPercent, decisionTermWorkingDays, settlementDiscountPercent } = band;
  const limits = [
    autoAccept &&
      t("settings.policy.band.atOnce", {
        count: autoAccept.maxInstalments,
        amount: formatAmount(autoAccept.minInstalment, language),
        days: autoAccept.maxDurationDays,
      }),
    review && t("settings.policy.band.review", { count: review.maxInstalments, months: review.maxDurationMonths }),
    hardMax && t("settings.policy.band.most", { months: hardMax.months }),
    downPaymentPercent !== undefined && t("settings.policy.band.deposit", { percent: downPaymentPercent }),
    decisionTermWorkingDays !== undefined && t("settings.policy.band.answer", { days: decisionTermWorkingDays }),
    settlementDiscountPercent !== undefined &&
      t("settings.policy.band.settlement", { percent: settlementDiscountPercent }),
  ].filter((limit): limit is string => typeof limit === "string");
  return t("settings.policy.rule.band", { amount: formatAmount(band.upTo, language), limits: limits.join("; ") });
}
