// A button beside each value that can be copied. Without it one tap on the value selects all of it.
import { say } from "./say.js";

const COPIED_FOR_MS = 3000;

for (const value of document.querySelectorAll("[data-copy]")) {
  const template = value.parentElement.querySelector("template");
  if (template) addButton(value, template.content.firstElementChild.cloneNode(true));
}

function addButton(value, button) {
  const face = button.querySelector("[data-face]");
  const before = face.textContent;
  let timer = 0;
  value.parentElement.append(button);
  button.addEventListener("click", async () => {
    const done = await copy(value.dataset.copy, value);
    say(done ? button.dataset.done : button.dataset.failed);
    if (!done) return;
    face.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => (face.textContent = before), COPIED_FOR_MS);
  });
}

/** Puts a text on the clipboard. Where the browser does not allow it, the value on the page is selected at least. */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return false;
  }
}
