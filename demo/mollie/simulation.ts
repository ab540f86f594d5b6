import { randomInt } from "node:crypto";
import type { SimulatedClock } from "./clock.ts";
import type { NoticeReason, Payment, SimulatorState } from "./state.ts";

/** Where Mollie's API lives; its links point there, also when the simulator answers. */
export const API_URL = "https://api.mollie.com/v2";

/** What every part of the simulator works on. */
export type Simulation = {
  readonly state: SimulatorState;
  readonly clock: SimulatedClock;
  readonly settings: Settings;
  /** Fields of a payment that GET shows otherwise than they are, by payment. */
  readonly tampered: Map<string, Readonly<Record<string, unknown>>>;
  /** Keys that the API refuses since their owner withdrew them. */
  readonly withdrawnKeys: Set<string>;
  /** Address of the simulator's pages, known once it listens. */
  publicUrl: string;
  readonly notify: (payment: Payment, reason: NoticeReason) => void;
  /** To be called after every change: saves, sends what is due, sets the alarm. */
  readonly changed: () => void;
};

export type Settings = {
  /** Whether an open iDEAL payment can be cancelled through the API. Mollie's own examples say it cannot. */
  cancelable: boolean;
  /** How long a refund made through the API stays pending; null: until the control says so. */
  refundAfterMs: number | null;
};

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

export function createId(prefix: "tr" | "re" | "chb" | "cst" | "mdt" | "ntc"): string {
  return `${prefix}_${Array.from({ length: 22 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
}
