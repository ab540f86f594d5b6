// Looks for news of a payment without loading the page anew, by asking for the same page. It stops by itself.
import { say } from "./say.js";

const LOOK_AFTER_MS = 2000;
const LATER_AFTER_MS = 5000;
const HURRY_FOR_MS = 30000;
const STOP_AFTER_MS = 180000;
// An answer that takes longer does not come: the next look may have a better connection.
const GIVE_UP_AFTER_MS = 10000;

const waiting = () => document.querySelector("[data-status-waits]");
const started = Date.now();
let timer = 0;
let looking = false;

if (waiting()) {
  // Ends the reloading that the answer itself asked for. Where a browser does not, the page is reloaded, which is as good.
  const begin = () =>
    setTimeout(() => {
      stop();
      plan();
    }, 0);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
}

function plan() {
  clearTimeout(timer);
  const since = Date.now() - started;
  if (since > STOP_AFTER_MS) return tell(waiting().dataset.stopped);
  if (!document.hidden) timer = setTimeout(look, since < HURRY_FOR_MS ? LOOK_AFTER_MS : LATER_AFTER_MS);
}

async function look() {
  if (looking || !waiting()) return;
  looking = true;
  const limit = new AbortController();
  const over = setTimeout(() => limit.abort(), GIVE_UP_AFTER_MS);
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store", signal: limit.signal });
    if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (waiting()) tell("");
  } catch {
    if (waiting()) tell(waiting().dataset.unconnected);
  }
  clearTimeout(over);
  looking = false;
  if (waiting()) plan();
}

/** Puts the news on the page, and says it. */
function take(page) {
  const news = page.querySelector("main");
  if (!news || page.querySelector("[data-status-waits]")) return;
  const main = document.querySelector("main");
  const hadFocus = main.contains(document.activeElement);
  main.replaceChildren(...news.childNodes);
  document.title = page.title;
  say(main.querySelector("h1").textContent);
  // What had the focus is gone: it goes on at the news.
  if (hadFocus) main.focus();
}

function tell(sentence) {
  const line = waiting();
  if (line.textContent !== sentence) line.textContent = sentence;
}
