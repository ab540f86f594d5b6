import type { Reason } from "#app/domain/arrangement/reasons.ts";
import type { TextValues, Translator } from "#app/i18n/translator.ts";
import { writeList } from "#app/i18n/write-list.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";

/** What the sentence about a reason is filled in with, whoever it is written for. */
export function reasonValues(reason: Reason, { t, language }: Translator): TextValues {
  switch (reason.code) {
    case "claim_too_small":
      return { min: formatAmount(reason.params.min, language) };
    case "cooldown":
      return { until: formatDay(reason.params.until, language) };
    case "frequency_not_offered":
      return {
        offered: writeList(
          reason.params.offered.map((frequency) => t(`arrange.frequency.${frequency}`)),
          language,
        ),
      };
    case "first_payment_too_late": {
      const { on, latest } = reason.params;
      return { on: formatDay(on, language), latest: formatDay(latest, language) };
    }
    case "deposit_too_low": {
      const { percent, amount } = reason.params;
      return { percent, amount: formatAmount(amount, language) };
    }
    case "too_many_instalments":
    case "takes_too_long":
    case "over_hard_maximum":
      return reason.params;
    case "instalment_too_low": {
      const { amount, min } = reason.params;
      return { amount: formatAmount(amount, language), min: formatAmount(min, language) };
    }
    case "budget_form_needed": {
      const { above, aboveMonths } = reason.params;
      return { above: formatAmount(above, language), aboveMonths };
    }
    case "arrangements_off":
    case "claim_not_open":
    case "already_proposed":
    case "pay_day_not_offered":
    case "settlement_not_offered":
      return {};
  }
}
