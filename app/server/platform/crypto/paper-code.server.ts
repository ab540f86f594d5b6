import { randomBytes as nodeRandomBytes } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import { westernDigits } from "#app/domain/western-digits.ts";
import { bytesToBigInt, encodeCrockford } from "./crockford.server.ts";
import type { RandomBytes } from "./random-id.server.ts";

/** A new code for a letter: 128 random bits as 26 characters of Crockford base 32, capitals, without groups. */
export function newPaperCode(randomBytes: RandomBytes = nodeRandomBytes): string {
  return encodeCrockford(bytesToBigInt(randomBytes(16)), 26).toUpperCase();
}

/**
 * The code somebody meant: small letters or capitals, spaces and dashes anywhere, O for 0, I and L for 1,
 * the digits of an Arabic keyboard. Only the form is checked.
 * Hash the value of this, never what was typed.
 */
export function readPaperCode(typed: string): Result<string, { kind: "not_a_paper_code" }> {
  const code = westernDigits(typed)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(code) ? ok(code) : err({ kind: "not_a_paper_code" });
}

/** `0123-4567-89AB-CDEF-GHJK-MNPQ-RS`: six groups of four and one of two. */
export function printPaperCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
