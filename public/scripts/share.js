// Hands a link to another app of the telephone; where that is not possible, the link can be copied.
import { copy } from "./copy.js";
import { say } from "./say.js";

const button = document.querySelector("[data-share]");
if (button && navigator.share) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const shared = { title: button.dataset.shareTitle, url: button.dataset.share };
    navigator.share(shared).catch(async (error) => {
      // Who closes the list of apps has chosen to.
      if (error.name === "AbortError") return;
      const link = document.querySelector("[data-copy]");
      say((await copy(button.dataset.share, link)) ? button.dataset.copied : button.dataset.failed);
    });
  });
}
