/** What was typed and chosen in a form, by the names of its fields. */
export type FormAnswers = Readonly<Record<string, readonly string[]>>;

export function answerOf(answers: FormAnswers, name: string): string {
  return answers[name]?.[0] ?? "";
}

export function answersOf(answers: FormAnswers, name: string): readonly string[] {
  return answers[name] ?? [];
}
