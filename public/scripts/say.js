// One place where screen readers hear news, in their own time. It is there before there is any news, or they would miss it.
const place = document.createElement("p");
place.className = "sr-only";
place.setAttribute("role", "status");
document.body.append(place);

/** Says a sentence; the same one again is said again. */
export function say(sentence) {
  place.textContent = "";
  setTimeout(() => (place.textContent = sentence), 100);
}
