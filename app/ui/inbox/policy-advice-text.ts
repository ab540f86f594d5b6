import type { Option } from "#app/domain/arrangement/options.ts";
import type { Reason } from "#app/domain/arrangement/reasons.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";

/** Why the policy does not accept by itself, in a sentence for the creditor. */
export function adviceReasonText(reason: Reason, translator: Translator): string {
  return translator.t(`inbox.why.${reason.code}`, valuesOf(reason, translator));
}

/** What kind of plan the policy would offer instead. */
export function optionKindText({ kind }: Pick<Option, "kind">, { t }: Pick<Translator, "t">): string {
  return t(`inbox.option.${kind}`);
}

function valuesOf(reason: Reason, { t, language }: Translator): Record<string, string | number> {
  switch (reason.code) {
    case "claim_too_small":
      return { min: formatAmount(reason.params.min, language) };
    case "frequency_not_offered":
      return { offered: reason.params.offered.map((frequency) => t(`arrange.frequency.${frequency}`)).join(", ") };
    case "first_payment_too_late": {
      const { on, latest } = reason.params;
      return { on: formatDay(on, language), latest: formatDay(latest, language) };
    }
    case "deposit_too_low": {
      const { percent, amount } = reason.params;
      return { percent, amount: formatAmount(amount, language) };
    }
    case "instalment_too_low": {
      const { amount, min } = reason.params;
      return { amount: formatAmount(amount, language), min: formatAmount(min, language) };
    }
    case "budget_form_needed": {
      const { above, aboveMonths } = reason.params;
      return { above: formatAmount(above, language), aboveMonths };
    }
    case "cooldown":
      return { until: formatDay(reason.params.until, language) };
    case "too_many_instalments":
    case "takes_too_long":
    case "over_hard_maximum":
      return reason.params;
    case "arrangements_off":
    case "claim_not_open":
    case "already_proposed":
    case "pay_day_not_offered":
    case "settlement_not_offered":
      return {};
  }
}
