/** Text that is already HTML. */
export type Html = { readonly html: string };

type Part = string | number | Html | null | readonly Html[];

/** HTML in which every value is escaped, save what is HTML already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, index) => text + write(parts[index] ?? null)).join("") };
}

function write(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escape(String(part));
  return "html" in part ? part.html : part.map((one) => one.html).join("\n");
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const STYLE = `
*,*::before{box-sizing:border-box}
body{margin:0;background:#faf8f4;color:#1c2430;font:400 18px/1.5 ui-sans-serif,system-ui,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:36rem;margin:0 auto;padding:16px 16px 48px}
main.wide{max-width:72rem}
.banner{margin:0;padding:12px 16px;text-align:center;font-weight:650;color:#1c2430;background:repeating-linear-gradient(135deg,#ffd98a 0 16px,#ffe9bd 16px 32px);border-bottom:3px dashed #7a4b00}
h1{font-size:26px;line-height:1.2;margin:20px 0 8px}
h2{font-size:20px;margin:24px 0 8px}
.amount{font-size:42px;font-weight:700;line-height:1.1;margin:8px 0 16px;font-variant-numeric:tabular-nums}
.soft{color:#4a5363}
button,.button{display:block;width:100%;min-height:52px;padding:10px 16px;margin:0 0 10px;border-radius:14px;border:2px solid #ded9cf;background:#fff;color:inherit;font:inherit;font-weight:600;line-height:1.2;text-align:center;text-decoration:none;cursor:pointer}
button.main{background:#0a5c43;border-color:#0a5c43;color:#fff}
fieldset{border:2px solid #ded9cf;border-radius:14px;padding:8px 16px 8px;margin:16px 0}
label{display:block;margin:4px 0 8px}
input{min-height:48px;width:8rem;padding:8px;font:inherit;border:2px solid #4a5363;border-radius:8px;background:#fff;color:inherit}
a:focus-visible,button:focus-visible,input:focus-visible{outline:4px solid #ffbf47;outline-offset:2px}
article{border:1px solid #ded9cf;border-radius:14px;background:#fff;padding:12px 16px;margin:0 0 16px}
article form{display:inline-flex;gap:8px;align-items:center;flex-wrap:wrap;margin:0 8px 8px 0}
article button{width:auto;min-height:44px;margin:0;font-size:16px}
article input{min-height:44px;width:7rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:8px 0 12px}dt{color:#4a5363}dd{margin:0;overflow-wrap:anywhere}
`;

export function page({ title, body, wide = false }: { title: string; body: Html; wide?: boolean }): string {
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – simulator</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<p class="banner">Simulator: dit is geen bank, er gaat geen geld om. <span lang="en">Simulator: not a bank, no money moves.</span></p>
<main${wide ? { html: ' class="wide"' } : null}>
${body}
</main>
</body>
</html>
`.html;
}
