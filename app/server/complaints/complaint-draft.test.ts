import { expect, test } from "vitest";
import { readComplaintForm } from "./complaint-draft.server.ts";

test("a complaint names what it is about and says what happened", () => {
  const read = readComplaintForm({ about: "contact", text: " Elke dag gebeld.\r\nOok op zondag. " }, "clm_1");
  expect(read).toEqual({
    ok: true,
    value: { claimId: "clm_1", about: "contact", text: "Elke dag gebeld.\nOok op zondag." },
  });
});

test.each([
  [{ about: "", text: " " }, ["about about_missing", "text text_missing"]],
  [{ about: "weather", text: "Regen." }, ["about about_missing"]],
  [{ about: "other", text: "x".repeat(4_001) }, ["text text_too_long"]],
])("%j is not complete", (answers, faults) => {
  const read = readComplaintForm(answers, "clm_1");
  expect(read.ok ? [] : read.error.map(({ field, kind }) => `${field} ${kind}`)).toEqual(faults);
});
