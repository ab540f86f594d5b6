import type { Answer } from "./answers.ts";

export type Route<Call> = {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handle: (call: Call, ...parameters: string[]) => Answer | Promise<Answer>;
};

/** `route("GET /payments/:id", …)`: each `:name` becomes one argument, in order. */
export function route<Call>(
  pattern: string,
  handle: (call: Call, ...parameters: [string, string, string]) => Answer | Promise<Answer>,
): Route<Call> {
  const [method = "", path = ""] = pattern.split(" ");
  return { method, segments: path.split("/"), handle: handle as Route<Call>["handle"] };
}

export type Found<Call> =
  { kind: "found"; handle: (call: Call) => Answer | Promise<Answer> } | { kind: "wrong_method" } | { kind: "unknown" };

export function findRoute<Call>(
  routes: readonly Route<Call>[],
  { method, path }: { method: string; path: string },
): Found<Call> {
  const segments = path.split("/");
  const fitting = routes.filter((candidate) => fits(candidate.segments, segments));
  const chosen = fitting.find((candidate) => candidate.method === method);
  if (!chosen) return { kind: fitting.length > 0 ? "wrong_method" : "unknown" };
  const parameters = segments.filter((_, index) => chosen.segments[index]?.startsWith(":"));
  return { kind: "found", handle: (call) => chosen.handle(call, ...parameters) };
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (part.startsWith(":") ? segments[index] !== "" : part === segments[index]))
  );
}
