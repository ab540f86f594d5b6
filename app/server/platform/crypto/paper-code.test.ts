import fc from "fast-check";
import { expect, test } from "vitest";
import { newPaperCode, printPaperCode, readPaperCode } from "./paper-code.server.ts";

test("a code is 128 bits in 26 characters", () => {
  expect(newPaperCode((size) => Buffer.alloc(size, 255))).toBe("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  expect(newPaperCode((size) => Buffer.from("00112233445566778899aabbccddeeff", "hex").subarray(0, size))).toBe(
    "0024H36H2NCSVRH6DAQF6DVVQZ",
  );
});

test("a code is printed in groups", () => {
  expect(printPaperCode("008J4CT4ANCXVRH6DANF6DVQQZ")).toBe("008J-4CT4-ANCX-VRH6-DANF-6DVQ-QZ");
});

test.each([
  "008j-4ct4-ancx-vrh6-danf-6dvq-qz",
  " oO8J 4CT4 ANCX\u00a0VRH6 DANF 6DVQ QZ\n",
  "OO8J–4CT4–ANCX–VRH6–DANF–6DVQ–QZ",
  "٠٠٨J-٤CT٤-ANCX-VRH٦-DANF-٦DVQ-QZ",
])("%j is understood", (typed) => {
  expect(readPaperCode(typed)).toEqual({ ok: true, value: "008J4CT4ANCXVRH6DANF6DVQQZ" });
});

test("I and L are read as 1", () => {
  expect(readPaperCode("iIlL1111111111111111111111")).toEqual({ ok: true, value: "1".repeat(26) });
});

test.each([
  "",
  "008J4CT4ANCXVRH6DANF6DVQQ",
  "008J4CT4ANCXVRH6DANF6DVQQZZ",
  "U08J4CT4ANCXVRH6DANF6DVQQZ",
  "8".repeat(26),
])("%j is not a code", (typed) => {
  expect(readPaperCode(typed)).toEqual({ ok: false, error: { kind: "not_a_paper_code" } });
});

test("every code reads back from its print, in either case", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const code = newPaperCode(() => bytes);
      expect(readPaperCode(printPaperCode(code).toLowerCase())).toEqual({ ok: true, value: code });
    }),
  );
});
