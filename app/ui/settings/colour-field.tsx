/** A colour to choose with the browser's own means; where it has none, six characters to type. */
export function ColourField({
  name,
  label,
  hint,
  value,
}: {
  name: string;
  label: string;
  hint: string;
  value: string;
}) {
  return (
    <div className="my-4">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="mb-2 text-small text-ink-soft">
        {hint}
      </p>
      <input
        type="color"
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={`${name}-hint`}
        className="block h-14 w-full cursor-pointer rounded-lg border-2 border-ink-soft bg-card p-1"
      />
    </div>
  );
}
