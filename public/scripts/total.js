// Says on the button what is going to be paid, while somebody chooses.
import { euro } from "./amount.js";
import "./checks.js";
import { say } from "./say.js";
import { sumOf } from "./sums.js";

const told = document.querySelector("[data-total]");
if (told) {
  const form = told.closest("form");
  const button = form.querySelector("button[name=act][value=pay]");
  const plain = button.textContent;
  const sums = JSON.parse(told.dataset.total);
  let said = null;

  const show = ({ aloud }) => {
    const sum = sumOf(answersOf(form), sums);
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

function answersOf(form) {
  const answers = new FormData(form);
  return { amount: answers.get("amount"), part: answers.get("part") || "", chosen: answers.getAll("chosen") };
}
