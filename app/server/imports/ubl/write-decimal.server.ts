const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const LONGEST = 40;

/**
 * An `xs:decimal` as the Dutch write it, with at least so many decimals and never rounded: `"1436.5"` with two is
 * `1.436,50`. What is no decimal stays as it was.
 */
export function writeDecimal(text: string, leastDecimals: number): string {
  const [, sign, whole = "", decimals = ""] = (text.length > LONGEST ? null : DECIMAL.exec(text)) ?? [];
  if (sign === undefined || whole + decimals === "") return text;
  const grouped = (whole.replace(/^0+(?=\d)/, "") || "0").replace(/\B(?=(\d{3})+$)/g, ".");
  const written = decimals.replace(/0+$/, "").padEnd(leastDecimals, "0");
  return `${sign === "-" ? "-" : ""}${grouped}${written === "" ? "" : `,${written}`}`;
}

/** `€ 1.436,50`, with a space that does not break. A price may have more than two decimals. */
export function writeEuro(text: string): string {
  return `€\u00a0${writeDecimal(text, 2)}`;
}
