import { expect, test } from "vitest";
import { EVENT_TYPES, isEventType } from "./events.ts";

test("each type is named once, and only those are types", () => {
  expect(new Set(EVENT_TYPES).size).toBe(35);
  expect(EVENT_TYPES.length).toBe(35);
  expect([isEventType("claim.opened"), isEventType("claim.deleted")]).toEqual([true, false]);
});
