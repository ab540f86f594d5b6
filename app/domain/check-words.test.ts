import { expect, test } from "vitest";
import { checkWordsFrom } from "./check-words.ts";

const every = Array.from({ length: 256 }, (_, byte) => checkWordsFrom(Uint8Array.of(byte, byte + 1))[0]);

test("each byte has a word of its own, short and without letters that sound alike", () => {
  expect(new Set(every).size).toBe(256);
  expect(every.filter((word) => !/^[a-z]{3,8}$/.test(word) || /ei|ij|au|ou/.test(word))).toEqual([]);
});

test("the words for some bytes never change", () => {
  expect(checkWordsFrom(Uint8Array.of(0, 255))).toEqual(["aap", "zon"]);
  expect(checkWordsFrom(Uint8Array.of(7, 100, 31))).toEqual(["appel", "kasteel"]);
});

test("two bytes that are the same give two words all the same", () => {
  expect(checkWordsFrom(Uint8Array.of(0, 0))).toEqual(["aap", "agenda"]);
  expect(checkWordsFrom(Uint8Array.of(255, 255))).toEqual(["zon", "aap"]);
});

test("one byte gives no words", () => {
  expect(() => checkWordsFrom(Uint8Array.of(1))).toThrow("two check words take two bytes");
});
