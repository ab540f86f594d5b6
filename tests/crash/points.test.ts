import { expect, test } from "vitest";
import { pointsInSource, pointsInTests } from "./crash-points.ts";

test("every crash point of the application is one at which a process is killed in a test", () => {
  const [inSource, inTests] = [pointsInSource(), pointsInTests()];
  expect(inSource.length).toBeGreaterThan(10);
  expect(inSource.filter((name) => !inTests.includes(name))).toEqual([]);
});
