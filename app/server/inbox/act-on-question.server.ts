import type { QuestionOutcome } from "#app/domain/question.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { answerQuestion } from "#app/server/questions/answer-question.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type QuestionFormError = { readonly field: "text" | "declineText"; readonly kind: "missing" | "too_long" };

export type QuestionActFault =
  | { readonly kind: "not_found" | "answered" }
  | {
      readonly kind: "incomplete";
      readonly error: QuestionFormError;
      /** What was typed, kept as it was. */
      readonly typed: string;
    };

const MOST_CHARACTERS = 4_000;

const OUTCOMES = { handle: "handled", apply: "applied", decline: "declined" } as const satisfies Record<string, QuestionOutcome>; // prettier-ignore

type Order = { readonly grant: CreditorGrant; readonly questionId: string; readonly form: URLSearchParams };

/** Does what a form on a question's page asks, in the name of the user who sent it. Who turns something down says why. */
export async function actOnQuestion(
  services: Services,
  { grant, questionId, form }: Order,
): Promise<Result<QuestionOutcome, QuestionActFault>> {
  const act = form.get("act") ?? "";
  const outcome = Object.hasOwn(OUTCOMES, act) ? OUTCOMES[act as keyof typeof OUTCOMES] : null;
  if (outcome === null) return err({ kind: "not_found" });
  const field = outcome === "declined" ? "declineText" : "text";
  const typed = form.get(field) ?? "";
  const text = typed.replaceAll("\r\n", "\n").trim();
  const fault = outcome === "declined" && text === "" ? "missing" : text.length > MOST_CHARACTERS ? "too_long" : null;
  if (fault !== null) return err({ kind: "incomplete", error: { field, kind: fault }, typed: typed.slice(0, 8_000) });
  const { creditorId, userId } = grant;
  const answered = await answerQuestion(services, { creditorId, questionId, outcome, text, actor: `user:${userId}` });
  if (answered.ok) return ok(outcome);
  return err({ kind: answered.error.kind === "already_answered" ? "answered" : "not_found" });
}
