import type { HTMLInputAutoCompleteAttribute } from "react";
import { CheckLine, checkAttributes, type FieldCheck } from "./field-check.tsx";
import { describedBy } from "./described-by.ts";
import { FieldError } from "./field-error.tsx";

export type FieldProps = {
  /** Also the id that the error summary links to. */
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** What was typed before, kept when the answer was refused. */
  value?: string | undefined;
  type?: "text" | "email" | "tel" | "date" | undefined;
  inputMode?: "numeric" | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  /** Euros: their sign before the box, and a keyboard with a comma. */
  amount?: boolean | undefined;
  /** Codes: no capitals, no spelling check, all letters equally wide. */
  code?: boolean | undefined;
  /** More than one line. */
  multiline?: boolean | undefined;
  /** Looked at as soon as the field is left, where the page has a script for it. */
  check?: FieldCheck | undefined;
};

const BOX = "block min-h-target w-full min-w-0 rounded-lg border-2 bg-card px-3 py-2 text-body text-ink";

/** One question with one line (or a few) for the answer. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, amount = false } = props;
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
      {props.check !== undefined && <CheckLine name={name} />}
      <div className="flex items-center gap-2">
        {amount && <span aria-hidden="true">€</span>}
        <Box {...props} />
      </div>
    </div>
  );
}

/** Amounts, numbers and addresses run from left to right in every language; words as they are typed. */
function ownDirection({ type = "text", inputMode, amount = false, code = false }: FieldProps): "ltr" | "auto" {
  return type === "text" && inputMode === undefined && !amount && !code ? "auto" : "ltr";
}

function Box(props: FieldProps) {
  const { name, hint, error, value, type = "text", autoComplete = "off", amount = false, code = false } = props;
  const inputMode = amount ? "decimal" : props.inputMode;
  const common = {
    id: name,
    name,
    dir: ownDirection(props),
    defaultValue: value,
    "aria-describedby": describedBy(name, { hint, error }),
    "aria-invalid": error === undefined ? undefined : true,
    ...checkAttributes(props.check),
    className: `${BOX} ${error === undefined ? "border-ink-soft" : "border-red"} ${code ? "font-mono" : ""}`,
  };
  if (props.multiline) return <textarea {...common} rows={5} />;
  const typing = code ? { autoCapitalize: "characters", autoCorrect: "off", spellCheck: false } : {};
  return <input {...common} {...typing} type={type} inputMode={inputMode} autoComplete={autoComplete} />;
}
