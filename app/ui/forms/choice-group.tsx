import { type Choice, choiceId } from "./choice.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { describedBy } from "./described-by.ts";
import { FieldError } from "./field-error.tsx";

export type ChoiceGroupProps = {
  type: "radio" | "checkbox";
  name: string;
  legend: string;
  /** The page's heading already asks the question. */
  legendHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  choices: readonly Choice[];
  isChosen: (value: string) => boolean;
};

/** A question with a few answers to point at. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { type, name, legend, legendHidden = false, hint, error, choices, isChosen } = props;
  // The first answer goes by the name itself, for the error summary to point at.
  const group = `${name}-group`;
  return (
    <fieldset className="my-4" aria-describedby={describedBy(group, { hint, error })}>
      <legend className={legendHidden ? "sr-only" : "mb-2 font-semibold"}>{legend}</legend>
      {hint !== undefined && (
        <p id={`${group}-hint`} className="text-small text-ink-soft">
          {hint}
        </p>
      )}
      {error !== undefined && <FieldError id={`${group}-error`} message={error} />}
      <div className="space-y-3">
        {choices.map((choice, index) => (
          <ChoiceCard
            key={choice.value}
            type={type}
            id={choiceId(name, index)}
            name={name}
            choice={choice}
            chosen={isChosen(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
