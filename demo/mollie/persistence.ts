import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createState, type Notice, type SimulatorState } from "./state.ts";

/** Reads what an earlier run wrote; a file that is not there is an empty start, one that cannot be read is an error. */
export function readState(path: string): SimulatorState {
  const text = readIfPresent(path);
  if (text === null) return createState();
  const entries = JSON.parse(text) as { [K in keyof SimulatorState]: [string, never][] };
  return {
    payments: new Map(entries.payments),
    refunds: new Map(entries.refunds),
    chargebacks: new Map(entries.chargebacks),
    customers: new Map(entries.customers),
    mandates: new Map(entries.mandates),
    notices: new Map((entries.notices as [string, Notice][]).map(([id, notice]) => [id, resumed(notice)])),
    // A request that was being handled when the process ended was not handled.
    answers: new Map((entries.answers as [string, { answer: unknown }][]).filter(([, { answer }]) => answer)) as never,
  };
}

export type StateWriter = { readonly save: () => void; readonly flush: () => Promise<void> };

/** Writes beside the file and renames, so that a crash leaves the old state or the new one. Saves during a write become one more write. */
export function createStateWriter(path: string, state: SimulatorState): StateWriter {
  let writing: Promise<void> | null = null;
  let dirty = false;

  async function write(): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    while (dirty) {
      dirty = false;
      const text = JSON.stringify(Object.fromEntries(Object.entries(state).map(([key, map]) => [key, [...map]])));
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    }
    writing = null;
  }

  return {
    save: () => {
      dirty = true;
      writing ??= write();
    },
    flush: async () => {
      await writing;
    },
  };
}

/** A notice that was on its way when the process ended goes again. */
function resumed(notice: Notice): Notice {
  return notice.state === "waiting" && notice.nextAt === null ? { ...notice, nextAt: 0 } : notice;
}

function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
