import type { Services } from "#app/server/services.server.ts";

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** A command that was asked for in the wrong way: exit 2, one line. */
export class WrongUse extends Error {}

/** An act that was understood and is refused: exit 1, and why. */
export class Refused extends Error {}

export type Command = {
  readonly name: string;
  /** The options and arguments as `--help` shows them. */
  readonly usage: string;
  readonly does: string;
  readonly options: Readonly<Record<string, { type: "string" | "boolean" }>>;
  /** Names of what stands without `--`, in order; all of them are needed. */
  readonly positionals?: readonly string[];
  /** Answers what `--json` prints, and the same as lines for people. */
  run(services: Services, options: OptionValues, positionals: readonly string[]): Promise<CommandAnswer>;
};

export type CommandAnswer = {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** False: the command did its work and found something wrong, exit 1. */
  readonly fine?: boolean;
};

export function needed(options: OptionValues, name: string): string {
  const value = options[name];
  if (typeof value !== "string" || value.trim() === "") throw new WrongUse(`--${name} is needed`);
  return value;
}
