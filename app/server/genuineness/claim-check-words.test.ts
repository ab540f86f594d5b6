import { expect, test } from "vitest";
import { newAppKeyEntry, parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { checkWordsOf } from "./claim-check-words.server.ts";

function ringOf(entries: readonly string[]) {
  const ring = parseAppKeys(entries.join(","));
  if (!ring.ok) throw new Error(ring.error.faults.join());
  return ring.value;
}

const CLAIMS = Array.from({ length: 40 }, (_, index) => `clm_${index}`);

test("a claim keeps its words when a new key comes, and has others under another ring", () => {
  const [old, newer] = [newAppKeyEntry("old"), newAppKeyEntry("newer")];
  const before = CLAIMS.map((claim) => checkWordsOf(ringOf([old]), claim));
  expect(CLAIMS.map((claim) => checkWordsOf(ringOf([newer, old]), claim))).toEqual(before);
  expect(CLAIMS.map((claim) => checkWordsOf(ringOf([newer]), claim))).not.toEqual(before);
});

test("claims do not all have the same words", () => {
  const ring = ringOf([newAppKeyEntry("one")]);
  expect(new Set(CLAIMS.map((claim) => checkWordsOf(ring, claim).join(" "))).size).toBeGreaterThan(30);
});
