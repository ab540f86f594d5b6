import { expect, test } from "vitest";
import type { Reason } from "#app/domain/arrangement/reasons.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { whyText } from "./why-text.ts";

const REASONS: { readonly [Code in Reason["code"]]: Extract<Reason, { code: Code }> } = {
  arrangements_off: { code: "arrangements_off", params: {} },
  claim_too_small: { code: "claim_too_small", params: { min: asCents(50_00n) } },
  claim_not_open: { code: "claim_not_open", params: { status: "disputed" } },
  already_proposed: { code: "already_proposed", params: { max: 1 } },
  cooldown: { code: "cooldown", params: { until: day("2026-11-29") } },
  frequency_not_offered: { code: "frequency_not_offered", params: { offered: ["monthly", "weekly"] } },
  pay_day_not_offered: { code: "pay_day_not_offered", params: { offered: [1, "month_end"] } },
  first_payment_too_late: { code: "first_payment_too_late", params: { on: day("2027-01-01"), latest: day("2026-12-06") } }, // prettier-ignore
  deposit_too_low: { code: "deposit_too_low", params: { percent: 10, amount: asCents(18_75n) } },
  settlement_not_offered: { code: "settlement_not_offered", params: {} },
  too_many_instalments: { code: "too_many_instalments", params: { count: 11, max: 6 } },
  instalment_too_low: { code: "instalment_too_low", params: { amount: asCents(15_00n), min: asCents(25_00n) } },
  takes_too_long: { code: "takes_too_long", params: { days: 330, max: 190 } },
  over_hard_maximum: { code: "over_hard_maximum", params: { months: 36 } },
  budget_form_needed: { code: "budget_form_needed", params: { above: asCents(1_000_00n), aboveMonths: 12 } },
};

test.each(Object.values(REASONS))("$code is a sentence with its amounts and days", (reason) => {
  for (const language of ["nl", "en"] as const) {
    const text = whyText(reason, { creditor: "Bakkerij Jansen", translator: translatorFor(language) });
    expect(text).toMatch(/^[A-Z].+\.$/);
    expect(text).not.toMatch(/\{\{|undefined|\[object|_/);
  }
});

test("an amount and a number of times are said as people say them", () => {
  const dutch = { creditor: "Bakkerij Jansen", translator: translatorFor("nl") };
  expect(whyText(REASONS.instalment_too_low, dutch)).toBe(
    "U wilt €\u00a015,00 per keer betalen. Bij €\u00a025,00 of meer zegt Bakkerij Jansen meteen ja.",
  );
  expect(whyText(REASONS.frequency_not_offered, dutch)).toBe(
    "Zo vaak betalen kan niet meteen. Wel kan: elke maand en elke week.",
  );
});
