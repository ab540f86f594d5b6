import type { Log } from "#app/server/platform/log/log.server.ts";

export type Job = { stop(): Promise<void> };

/** `wake`: there may be work, so end the pause, or let the running turn be followed by another at once. */
export type Loop = Job & { wake(): void };

/**
 * Runs `turn` again and again: at once while it says that it found work, after `idleMs` or a `wake` otherwise. A turn
 * that fails is logged and tried again after the same pause, which nobody cuts short. `stop` lets the running turn end.
 */
export function startLoop(options: { name: string; idleMs: number; log: Log; turn: () => Promise<number> }): Loop {
  let stopped = false;
  let failed = false;
  let woken = false;
  let endPause = () => {};

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, options.idleMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function turn(): Promise<number> {
    woken = false;
    failed = false;
    try {
      return await options.turn();
    } catch (error) {
      failed = true;
      options.log.error({ err: error, job: options.name }, "job failed, tries again");
      return 0;
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const found = await turn();
      if (!stopped && (failed || (found === 0 && !woken))) await pause();
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      if (!failed) endPause();
    },
    async stop() {
      stopped = true;
      endPause();
      await running;
    },
  };
}
