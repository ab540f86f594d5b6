/** The first `most` UTF-16 units of a text, one less where that would leave half a character at the end. */
export function cutWhole(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
