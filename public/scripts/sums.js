// Adds up what is going to be paid, as the server does: a test compares the two.
import { centsOf } from "./amount.js";

/**
 * In cents; null while nothing is chosen, and for what the server would not take. `answers` are those of the form, `sums`
 * come with the page.
 */
export function sumOf(answers, sums) {
  if (answers.amount === "part") return within(centsOf(answers.part), sums.part);
  if (answers.amount === "chosen") return sums.chosen ? sumOfChosen(answers.chosen, sums.chosen) : null;
  const sum = sums[answers.amount];
  return typeof sum === "number" ? sum : null;
}

function within(cents, limits) {
  return limits && cents >= limits.minimum && cents <= limits.maximum ? cents : null;
}

/** Costs are asked once, however many bills are chosen. */
function sumOfChosen(ids, { own, once, minimum, most }) {
  if (ids.length === 0) return null;
  const sum = ids.reduce((so, id) => so + (own[id] || 0), once);
  const asked = Math.min(most, sum);
  return asked >= minimum ? asked : null;
}
