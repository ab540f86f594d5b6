import type { Option } from "#app/domain/arrangement/options.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { optionKey, planHint, planLabel } from "./plan-text.ts";

export type CounterOptionsProps = {
  options: readonly Option[];
  creditor: string;
  today: LocalDate;
  decideBefore: LocalDate;
};

/** What can be done instead; choosing one shows its table first. */
export function CounterOptions({ options, creditor, today, decideBefore }: CounterOptionsProps) {
  const translator = useTranslation();
  const { t } = translator;
  if (options.length === 0) return null;
  return (
    <section>
      <h2>{t("arrange.check.optionsHeading")}</h2>
      <p className="text-ink-soft">{t("arrange.check.optionsHint")}</p>
      <form method="post">
        <Stack>
          {options.map((option) => (
            <Button key={optionKey(option)} kind="second" name="choose" value={optionKey(option)}>
              <span className="block">{planLabel(option.schedule, today, translator)}</span>
              <span className="block text-small font-normal text-ink-soft">
                {planHint(option, { today, creditor, decideBefore, translator })}
              </span>
            </Button>
          ))}
        </Stack>
      </form>
    </section>
  );
}
