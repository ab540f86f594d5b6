// Looks at an answer when somebody leaves its field, with the sentence that the server would answer. Only its form is looked
// at; whether it can be, the server says. An empty field says nothing yet.
import "./connection.js";
import { faultOf } from "./faults.js";
import { say } from "./say.js";

// What presses on a button also leaves the field: the button stays where it is until the press is over.
const PRESS_TAKES_MS = 300;
let pressed = false;
addEventListener("pointerdown", () => (pressed = true), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (pressed = false), true);

for (const field of document.querySelectorAll("[data-check]")) watch(field);

function watch(field) {
  // What the server said stays until it is sent again.
  if (field.getAttribute("aria-invalid")) return;
  const template = field.parentElement.parentElement.querySelector("template");
  if (!template) return;
  const line = template.content.firstElementChild.cloneNode(true);
  const text = line.querySelector("[data-text]");
  const describedBy = field.getAttribute("aria-describedby");

  const show = (sentence) => {
    if (sentence === null) {
      if (line.isConnected) line.remove();
      field.removeAttribute("aria-invalid");
      if (describedBy) field.setAttribute("aria-describedby", describedBy);
      else field.removeAttribute("aria-describedby");
      return;
    }
    if (line.isConnected && text.textContent === sentence) return;
    text.textContent = sentence;
    field.parentElement.before(line);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [describedBy, line.id].filter(Boolean).join(" "));
    say(line.textContent);
  };
  const sentenceOf = () => {
    const fault = faultOf(field);
    return fault === null ? null : field.dataset[fault];
  };
  const showLeft = () => {
    if (document.activeElement !== field) show(sentenceOf());
  };
  field.addEventListener("blur", () => afterPress(showLeft));
  // A fault that is mended goes at once; a new one waits until the field is left.
  field.addEventListener("input", () => {
    if (line.isConnected && sentenceOf() === null) show(null);
  });
}

function afterPress(act) {
  setTimeout(() => (pressed ? afterPress(act) : act()), PRESS_TAKES_MS);
}
