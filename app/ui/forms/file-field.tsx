import { describedBy } from "./described-by.ts";
import { FieldError } from "./field-error.tsx";

export type FileFieldProps = {
  /** Also the id that the error summary links to. */
  name: string;
  label: string;
  hint: string;
  error?: string | undefined;
  accept: string;
};

/** One file to choose; its form is sent as `multipart/form-data`. */
export function FileField({ name, label, hint, error, accept }: FileFieldProps) {
  return (
    <div className={`my-4 ${error === undefined ? "" : "border-s-[5px] border-red ps-3"}`}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="mb-2 text-small text-ink-soft">
        {hint}
      </p>
      {error !== undefined && <FieldError id={`${name}-error`} message={error} />}
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(name, { hint, error })}
        aria-invalid={error === undefined ? undefined : true}
        className="block min-h-target w-full min-w-0 rounded-lg border-2 border-ink-soft bg-card p-2 text-small text-ink"
      />
    </div>
  );
}
