/** Our own ids only: no text from outside ever becomes a path. */
export function checkedKey(key: string): string {
  if (!/^[a-z]{3}_[0-9a-z]{26}$/.test(key)) throw new RangeError("a document is stored by its id only");
  return key;
}
