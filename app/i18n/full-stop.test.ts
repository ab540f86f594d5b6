import { expect, test } from "vitest";
import { fullStopAfter, joinFullStops, markEnds } from "./full-stop.ts";

const fill = (text: string, name: string) => joinFullStops(text.replaceAll("{{name}}", String(markEnds({ name })["name"]))); // prettier-ignore

test.each([
  ["Bel {{name}}.", "Jansen B.V.", "Bel Jansen B.V."],
  ["Bel {{name}}. Of mail.", "Jansen B.V.", "Bel Jansen B.V. Of mail."],
  ["Bel **{{name}}**. Of mail.", "Jansen B.V.", "Bel **Jansen B.V.** Of mail."],
  ["Bel {{name}} of {{name}}.", "Jansen B.V.", "Bel Jansen B.V. of Jansen B.V."],
  ["Bel {{name}}?", "Jansen B.V.", "Bel Jansen B.V.?"],
  ["Over “{{name}}”.", "Brood enz.", "Over “Brood enz.”."],
  ["Bel {{name}}.", "Hoera!", "Bel Hoera!"],
  ["Bel {{name}}.", "Een lange naam…", "Bel Een lange naam…"],
  ["Bel {{name}}.", "Jansen", "Bel Jansen."],
  ["Bel {{name}}.", "B.V. Jansen", "Bel B.V. Jansen."],
])("%s with %s", (text, name, filled) => {
  expect(fill(text, name)).toBe(filled);
});

test("a full stop after words put together elsewhere", () => {
  expect([fullStopAfter("Kifid"), fullStopAfter("Kamer 3 B.V.")]).toEqual([".", ""]);
});
