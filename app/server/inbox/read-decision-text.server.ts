import { err, ok, type Result } from "#app/domain/result.ts";

const MOST_CHARACTERS = 1_000;

export type TextFault = "reason_missing" | "reason_too_long";

/** What somebody writes to a debtor about a decision, as long as the API allows. */
export function readDecisionText(typed: string): Result<string, TextFault> {
  const text = typed.replaceAll("\r\n", "\n").trim();
  if (text === "") return err("reason_missing");
  return text.length > MOST_CHARACTERS ? err("reason_too_long") : ok(text);
}
