import { inspect } from "node:util";
import { expect, test } from "vitest";
import { deriveKey, hmacSecrets, newAppKeyEntry, parseAppKeys, type KeyRing } from "./key-ring.server.ts";

const first = Buffer.alloc(32, 1).toString("base64");
const second = Buffer.alloc(48, 2).toString("base64");

function ring(text: string): KeyRing {
  const parsed = parseAppKeys(text);
  if (!parsed.ok) throw new Error(parsed.error.faults.join());
  return parsed.value;
}

test("keys are read newest first", () => {
  const keys = ring(`new:${second}, k-1:${first}`);
  expect(keys.newest.id).toBe("new");
  expect(keys.all.map(({ id }) => id)).toEqual(["new", "k-1"]);
});

test("every fault is named at once and no secret is shown", () => {
  const parsed = parseAppKeys(`${first},A_b:${first},short:${Buffer.alloc(31).toString("base64")},bad:***,:,`);
  expect(parsed).toEqual({
    ok: false,
    error: {
      kind: "invalid_app_keys",
      faults: [
        "key 1: is not written id:base64",
        "key 2: its id must be 1 to 32 of a-z, 0-9 and -",
        "key 3: its secret has 31 bytes, at least 32 are needed",
        "key 4: its secret is not base64",
        "key 5: its id must be 1 to 32 of a-z, 0-9 and -",
        "key 5: its secret is not base64",
        "key 6: is not written id:base64",
      ],
    },
  });
});

test("an id or a secret used twice is a fault", () => {
  expect(parseAppKeys(`a:${first},a:${second},b:${first}`)).toMatchObject({
    error: { faults: ['key 2: its id "a" is used twice', "key 3: its secret is used twice"] },
  });
});

test("an empty text is a fault", () => {
  expect(parseAppKeys("")).toMatchObject({ error: { faults: ["key 1: is not written id:base64"] } });
});

test("a new entry can be read", () => {
  expect(ring(newAppKeyEntry("2026-11")).newest.id).toBe("2026-11");
  expect(newAppKeyEntry("a")).not.toBe(newAppKeyEntry("a"));
});

test("a derived key is fixed for a secret and a purpose", () => {
  const { newest } = ring(`a:${first}`);
  expect(deriveKey(newest, "one").toString("hex")).toBe(
    "7cd8b6dbd2e732b73253613981f93f4ede4ddf88c81c3f6c76fe7711e4a90fd9",
  );
  expect(deriveKey(newest, "two")).not.toEqual(deriveKey(newest, "one"));
});

test("secrets for signing stand newest first", () => {
  const both = hmacSecrets(ring(`b:${second},a:${first}`), "cookie");
  expect(both).toEqual([...hmacSecrets(ring(`b:${second}`), "cookie"), ...hmacSecrets(ring(`a:${first}`), "cookie")]);
  expect(both[0]).toHaveLength(43);
});

test("a key ring that is logged shows no secret", () => {
  const keys = ring(`a:${first}`);
  expect(JSON.stringify(keys) + inspect(keys, { depth: 9, showHidden: true })).not.toMatch(/AQEB|01 ?01|1, 1/);
});
