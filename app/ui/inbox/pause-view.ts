import type { LocalDate } from "#app/domain/calendar.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { DecidedByView, OwingView } from "./inbox-view.ts";

/** A pause as somebody who decides about it sees it. */
export type InboxPauseView = OwingView & {
  readonly id: string;
  readonly reason: PauseReason;
  readonly text: string;
  readonly by: DecidedByView;
  readonly startedOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly extended: number;
  readonly ended: { readonly by: DecidedByView; readonly on: LocalDate } | null;
  readonly letter: {
    readonly questionId: string;
    readonly subject: string;
    readonly text: string;
    readonly on: LocalDate;
  } | null;
};

export type PauseFormErrorView =
  | { readonly field: "until"; readonly kind: "not_a_day" | "past" }
  | { readonly field: "until"; readonly kind: "not_longer"; readonly untilOn: LocalDate | null }
  | { readonly field: "extendReason" | "endReason"; readonly kind: "missing" | "too_long" };

export type PauseFormAnswersView = Readonly<Record<"until" | "extendReason" | "endReason", string>>;

export const DONE_ON_PAUSE = ["extended", "ended"] as const;

export type DoneOnPause = (typeof DONE_ON_PAUSE)[number];
