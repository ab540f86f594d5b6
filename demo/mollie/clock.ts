/** The simulator's own time: the given clock plus an offset that tests move. Epoch milliseconds. */
export type SimulatedClock = {
  readonly now: () => number;
  readonly offsetMs: () => number;
  readonly setOffset: (ms: number) => void;
};

export function createClock(base: () => Date): SimulatedClock {
  let offset = 0;
  return {
    now: () => base().getTime() + offset,
    offsetMs: () => offset,
    setOffset: (ms) => {
      offset = ms;
    },
  };
}

/** As the API writes times: `2026-03-20T09:13:37+00:00`. */
export function toApiTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}+00:00`;
}

export type Alarm = { readonly rearm: () => void; readonly stop: () => void };

/** Calls `ring` when the earliest due time has come; ask it to look again with `rearm` after every change. */
export function createAlarm({
  clock,
  nextDue,
  ring,
}: {
  clock: SimulatedClock;
  nextDue: () => number | null;
  ring: () => void;
}): Alarm {
  const longestTimeout = 2 ** 31 - 1;
  let timer: NodeJS.Timeout | undefined;
  return {
    rearm: () => {
      clearTimeout(timer);
      const due = nextDue();
      if (due === null) return;
      timer = setTimeout(ring, Math.min(Math.max(due - clock.now(), 0), longestTimeout));
      timer.unref();
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
