// Says on the button what is going to be paid, while somebody chooses.
import { centsOf, euro } from "./amount.js";
import "./connection.js";
import { say } from "./say.js";

const told = document.querySelector("[data-total]");
if (told) {
  const form = told.closest("form");
  const button = form.querySelector("button[name=act][value=pay]");
  const plain = button.textContent;
  const sums = JSON.parse(told.dataset.total);
  let said = null;

  const show = ({ aloud }) => {
    const sum = sumOf(form, sums);
    button.textContent = sum === null ? plain : told.dataset.totalButton.replace("{amount}", euro(sum));
    if (!aloud || sum === said) return;
    if (sum !== null) say(told.dataset.totalSays.replace("{amount}", euro(sum)));
    said = sum;
  };
  form.addEventListener("input", () => show({ aloud: false }));
  form.addEventListener("change", () => show({ aloud: true }));
  // Back from the bank's page a browser fills in what was chosen before.
  addEventListener("pageshow", () => show({ aloud: false }));
  show({ aloud: false });
}

/** In cents; null while nothing is chosen, or what was typed is no amount. */
function sumOf(form, sums) {
  const choice = new FormData(form).get("amount");
  if (choice === "part") {
    const cents = centsOf(form.elements.part.value);
    return typeof cents === "number" && cents > 0 ? cents : null;
  }
  if (choice === "chosen") return sumOfChosen(form, sums.chosen);
  return typeof sums[choice] === "number" ? sums[choice] : null;
}

/** Costs are asked once, however many bills are chosen. */
function sumOfChosen(form, chosen) {
  const ids = new FormData(form).getAll("chosen");
  if (ids.length === 0) return null;
  const own = ids.reduce((sum, id) => sum + (chosen.own[id] || 0), 0);
  return Math.min(chosen.most, own + chosen.once);
}
