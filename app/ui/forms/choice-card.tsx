import type { Choice } from "./choice.ts";

export type ChoiceCardProps = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  choice: Choice;
  chosen: boolean;
};

const CARD =
  "block min-h-target cursor-pointer rounded-card border-2 border-line bg-card py-4 pe-4 ps-14 " +
  "peer-checked:border-green peer-checked:bg-green-soft peer-focus-visible:border-ink";

/** An answer as a card: the whole card is the target. */
export function ChoiceCard({ type, id, name, choice, chosen }: ChoiceCardProps) {
  const { value, label, hint, extra } = choice;
  return (
    <div className="relative break-inside-avoid">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={chosen}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="peer absolute start-[18px] top-[18px] h-6 w-6 cursor-pointer accent-green"
      />
      <label htmlFor={id} className={CARD}>
        <span className="block font-semibold">{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="block text-small text-ink-soft">
            {hint}
          </span>
        )}
      </label>
      {extra !== undefined && (
        <div className="ms-4 hidden border-s-[5px] border-line ps-4 peer-checked:block">{extra}</div>
      )}
    </div>
  );
}
