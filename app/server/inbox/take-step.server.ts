import type { Result } from "#app/domain/result.ts";

/** Where an act of two steps is: the form, the page that says what will happen, or done. */
export type Step<Answers, Check, Fault> =
  | { readonly step: "form"; readonly answers: Answers; readonly errors: readonly Fault[] }
  | { readonly step: "check"; readonly answers: Answers; readonly check: Check; readonly changed: boolean }
  | { readonly step: "done" };

type Work<Answers, Ready, Check, Fault> = {
  readonly form: URLSearchParams;
  /** What was typed, word for word. */
  readonly answers: Answers;
  readonly read: () => Result<Ready, readonly Fault[]>;
  /** What will happen, and a text that names it: it is done only while it would still be the same. */
  readonly check: (ready: Ready) => Promise<Result<Check & { readonly shown: string }, readonly Fault[]>>;
  /** Whether exactly this was done before: somebody pressed twice, or the answer never came. */
  readonly isDone: (ready: Ready) => Promise<boolean>;
  readonly perform: (ready: Ready) => Promise<Result<unknown, readonly Fault[]>>;
};

/** check: says what will happen. edit: back to the form. do: does exactly what was shown, once however often it is pressed. */
export async function takeStep<Answers, Ready, Check, Fault>(
  work: Work<Answers, Ready, Check, Fault>,
): Promise<Step<Answers, Check & { readonly shown: string }, Fault>> {
  const { form, answers, read } = work;
  const act = form.get("act");
  if (act === "edit") return { step: "form", answers, errors: [] };
  const ready = read();
  if (!ready.ok) return { step: "form", answers, errors: ready.error };
  if (act === "do" && (await work.isDone(ready.value))) return { step: "done" };
  const checked = await work.check(ready.value);
  if (!checked.ok) return { step: "form", answers, errors: checked.error };
  const check = checked.value;
  if (act !== "do") return { step: "check", answers, check, changed: false };
  if (form.get("shown") !== check.shown) return { step: "check", answers, check, changed: true };
  const done = await work.perform(ready.value);
  return done.ok ? { step: "done" } : { step: "form", answers, errors: done.error };
}
