import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Log } from "#app/server/platform/log/log.server.ts";

export type ImageType = "image/jpeg" | "image/png" | "image/webp";

/** logo: a small PNG of it, to stand beside a name. */
export type Conversion = { readonly kind: "image" | "logo" | "pdf"; readonly bytes: Uint8Array };

/** An image made anew from its pixels, or the pages of a PDF as PNG, at most the first twenty. */
export type Converted =
  | { readonly kind: "image"; readonly mediaType: ImageType; readonly bytes: Uint8Array }
  | { readonly kind: "pdf"; readonly pages: readonly Uint8Array[] };

export type ConversionFailure = {
  readonly kind: "too_many_pixels" | "broken_image" | "encrypted_pdf" | "too_many_pages" | "broken_pdf" | "busy";
};

/** Looks into files that come from anybody. */
export type FileConverter = {
  readonly convert: (asked: Conversion) => Promise<Result<Converted, ConversionFailure>>;
};

/** What the other process answers. */
export type ConverterAnswer = Result<Converted, ConversionFailure>;

export type ConverterProgram = {
  readonly file: string;
  /** Options of Node, such as what it takes to run the source. */
  readonly execArgv: readonly string[];
};

export const BUILT_CONVERTER: ConverterProgram = { file: path.resolve("build/processes/converter.js"), execArgv: [] };

type Deadlines = Readonly<Record<Conversion["kind"], number>>;

const DEADLINES_MS: Deadlines = { image: 10_000, logo: 10_000, pdf: 20_000 };
const MOST_WAITING = 30;

/** All that it gets to know. */
const ENVIRONMENT: Readonly<Record<string, string>> = { PATH: process.env["PATH"] ?? "" };

/**
 * Converts in a process of its own for each file, one at a time. It gets no settings and no keys, and is ended when it
 * takes longer than 10 seconds over an image or 20 over a PDF: whatever a file does to it, only that file is refused.
 */
export function openFileConverter(
  program: ConverterProgram,
  { log, deadlines = DEADLINES_MS }: { log: Pick<Log, "warn">; deadlines?: Deadlines },
): FileConverter {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async convert(asked) {
      if (waiting >= MOST_WAITING) return err({ kind: "busy" });
      waiting += 1;
      const turn = last.then(() => runOnce(program, asked, deadlines[asked.kind]));
      last = turn;
      const { answer, ended } = await turn;
      waiting -= 1;
      if (answer) return answer;
      log.warn({ kind: asked.kind, size: asked.bytes.byteLength, ended }, "a file was not converted");
      return err({ kind: asked.kind === "pdf" ? "broken_pdf" : "broken_image" });
    },
  };
}

type Run = { readonly answer: ConverterAnswer | null; readonly ended: number | string | null };

/** A machine without room for one more process says so in several ways. */
function started(file: string, execArgv: readonly string[]): ChildProcess | Error {
  try {
    const child = fork(file, {
      execArgv: [...execArgv, "--max-old-space-size=512"],
      env: ENVIRONMENT as NodeJS.ProcessEnv,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    if (child.channel) return child;
    child.on("error", () => undefined);
    return new Error("no channel to the process");
  } catch (error) {
    return error instanceof Error ? error : new Error("no process");
  }
}

/** Never rejects: without an answer it says how the process ended. */
function runOnce({ file, execArgv }: ConverterProgram, asked: Conversion, deadlineMs: number): Promise<Run> {
  return new Promise((resolve) => {
    const child = started(file, execArgv);
    if (child instanceof Error) return resolve({ answer: null, ended: child.message });
    let answer: ConverterAnswer | null = null;
    const timeout = setTimeout(() => child.kill("SIGKILL"), deadlineMs);
    child.once("message", (message) => {
      answer = readAnswer(message as ConverterAnswer);
      child.kill("SIGKILL");
    });
    child.once("error", (error) => finish(error.message));
    child.once("exit", (code, signal) => finish(code ?? signal));
    child.send(asked, (error) => void (error && child.kill("SIGKILL")));

    function finish(ended: number | string | null): void {
      clearTimeout(timeout);
      resolve({ answer, ended });
    }
  });
}

/** Bytes come over as the view they were; a copy keeps nothing else alive. */
function readAnswer(answer: ConverterAnswer): ConverterAnswer {
  if (!answer.ok) return answer;
  const { value } = answer;
  if (value.kind === "pdf") return ok({ kind: "pdf", pages: value.pages.map((page) => Uint8Array.from(page)) });
  return ok({ ...value, bytes: Uint8Array.from(value.bytes) });
}
