import { expect, test } from "vitest";
import { hardSpots, sentencesOf } from "./plain-language.ts";

test("words above B1 are named, each once, also with a capital", () => {
  expect(hardSpots("Indien u niet betaalt, dient u te bellen. Wij bellen indien nodig.")).toEqual([
    { kind: "hard_word", word: "Indien" },
    { kind: "hard_word", word: "dient" },
  ]);
  expect(hardSpots("Wij zijn diensten. U voldoende? Reedsel.")).toEqual([]);
});

test("a sentence of twenty-five words is short enough, one of twenty-six is not", () => {
  const words = (count: number) => `${Array.from({ length: count }, () => "woord").join(" ")}.`;
  expect(hardSpots(words(25))).toEqual([]);
  expect(hardSpots(`Kort. ${words(26)}`)).toEqual([
    { kind: "long_sentence", words: 26, sentence: words(26).slice(0, -1) },
  ]);
});

test("sentences end at marks and empty lines; amounts and marks alone are no end", () => {
  expect(sentencesOf("Betaal € 1.234,56 nu. Of bel!\n\nGroet - wij").map(({ words }) => words)).toEqual([3, 2, 2]);
});
