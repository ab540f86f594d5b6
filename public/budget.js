// Does the sum of the budget sheet on this device: the form is not sent.
(() => {
  const part = (name) => document.querySelector(`[data-budget="${name}"]`);
  const sheet = part("sheet");
  const warning = part("unreadable");
  if (!sheet || !warning) return;
  part("on-device").hidden = false;

  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    const lines = [...sheet.querySelectorAll("[data-budget-line]")].map((line) => {
      const input = line.querySelector("input");
      return { line, input, amount: centsOf(input.value) };
    });
    for (const { input, amount } of lines) {
      if (amount === null) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    const wrong = lines.find(({ amount }) => amount === null);
    warning.hidden = !wrong;
    if (wrong) {
      warning.textContent = wrong.line.dataset.unreadable;
      wrong.input.focus();
      return;
    }
    const room = lines.reduce((sum, { line, amount }) => (line.dataset.budgetLine === "+" ? sum + amount : sum - amount), 0);
    part("amount").textContent = euro(room);
    part("sentence").hidden = false;
    part("room").hidden = room <= 0;
    part("no-room").hidden = room > 0;
    part(room > 0 ? "room" : "no-room").scrollIntoView({ block: "start" });
  });

  /** Whole cents of what people type, nothing for an empty line, null for what cannot be read. */
  function centsOf(text) {
    const bare = text
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(/\u066b/g, ",")
      .replace(/[\u200e\u200f\u061c\s\u00a0\u202f]+/g, "")
      .replace(/^(€|euro?)/i, "")
      .replace(/(€|euro?)$/i, "")
      .replace(/,[-–—]{1,2}$/, ",00");
    if (bare === "") return 0;
    if (/^[1-9]\d*[.,]\d{3}$/.test(bare)) return null;
    const match =
      /^(\d+)(?:[.,](\d{1,2}))?$/.exec(bare) ??
      /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(bare) ??
      /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(bare);
    if (!match) return null;
    const whole = match[1].replace(/\D/g, "");
    return whole.length > 9 ? null : Number(whole) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  }

  function euro(cents) {
    const language = document.documentElement.lang;
    const locale = { nl: "nl-NL", en: "en-GB", ar: "ar-u-nu-latn" }[language] ?? language;
    const written = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(cents / 100);
    return written.replace("EUR", "€");
  }
})();
