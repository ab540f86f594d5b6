import { expect, test } from "vitest";
import { complaintNumber, disputeNumber } from "./spoken-number.ts";

test("numbers that can be said over the telephone", () => {
  expect(disputeNumber("dsp_01kaghtw0078v5w3drzqyj9c31")).toBe("B-ZQYJ-9C31");
  expect(complaintNumber("cpl_01kaghtw0078v5w3drzqyj9c31")).toBe("K-ZQYJ-9C31");
});
