import { type Direction, direction, type Language } from "#app/i18n/languages.ts";

export type MailBlock =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "rows"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly type: "button"; readonly label: string; readonly url: string }
  | { readonly type: "code"; readonly label: string; readonly code: string };

export type MailContent = {
  /** The language it is read in, and with it the direction. */
  readonly language: Language;
  readonly title: string;
  /** In whose name the mail comes; stands on top. */
  readonly sender: string;
  readonly blocks: readonly MailBlock[];
  /** Small print: who this is, how to check it, how to get help. */
  readonly footer: readonly string[];
};

/**
 * The same mail as plain text and as HTML: light or dark as the reader has it, nothing loaded from outside, nothing that
 * tells whether it was read. The address behind a button is always written out too.
 */
export function layoutMail(content: MailContent): { text: string; html: string } {
  return { text: textMail(content), html: htmlMail(content) };
}

function textMail({ sender, blocks, footer }: MailContent): string {
  return [sender, ...blocks.map(textBlock), ["-- ", ...footer].join("\n")].join("\n\n") + "\n";
}

function textBlock(block: MailBlock): string {
  switch (block.type) {
    case "paragraph":
      return block.text;
    case "rows":
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "button":
      return `${block.label}:\n${webAddress(block.url)}`;
    case "code":
      return `${block.label}:\n${block.code}`;
  }
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Mail programs that know no dark mode drop the style sheet, so light stands on the elements themselves. */
const DARK_STYLE = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "@media (prefers-color-scheme:dark){",
  ".paper{background:#12161c!important}.ink{color:#f1efe9!important}.soft{color:#b6bdc8!important}",
  ".line{border-color:#333c48!important}.button{background:#6fd3aa!important;color:#12161c!important}",
  ".card{background:#1a2028!important;border-color:#333c48!important}",
  "}",
].join("");

function htmlMail({ language, title, sender, blocks, footer }: MailContent): string {
  const dir = direction(language);
  return [
    `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">`,
    `<title>${escape(title)}</title><style>${DARK_STYLE}</style></head>`,
    `<body class="paper" style="margin:0;padding:0;background:#faf8f4">`,
    // Many mail programs keep what is in the body and drop what is around it.
    `<div lang="${language}" dir="${dir}" class="paper ink" style="max-width:36rem;margin:0 auto;padding:24px 16px;background:#faf8f4;color:#1c2430;font-size:17px;line-height:1.5;${FONT}">`,
    `<p class="line" style="margin:0 0 24px;padding:0 0 16px;border-bottom:1px solid #ded9cf;font-weight:bold"><bdi>${escape(sender)}</bdi></p>`,
    ...blocks.map((block) => htmlBlock(block, dir)),
    `<div class="line soft" style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #ded9cf;color:#4a5363;font-size:15px">`,
    ...footer.map((line) => `<p style="margin:0 0 8px">${lines(line)}</p>`),
    `</div></div></body></html>`,
  ].join("\n");
}

function htmlBlock(block: MailBlock, dir: Direction): string {
  switch (block.type) {
    case "paragraph":
      return `<p style="margin:0 0 16px">${lines(block.text)}</p>`;
    case "rows":
      return `<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;margin:0 0 16px;border-collapse:collapse;font-size:17px">${block.rows.map((row) => htmlRow(row, dir)).join("")}</table>`;
    case "button":
      return htmlButton(block.label, escape(webAddress(block.url)));
    case "code":
      return `<p class="card" style="margin:0 0 16px;padding:16px;background:#ffffff;border:1px solid #ded9cf;border-radius:14px"><span class="soft" style="color:#4a5363">${escape(block.label)}</span><br><strong dir="ltr" style="font-size:22px;letter-spacing:.06em">${escape(block.code)}</strong></p>`;
  }
}

function htmlRow({ label, value }: { label: string; value: string }, dir: Direction): string {
  const [start, end] = dir === "rtl" ? ["right", "left"] : ["left", "right"];
  const cell = "padding:8px 0;border-bottom:1px solid #ded9cf;vertical-align:top";
  return `<tr><td class="line soft" style="${cell};padding-${end}:16px;text-align:${start};color:#4a5363">${escape(label)}</td><td class="line" style="${cell};text-align:${end}"><bdi>${escape(value)}</bdi></td></tr>`;
}

function htmlButton(label: string, address: string): string {
  return (
    `<p style="margin:0 0 8px"><a class="button" href="${address}" style="display:block;padding:16px;border-radius:14px;background:#0a5c43;color:#ffffff;font-weight:bold;text-align:center;text-decoration:none">${escape(label)}</a></p>` +
    `<p dir="ltr" class="soft" style="margin:0 0 24px;color:#4a5363;font-size:15px;word-break:break-all">${address}</p>`
  );
}

/** Our own links only ever lead to the web; anything else is a mistake that must not be mailed. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:")
    throw new RangeError(`a mail links to the web, not to ${protocol}`);
  return href;
}

function lines(text: string): string {
  return escape(text).replaceAll("\n", "<br>");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
