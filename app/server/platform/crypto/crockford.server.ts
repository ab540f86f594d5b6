const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Crockford's base 32, lower case, filled with zeros in front to `length`; the last `length` characters where longer. */
export function encodeCrockford(value: bigint, length: number): string {
  let text = "";
  let rest = value;
  for (let place = 0; place < length; place += 1) {
    text = (ALPHABET[Number(rest & 31n)] ?? "") + text;
    rest >>= 5n;
  }
  return text;
}

export function bytesToBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex") || "0"}`);
}
