// Keeps a form on the page while there is no connection, and says so, instead of a page of the browser's that lost it all.
// A browser may be wrong about it: whoever presses again while the note is there, sends.
const notes = [...document.querySelectorAll("[data-offline]")];

for (const note of notes) {
  const form = note.closest("form");
  form.addEventListener("submit", (event) => {
    if (navigator.onLine || isShown(note)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    note.append(note.querySelector("template").content.cloneNode(true));
  });
}

addEventListener("online", () => {
  for (const note of notes) if (isShown(note)) note.lastElementChild.remove();
});

function isShown(note) {
  return note.childElementCount > 1;
}
