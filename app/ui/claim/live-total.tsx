import { useTranslation } from "#app/ui/translation.tsx";
import type { PayOptions } from "./amount-choice.tsx";

/** What public/scripts/total.js needs to say on the button how much is going to be paid. Not seen. */
export function LiveTotal({ options, method }: { options: PayOptions; method: string }) {
  const { t } = useTranslation();
  return (
    <span
      hidden
      data-total={JSON.stringify(sumsOf(options))}
      data-total-button={t("phone.total.button", { method, amount: PLACE })}
      data-total-says={t("phone.total.says", { amount: PLACE })}
    />
  );
}

const PLACE = "{amount}";

/** In cents, by answer. Of bills, what is theirs alone and what is asked once besides, however many are chosen. */
function sumsOf({ all, undisputed, instalment, chosen }: PayOptions): object {
  return {
    all: Number(all),
    ...(undisputed === null ? {} : { undisputed: Number(undisputed) }),
    ...(instalment === null ? {} : { instalment: Number(instalment.amount) }),
    ...(chosen === null
      ? {}
      : {
          chosen: {
            own: Object.fromEntries(chosen.items.map(({ id, amount }) => [id, Number(amount - chosen.once)])),
            once: Number(chosen.once),
            most: Number(chosen.most),
          },
        }),
  };
}
