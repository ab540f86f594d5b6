import { asCents, type Cents, sum, ZERO } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type CounterAnswers, type CounterError, ROWS } from "./counter-fields.ts";

type RowsProps = { answers: CounterAnswers; errors: readonly CounterError[]; total: Cents | null };

/** Each instalment with its day and amount, to be changed, taken away or added to; what they come to beside what is needed. */
export function CounterRows({ answers: { rows }, errors, total }: RowsProps) {
  const translator = useTranslation();
  const { t } = translator;
  const messageOf = (field: string) => {
    const found = errors.find((error) => error.field === field);
    return found && counterErrorText(found, translator);
  };
  return (
    <fieldset className="my-4">
      <legend className="mb-2 font-semibold">{t("inbox.counter.rows.legend")}</legend>
      {/* Whoever presses Enter presses the first button of a form: this one changes nothing. */}
      <button type="submit" name="act" value="recount" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <HiddenFields values={{ choice: ROWS }} />
      <p className="mb-0">
        <a href="?" className="inline-flex min-h-target items-center">
          {t("inbox.counter.rows.back")}
        </a>
      </p>
      <ol>
        {rows.map(({ dueOn, amount }, index) => {
          const number = index + 1;
          return (
            <li key={number} className="border-b border-line py-2 sm:flex sm:items-end sm:gap-4">
              <div className="sm:grow">
                <Field
                  name={`dueOn-${number}`}
                  type="date"
                  label={t("inbox.counter.rows.day", { number })}
                  error={messageOf(`dueOn-${number}`)}
                  value={dueOn}
                />
              </div>
              <div className="sm:grow">
                <Field
                  name={`amount-${number}`}
                  label={t("inbox.counter.rows.amount", { number })}
                  error={messageOf(`amount-${number}`)}
                  value={amount}
                  amount
                />
              </div>
              {rows.length > 1 && (
                <div className="sm:mb-4">
                  <Button kind="quiet" name="act" value={`remove-${number}`}>
                    {t("inbox.counter.rows.remove", { number })}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <p className="mt-2 flex flex-wrap gap-x-6">
        <Button kind="quiet" name="act" value="add">
          {t("inbox.counter.rows.add")}
        </Button>
        <Button kind="quiet" name="act" value="recount">
          {t("inbox.counter.rows.recount")}
        </Button>
      </p>
      {total !== null && <Together rows={rows} total={total} />}
    </fieldset>
  );
}

function Together({ rows, total }: { rows: CounterAnswers["rows"]; total: Cents }) {
  const { t, language } = useTranslation();
  const amounts = rows.map(({ amount }) => parseEuro(amount));
  const typed = sum(amounts.map((amount) => (amount.ok ? amount.value : ZERO)));
  const difference = asCents(total - typed);
  const rest = difference === ZERO ? t("inbox.counter.rows.right") : t(difference > ZERO ? "inbox.counter.rows.missing" : "inbox.counter.rows.tooMuch", { amount: formatAmount(absolute(difference), language) }); // prettier-ignore
  return (
    <div role="status">
      <Note tone={difference === ZERO ? "calm" : "wait"}>
        <p className="tabular-nums">
          {t("inbox.counter.rows.total", { sum: formatAmount(typed, language), total: formatAmount(total, language) })}{" "}
          {rest}
        </p>
      </Note>
    </div>
  );
}

/** What is wrong with an answer, in words. */
export function counterErrorText(error: CounterError, { t, language }: Translator): string {
  switch (error.kind) {
    case "sum_differs": {
      if (error.difference === ZERO) return t("inbox.counter.error.none");
      const amount = formatAmount(absolute(error.difference), language);
      return t(error.difference > ZERO ? "inbox.counter.error.missing" : "inbox.counter.error.tooMuch", { amount });
    }
    case "row_day_wrong":
    case "row_day_past":
    case "row_day_order":
    case "row_amount_wrong":
      return t(`inbox.counter.error.${error.kind}`, { number: error.field.replace(/\D/g, "") });
    default:
      return t(`inbox.counter.error.${error.kind}`);
  }
}

const absolute = (amount: Cents): Cents => (amount < ZERO ? asCents(-amount) : amount);
