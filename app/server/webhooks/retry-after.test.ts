import { expect, test } from "vitest";
import { parseRetryAfter } from "#app/server/webhooks/retry-after.server.ts";

const NOW_MS = Date.parse("2026-11-22T10:00:00Z");

test.each([
  ["120", 120_000],
  ["0", 0],
  [" 5 ", 5_000],
  ["864000", 864_000_000],
  ["Sun, 22 Nov 2026 10:02:00 GMT", 120_000],
  ["Sun, 22 Nov 2026 09:00:00 GMT", 0],
  ["", null],
  ["soon", null],
  ["-1", null],
  ["1.5", null],
  ["1e3", null],
  ["99999999999", null],
  ["2026-11-22T10:02:00Z", null],
  ["Sun, 22 Nov 2026 25:02:00 GMT", null],
  ["Sun, 22 Foo 2026 10:02:00 GMT", null],
])("Retry-After: %s is %s ms", (text, expected) => {
  expect(parseRetryAfter(text, NOW_MS)).toBe(expected);
});
