/** A code as people type it, ready to compare: without spaces, in capitals. */
export function compactCode(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

/** A code as people read it: groups of four with a space between. */
export function printInFours(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}
