// Does the sum of the budget sheet on this device: the form is not sent.
import { centsOf, euro } from "./amount.js";

const part = (name) => document.querySelector(`[data-budget="${name}"]`);
const sheet = part("sheet");
const warning = part("unreadable");
if (sheet && warning) {
  part("on-device").hidden = false;
  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    calculate();
  });
}

function calculate() {
  const lines = [...sheet.querySelectorAll("[data-budget-line]")].map((line) => {
    const input = line.querySelector("input");
    const amount = input.value.trim() === "" ? 0 : centsOf(input.value);
    return { line, input, amount };
  });
  for (const { input, amount } of lines) {
    if (typeof amount === "number") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
  const wrong = lines.find(({ amount }) => typeof amount !== "number");
  warning.textContent = wrong ? wrong.line.dataset.unreadable : "";
  if (wrong) return wrong.input.focus();
  const room = lines.reduce((sum, { line, amount }) => (line.dataset.budgetLine === "+" ? sum + amount : sum - amount), 0);
  part("amount").textContent = euro(room);
  part("sentence").hidden = false;
  part("room").hidden = room <= 0;
  part("no-room").hidden = room > 0;
  part(room > 0 ? "room" : "no-room").scrollIntoView({ block: "start" });
}
