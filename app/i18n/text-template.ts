/** A text cut at its placeholders: words, the name of a value, words, and so on, words last. */
export type TextTemplate = readonly string[];

/** Cuts `{{amount}} of {{total}} paid`. */
export function cutText(text: string): TextTemplate {
  return text.split(/\{\{(\w+)\}\}/);
}

/** The text with its values as they are. Throws where one is missing: a sentence with a hole may say another amount or day. */
export function fillIn(template: TextTemplate, values: Readonly<Record<string, string | number>>): string {
  let filled = template[0] ?? "";
  for (let at = 1; at < template.length; at += 2) {
    const name = template[at] ?? "";
    const value = values[name];
    if (value === undefined) throw new Error(`a text asks for ${name}: ${template.join(" ")}`);
    filled += `${value}${template[at + 1] ?? ""}`;
  }
  return filled;
}
