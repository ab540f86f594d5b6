import { err, ok, type Result } from "#app/domain/result.ts";

export type AnswerFault = "answer_missing" | "answer_too_long";

const MOST_CHARACTERS = 4_000;

/** The answer to a debtor, without the space around it. */
export function readAnswerText(typed: string): Result<string, AnswerFault> {
  const text = typed.replaceAll("\r\n", "\n").trim();
  if (text === "") return err("answer_missing");
  return text.length > MOST_CHARACTERS ? err("answer_too_long") : ok(text);
}
