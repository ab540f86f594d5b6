import { expect, test } from "vitest";
import { westernDigits } from "./western-digits.ts";

test.each([
  ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
  ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
  ["NL91 ٤٣٠٠", "NL91 4300"],
  ["31-10-2026", "31-10-2026"],
])("%s is %s", (typed, read) => {
  expect(westernDigits(typed)).toBe(read);
});
