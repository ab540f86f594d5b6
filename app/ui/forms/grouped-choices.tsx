import { type Choice, choiceId } from "./choice.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { describedBy } from "./described-by.ts";
import { FieldError } from "./field-error.tsx";

export type ChoicesGroup = { readonly legend: string; readonly choices: readonly Choice[] };

type GroupedChoicesProps = {
  name: string;
  /** The page's heading already asks the question: for screen readers. */
  legend: string;
  error?: string | undefined;
  value: string;
  groups: readonly ChoicesGroup[];
};

/** One answer out of many, under the headings where people look for it. */
export function GroupedChoices({ name, legend, error, value, groups }: GroupedChoicesProps) {
  const group = `${name}-group`;
  const before = (index: number) => groups.slice(0, index).reduce((count, { choices }) => count + choices.length, 0);
  return (
    <fieldset className="my-4" aria-describedby={describedBy(group, { hint: undefined, error })}>
      <legend className="sr-only">{legend}</legend>
      {error !== undefined && <FieldError id={`${group}-error`} message={error} />}
      {groups.map(({ legend: heading, choices }, groupIndex) => (
        <fieldset key={heading} className="mb-6">
          <legend className="mb-2 font-semibold">{heading}</legend>
          <div className="space-y-3">
            {choices.map((choice, index) => (
              <ChoiceCard
                key={choice.value}
                type="radio"
                id={choiceId(name, before(groupIndex) + index)}
                name={name}
                choice={choice}
                chosen={choice.value === value}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
