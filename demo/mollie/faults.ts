import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { problem, type Answer } from "./answers.ts";

/**
 * Something that goes wrong with requests to the API. `when` says whether before the request is handled (nothing has
 * happened) or after (a payment exists, and the caller does not learn of it). Without `times` it stays until cleared.
 */
export const faultSchema = z.strictObject({
  kind: z.enum(["latency", "error", "reset", "no_answer"]),
  when: z.enum(["before", "after"]).default("before"),
  times: z.number().int().positive().optional(),
  /** Only requests with this method and a path that starts like this. */
  method: z.enum(["GET", "POST", "PATCH", "DELETE"]).optional(),
  path: z.string().optional(),
  /** For latency. */
  ms: z.number().int().nonnegative().default(0),
  /** For error. */
  status: z.number().int().min(400).max(599).default(500),
  retryAfterSeconds: z.number().int().nonnegative().optional(),
});

export type Fault = z.output<typeof faultSchema>;
export type FaultRequest = z.input<typeof faultSchema>;

export type Faults = {
  readonly add: (fault: FaultRequest) => void;
  readonly clear: () => void;
  /** The faults that hit this request; each use counts. */
  readonly take: (request: { method: string; path: string }) => Fault[];
};

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      const parsed = faultSchema.parse(fault);
      active.push({ fault: parsed, left: parsed.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      active = [];
    },
    take: ({ method, path }) => {
      const hits = active.filter(
        ({ fault }) =>
          (fault.method === undefined || fault.method === method) &&
          (fault.path === undefined || path.startsWith(fault.path)),
      );
      for (const hit of hits) hit.left -= 1;
      active = active.filter(({ left }) => left > 0);
      return hits.map(({ fault }) => fault);
    },
  };
}

/** What becomes of a request: an answer, a connection reset, or silence. */
export type Reply =
  { readonly kind: "answer"; readonly answer: Answer } | { readonly kind: "reset" } | { readonly kind: "no_answer" };

/** Lets the faults of one moment happen: waits out the latency, then says what is to be done instead of answering; null for nothing. */
export async function applyFaults(faults: readonly Fault[], when: Fault["when"]): Promise<Reply | null> {
  const now = faults.filter((fault) => fault.when === when);
  for (const { kind, ms } of now) if (kind === "latency") await pause(ms, undefined, { ref: false });
  const fatal = now.find(({ kind }) => kind !== "latency");
  if (!fatal) return null;
  if (fatal.kind !== "error") return { kind: fatal.kind === "reset" ? "reset" : "no_answer" };
  const answer = problem(fatal.status, "The simulator was told to fail");
  if (fatal.retryAfterSeconds === undefined) return { kind: "answer", answer };
  return { kind: "answer", answer: { ...answer, headers: { "retry-after": String(fatal.retryAfterSeconds) } } };
}
