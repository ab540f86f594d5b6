import { expect, test } from "vitest";
import { DISPUTE_GROUNDS } from "#app/domain/dispute/grounds.ts";
import { GROUND_GROUPS } from "./ground-groups.ts";

test("every ground stands in one group", () => {
  expect(GROUND_GROUPS.flatMap(({ grounds }) => [...grounds]).sort()).toEqual([...DISPUTE_GROUNDS].sort());
});
