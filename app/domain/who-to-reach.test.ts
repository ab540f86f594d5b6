import { expect, test } from "vitest";
import { type WaysToReach, whoToReach } from "./who-to-reach.ts";

const byPhone: WaysToReach = { phone: "010 123 45 67" };
const byMail: WaysToReach = { email: "a@b.example" };
const byLetter: WaysToReach = { address: "Dorpsstraat 1" };

test("who is asked first, as long as one can call or mail them", () => {
  expect(whoToReach(byPhone, byMail)).toBe(byPhone);
  expect(whoToReach(byMail, byPhone)).toBe(byMail);
  expect(whoToReach(byLetter, byPhone)).toBe(byPhone);
  expect(whoToReach({ phone: "", email: "" }, byMail)).toBe(byMail);
});

test("where nobody can be called or mailed, who one can write to", () => {
  const nothing: WaysToReach = {};
  expect(whoToReach(byLetter, nothing)).toBe(byLetter);
  expect(whoToReach(nothing, byLetter)).toBe(byLetter);
});

test("where nobody can be reached, the last", () => {
  const last: WaysToReach = { phone: "" };
  expect(whoToReach({}, last)).toBe(last);
});
