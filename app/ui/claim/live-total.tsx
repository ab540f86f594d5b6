import { useTranslation } from "#app/ui/translation.tsx";
import type { PayOptions } from "./pay-options.ts";
import { paySums } from "./pay-sums.ts";

/** What public/scripts/total.js needs to say on the button how much is going to be paid. Not seen. */
export function LiveTotal({ options, method }: { options: PayOptions; method: string }) {
  const { t } = useTranslation();
  return (
    <span
      hidden
      data-total={JSON.stringify(paySums(options))}
      data-total-button={t("phone.total.button", { method, amount: PLACE })}
      data-total-says={t("phone.total.says", { amount: PLACE })}
    />
  );
}

const PLACE = "{amount}";
