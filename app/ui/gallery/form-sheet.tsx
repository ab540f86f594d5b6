import { CheckboxList } from "#app/ui/forms/checkbox-list.tsx";
import type { Choice } from "#app/ui/forms/choice.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { GroupedChoices } from "#app/ui/forms/grouped-choices.tsx";

const ERRORS = [
  { field: "wrong-amount", message: "Vul een bedrag in, bijvoorbeeld 25,00." },
  { field: "wrong-choice", message: "Kies een antwoord." },
  { field: "wrong-group", message: "Kies wat er niet klopt." },
];

const PLAIN: readonly Choice[] = [
  { value: "a", label: "Een antwoord" },
  { value: "b", label: "Een ander antwoord", hint: "Met een woord uitleg." },
];

const ASKS_ON: Choice = {
  value: "c",
  label: "Een antwoord met nog een vraag",
  extra: <Field name="more" label="Welke dag?" inputMode="numeric" />,
};

const GROUPS = [
  { legend: "De rekening", choices: PLAIN },
  { legend: "De levering", choices: [{ value: "d", label: "Het is niet gekomen" }] },
];

/** Every kind of question, empty, answered and refused. */
export function FormSheet() {
  return (
    <section>
      <h2>Vragen</h2>
      <form>
        <ErrorSummary errors={ERRORS} />
        <Field name="plain" label="Een regel" />
        <Field name="hinted" label="Een regel met uitleg" hint="Zoals het op de brief staat." value="2026-0412" />
        <Field name="email" label="E-mailadres" type="email" autoComplete="email" />
        <Field name="phone" label="Telefoonnummer" type="tel" autoComplete="tel" />
        <Field name="date" label="Een dag" type="date" value="2026-11-22" />
        <Field name="amount" label="Een bedrag" value="25,00" amount />
        <Field
          name="wrong-amount"
          label="Een bedrag dat niet kan"
          error={errorAt(ERRORS, "wrong-amount")}
          value="veel"
          amount
        />
        <Field name="code" label="Een code" value="1A2B-3C4D" code />
        <Field name="story" label="Een verhaal" value="De taart was niet wat wij hadden besteld." multiline />
        <ChoiceCards name="choice" legend="Nog niets gekozen" choices={[...PLAIN, ASKS_ON]} />
        <ChoiceCards name="chosen" legend="Gekozen" hint="U kunt dit later veranderen." value="b" choices={PLAIN} />
        <ChoiceCards
          name="wrong-choice"
          legend="Overgeslagen"
          error={errorAt(ERRORS, "wrong-choice")}
          choices={PLAIN}
        />
        <CheckboxList name="several" legend="Meer dan één" values={["a"]} choices={PLAIN} />
        <h3 className="font-semibold">Onder koppen</h3>
        <GroupedChoices name="grouped" legend="Onder koppen" value="d" groups={GROUPS} />
        <h3 className="font-semibold">Onder koppen, overgeslagen</h3>
        <GroupedChoices
          name="wrong-group"
          legend="Onder koppen, overgeslagen"
          error={errorAt(ERRORS, "wrong-group")}
          value=""
          groups={GROUPS}
        />
      </form>
    </section>
  );
}
