// Lets the button of each value that can be copied be seen, and work. Without it one tap on the value selects all of it.
import { say } from "./say.js";

const COPIED_FOR_MS = 3000;

for (const value of document.querySelectorAll("[data-copy]")) {
  const button = value.closest("div").querySelector("[data-copies]");
  if (button) work(button, value);
}

function work(button, value) {
  let timer = 0;
  const face = (name) => {
    for (const one of button.querySelectorAll("[data-face]")) one.classList.toggle("invisible", one.dataset.face !== name);
  };
  button.classList.remove("invisible");
  button.addEventListener("click", async () => {
    const done = await copy(value.dataset.copy, value);
    say(done ? button.dataset.done : button.dataset.failed);
    if (!done) return;
    face("copied");
    clearTimeout(timer);
    timer = setTimeout(() => face("copy"), COPIED_FOR_MS);
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
