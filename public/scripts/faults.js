// What can be wrong with the form of an answer: never more than what the server refuses too.
import { centsOf, westernDigits } from "./amount.js";

/** Each answers the name of the sentence for what is wrong, or null. */
const FAULTS = {
  amount: (text, field) => {
    const cents = centsOf(text);
    if (typeof cents === "number") return null;
    return cents === "ambiguous" && field.dataset.checkAmbiguous ? "checkAmbiguous" : "checkWrong";
  },
  ibanEnd: (text) => (/\d{4}$/.test(westernDigits(text).replace(/[\s.-]+/g, "")) ? null : "checkWrong"),
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? null : "checkWrong"),
  day: (text) => (isDay(westernDigits(text)) ? null : "checkWrong"),
};

/** The name of the sentence for what is wrong in a field, or null. */
export function faultOf(field) {
  const text = field.value.trim();
  if (text === "") return field.validity.badInput ? "checkWrong" : null;
  return FAULTS[field.dataset.check](text, field);
}

function isDay(text) {
  const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const parts = written ? [written[3], written[2], written[1]] : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) || []).slice(1);
  if (parts.length === 0) return false;
  const [year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
