import type { PayDay } from "#app/domain/arrangement/policy.ts";
import { westernDigits } from "#app/domain/western-digits.ts";

/** The days of the month as people write them: `1-5, 15, 25`. The last day of the month is asked apart. */
export function payDaysText(days: readonly PayDay[]): string {
  const numbers = days.filter((day): day is number => day !== "month_end").sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const day of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}-${to}`))
    .join(", ");
}

/** Reads `1, 15-20 25`, each day once and in order; null where it is something else. Which days may be is for the policy. */
export function readPayDays(typed: string): number[] | null {
  const parts = westernDigits(typed)
    .replace(/\s*[-–]\s*/g, "-")
    .split(/[\s,;]+/)
    .filter((part) => part !== "");
  const days = new Set<number>();
  for (const part of parts) {
    const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part);
    if (!match) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from) return null;
    for (let day = from; day <= to; day += 1) days.add(day);
  }
  return [...days].sort((one, other) => one - other);
}
