import type { ReactNode } from "react";

export type NoteTone = "calm" | "wait" | "problem";

const TONES: Readonly<Record<NoteTone, string>> = {
  calm: "border-green bg-green-soft",
  wait: "border-amber bg-amber-soft",
  problem: "border-red bg-red-soft",
};

/** Something to know before going on. */
export function Note({ tone = "calm", children }: { tone?: NoteTone | undefined; children: ReactNode }) {
  return (
    <div className={`my-4 rounded-e-[10px] border-s-[5px] px-4 py-3 [&>:last-child]:mb-0 ${TONES[tone]}`}>
      {children}
    </div>
  );
}
