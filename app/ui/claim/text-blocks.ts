/** The parts of a plain text that an empty line keeps apart. */
export function textBlocks(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "");
}
