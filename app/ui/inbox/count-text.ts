const MOST_COUNTED = 1_000;

/** What there is very much of is not counted to the end. */
export function countText(count: number): string {
  return count > MOST_COUNTED ? "1.000+" : String(count);
}
