import type { ReactNode } from "react";
import { choiceId } from "./choice.ts";
import { describedBy } from "./described-by.ts";
import { FieldError } from "./field-error.tsx";

export type CompactChecksProps = {
  name: string;
  legend: string;
  error?: string | undefined;
  values: readonly string[];
  choices: readonly { readonly value: string; readonly label: ReactNode }[];
};

/** As many answers out of many as apply, close together: two beside each other where there is room. */
export function CompactChecks({ name, legend, error, values, choices }: CompactChecksProps) {
  const group = `${name}-group`;
  return (
    <fieldset className="my-4" aria-describedby={describedBy(group, { hint: undefined, error })}>
      <legend className="mb-2 font-semibold">{legend}</legend>
      {error !== undefined && <FieldError id={`${group}-error`} message={error} />}
      <div className="gap-x-6 sm:grid sm:grid-cols-2">
        {choices.map(({ value, label }, index) => (
          <label
            key={value}
            htmlFor={choiceId(name, index)}
            className="flex min-h-target cursor-pointer items-center gap-3 py-1 leading-snug"
          >
            <input
              type="checkbox"
              id={choiceId(name, index)}
              name={name}
              value={value}
              defaultChecked={values.includes(value)}
              className="h-6 w-6 shrink-0 cursor-pointer accent-green"
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
