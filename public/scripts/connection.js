// Keeps a form on the page while there is no connection, and says so, instead of a page of the browser's that lost it all.
const notes = document.querySelectorAll("[data-offline]");

for (const note of notes) {
  const form = note.closest("form");
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    note.hidden = false;
  });
}

addEventListener("online", () => {
  for (const note of notes) note.hidden = true;
});
