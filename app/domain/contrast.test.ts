import fc from "fast-check";
import { expect, test } from "vitest";
import { brandColours, type Colour, contrast, DARK_GROUND, LIGHT_GROUND, parseColour, readableOn } from "./contrast.ts";

const colourOf = (text: string): Colour => {
  const read = parseColour(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((bits) => colourOf(bits.toString(16).padStart(6, "0")));

test.each([
  ["#8B3A1E", "#8b3a1e"],
  [" 8b3a1e ", "#8b3a1e"],
  ["#abc", "#aabbcc"],
])("%s is read as %s", (typed, read) => {
  expect(parseColour(typed)).toEqual({ ok: true, value: read });
});

test.each(["", "#12345", "rood", "#12345g", "url(x)"])("%s is no colour", (typed) => {
  expect(parseColour(typed).ok).toBe(false);
});

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  ["#777777", "#ffffff", 4.48],
  ["#ff0000", "#ffffff", 4],
])("%s on %s has a contrast of %d", (one, other, ratio) => {
  expect(contrast(colourOf(one), colourOf(other))).toBeCloseTo(ratio, 2);
});

test.each([
  ["#8b3a1e", "#8b3a1e", "#e3977c"],
  ["#ff0000", "#af0000", "#ff8686"],
  ["#ffd400", "#655400", "#ffd400"],
  ["#808080", "#555555", "#aaaaaa"],
])("%s becomes %s in the light and %s in the dark", (chosen, light, dark) => {
  const fits = readableOn(colourOf(chosen), LIGHT_GROUND);
  expect([fits, readableOn(colourOf(chosen), DARK_GROUND)]).toEqual([light, dark]);
});

test("whatever is chosen, what comes out can be read, and what could be read stays as it is", () => {
  fc.assert(
    fc.property(anyColour, (chosen) => {
      const light = readableOn(chosen, LIGHT_GROUND);
      const { dark } = brandColours(light);
      expect(contrast(light, LIGHT_GROUND)).toBeGreaterThanOrEqual(7);
      expect(contrast(light, colourOf("#ffffff"))).toBeGreaterThanOrEqual(7);
      expect(contrast(dark, DARK_GROUND)).toBeGreaterThanOrEqual(7);
      expect(contrast(dark, colourOf("#12161c"))).toBeGreaterThanOrEqual(7);
      if (contrast(chosen, LIGHT_GROUND) >= 7) expect(light).toBe(chosen);
      expect(readableOn(light, LIGHT_GROUND)).toBe(light);
    }),
  );
});
