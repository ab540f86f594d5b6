import type { Cents } from "#app/domain/money.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ARRANGE_FIELDS } from "./arrange-fields.ts";

type BudgetResultProps = { path: string; room: Cents | null; amount: string; errors: readonly FormError[] };

const AMOUNT_GOES_HERE = "|";

/** What is left and how to go on with it. All of it is on the page from the start: a script has only to show it. */
export function BudgetResult({ path, room, amount, errors }: BudgetResultProps) {
  const { t, language } = useTranslation();
  const some = errors.length > 0 || (room !== null && room > 0n);
  const [before = "", after = ""] = t("arrange.budget.room", { amount: AMOUNT_GOES_HERE }).split(AMOUNT_GOES_HERE);
  return (
    <div role="status">
      <form method="post" action={path} data-budget="room" hidden={!some}>
        <h2>{t("arrange.budget.resultHeading")}</h2>
        <p data-budget="sentence" hidden={room === null}>
          {before}
          <strong className="whitespace-nowrap" data-budget="amount">
            {room === null ? "" : formatAmount(room, language)}
          </strong>
          {after}
        </p>
        <Field
          name={ARRANGE_FIELDS.spare}
          label={t("arrange.budget.useLabel")}
          hint={t("arrange.budget.useHint")}
          error={errorAt(errors, ARRANGE_FIELDS.spare)}
          value={amount}
          amount
        />
        <Stack>
          <Button name="act" value="use">
            {t("arrange.budget.use")}
          </Button>
        </Stack>
      </form>
      <form method="post" data-budget="no-room" hidden={some || room === null}>
        <h2>{t("arrange.budget.resultHeading")}</h2>
        <p>{t("arrange.budget.noRoom")}</p>
        <HiddenFields values={{ [ARRANGE_FIELDS.spare]: "0" }} />
        <Stack>
          <Button name="act" value="use">
            {t("arrange.budget.help")}
          </Button>
        </Stack>
      </form>
    </div>
  );
}
