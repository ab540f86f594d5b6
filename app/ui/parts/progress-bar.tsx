import type { Cents } from "#app/domain/money.ts";

const BAR =
  "mb-2 mt-3 block h-[10px] w-full appearance-none overflow-hidden rounded-[5px] border-0 bg-line " +
  "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-green [&::-moz-progress-bar]:bg-green";

/** How much of an amount is done. The words below say the same. */
export function ProgressBar({ done, total, label }: { done: Cents; total: Cents; label: string }) {
  return (
    <label className="mb-3 block text-ink-soft">
      <progress className={BAR} value={Number(done)} max={Math.max(1, Number(total))} />
      {label}
    </label>
  );
}
