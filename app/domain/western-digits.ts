/** What is typed on an Arabic or Persian keyboard, with the digits that are ours: `٤٠` and `۴۰` are `40`. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
