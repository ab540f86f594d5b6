import { describedBy } from "./described-by.ts";
import { FieldError } from "./field-error.tsx";

export type SelectFieldProps = {
  /** Also the id that the error summary links to. */
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  options: readonly { readonly value: string; readonly label: string }[];
};

/** One answer out of a list that is too long, or too small a matter, for cards. */
export function SelectField({ name, label, hint, error, value, options }: SelectFieldProps) {
  return (
    <div className={`my-4 ${error === undefined ? "" : "border-s-[5px] border-red ps-3"}`}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="mb-2 text-small text-ink-soft">
          {hint}
        </p>
      )}
      {error !== undefined && <FieldError id={`${name}-error`} message={error} />}
      <select
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(name, { hint, error })}
        aria-invalid={error === undefined ? undefined : true}
        className={`block min-h-target w-full min-w-0 rounded-lg border-2 bg-card px-3 py-2 text-body text-ink ${error === undefined ? "border-ink-soft" : "border-red"}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
