import { expect, test } from "vitest";
import { winAnsiText } from "./win-ansi-text.server.ts";

test.each([
  ["Zoë betaalde € 1.234,50 – “één” keer…", "Zoë betaalde € 1.234,50 – “één” keer…"],
  ["Wałęsa, Şahin, Đặng", "Walesa, Sahin, Dang"],
  ["e\u0301", "é"],
  ["−5\u202f€", "-5\u00a0€"],
  ["a\tb\rc\nd", "a b c\nd"],
  ["zacht\u00adaf\u200bbreken", "zacht\u00adafbreken"],
  ["好 😀 Ω", "? ? ?"],
  ["ﬁ", "fi"],
])("%j prints as %j", (text, printed) => {
  expect(winAnsiText(text)).toBe(printed);
});
