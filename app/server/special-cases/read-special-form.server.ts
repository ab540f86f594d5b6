import type { LocalDate } from "#app/domain/calendar.ts";
import {
  COUNSELLOR_KINDS,
  type CounsellorKind,
  SPECIAL_QUESTIONS,
  type SpecialAnswers,
  type SpecialCaseAbout,
  type SpecialError,
  type SpecialField,
} from "#app/domain/special-case.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";

export const NO_SPECIAL_ANSWERS: SpecialAnswers = { kind: "", name: "", contact: "", reference: "", day: "", text: "" };

/** What was filled in, trimmed, of the fields that this form has. */
export function specialAnswersOf(form: URLSearchParams, about: SpecialCaseAbout): SpecialAnswers {
  const given = SPECIAL_QUESTIONS[about].map((field) => [field, (form.get(field) ?? "").trim().slice(0, KEPT)]);
  return { ...NO_SPECIAL_ANSWERS, ...(Object.fromEntries(given) as Partial<SpecialAnswers>) };
}

export type ReadSpecialForm = { readonly kind: CounsellorKind; readonly day: LocalDate | null };

/** Checks the answers. `kind` means something on the counsellor's form only. */
export function readSpecialForm(
  answers: SpecialAnswers,
  { about, today }: { about: SpecialCaseAbout; today: LocalDate },
): Result<ReadSpecialForm, readonly SpecialError[]> {
  const errors: SpecialError[] = [];
  const kind = COUNSELLOR_KINDS.find((known) => known === answers.kind);
  if (about === "counsellor" && kind === undefined) errors.push({ field: "kind", kind: "kind" });
  if (answers.name === "") errors.push({ field: "name", kind: "name" });
  const day = answers.day === "" ? null : parseTypedDay(answers.day);
  if (day !== null && (!day.ok || day.value > today)) errors.push({ field: "day", kind: "day" });
  for (const field of SPECIAL_QUESTIONS[about]) {
    if (answers[field].length > LONGEST[field]) errors.push({ field, kind: "tooLong" });
  }
  if (errors.length > 0) return err(errors);
  return ok({ kind: kind ?? "debt_counselling", day: day?.ok ? day.value : null });
}

const LONGEST: Readonly<Record<SpecialField, number>> = {
  kind: 40,
  name: 100,
  contact: 200,
  reference: 100,
  day: 40,
  text: 2_000,
};

const KEPT = 4_000;
