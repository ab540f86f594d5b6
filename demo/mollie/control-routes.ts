import { ZodError } from "zod";
import { problem, type Answer } from "./answers.ts";
import { UnknownObject, type Control } from "./control.ts";
import { controlRequests } from "./control-requests.ts";

/** `POST /control/<act>` with the act's argument as JSON; answers `{"result": …}`. */
export async function answerControl(
  control: Control,
  { method, act, body }: { method: string; act: string; body: unknown },
): Promise<Answer> {
  if (!Object.hasOwn(controlRequests, act)) return problem(404, `The control knows no ${act}`);
  if (method !== "POST") return problem(405, "The control is spoken to by POST");
  const perform = control[act as keyof Control] as (request: unknown) => unknown;
  try {
    return { status: 200, body: { result: (await perform(body)) ?? null } };
  } catch (error) {
    if (error instanceof UnknownObject) return problem(404, error.message);
    if (error instanceof ZodError) return problem(422, error.issues.map(describeIssue).join("; "));
    throw error;
  }
}

function describeIssue({ path, message }: { path: PropertyKey[]; message: string }): string {
  return path.length > 0 ? `${path.map(String).join(".")}: ${message}` : message;
}
