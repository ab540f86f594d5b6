import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { complaintAnswerBefore } from "./complaint.ts";

test("a complaint is answered within four weeks", () => {
  expect(complaintAnswerBefore(day("2026-11-22"))).toBe("2026-12-20");
});
