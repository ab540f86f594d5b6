import { expect, test } from "vitest";
import { readHelperForm } from "./read-helper-form.server.ts";

test.each([
  ["14", 14],
  [" 1 ", 1],
  ["30", 30],
])("%s days", (days, read) => {
  expect(readHelperForm({ name: " Fatima ", rights: "look", days })).toMatchObject({
    value: { name: "Fatima", rights: "look", days: read },
  });
});

test.each(["0", "31", "-1", "1.5", "two", "", "9999"])("not %s days", (days) => {
  expect(readHelperForm({ name: "Fatima", rights: "propose", days })).toMatchObject({
    ok: false,
    errors: ["daysWrong"],
  });
});

test("everything that is wrong is told, and what was typed is kept", () => {
  const read = readHelperForm({ name: "  ", rights: "all", days: "x" });
  expect(read).toEqual({
    ok: false,
    answers: { name: "", rights: "all", days: "x" },
    errors: ["nameMissing", "rightsMissing", "daysWrong"],
  });
});
