import { endDuePauses } from "#app/server/pauses/end-due-pauses.server.ts";
import { askPause } from "#app/server/pauses/own-pause.server.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { openScenario, type Scenario, type TestDebt } from "../arrangements/scenario.ts";

export type PausingScenario = Scenario & {
  readonly ask: (debt: TestDebt) => Promise<number>;
  /** Reason, last day and whether it runs, the newest first. */
  readonly pausesOf: (debt: Pick<TestDebt, "claimId">) => Promise<string[]>;
  /** Kind, first and last day of what rests by a pause. */
  readonly holdsOf: (debt: Pick<TestDebt, "claimId">) => Promise<string[]>;
  readonly lettersOf: (debt: Pick<TestDebt, "claimId">) => Promise<string[]>;
  /** Half past ten that day, or another time, and whatever the calendar asks then. */
  readonly goOnTo: (date: LocalDate, time?: string) => Promise<void>;
};

/** A creditor whose claims can rest, on a Monday at eleven. */
export async function openPausing(): Promise<PausingScenario> {
  const scene = await openScenario();
  const { prisma } = scene.services.database;
  const day = (column: Date | null) => (column === null ? "open" : fromDateColumn(column));
  return {
    ...scene,
    ask: ({ debtor }) => askPause(scene.services, { debtor }),
    async pausesOf({ claimId }) {
      const rows = await prisma.pause.findMany({ where: { claimId }, orderBy: { id: "desc" } });
      return rows.map(({ reason, untilOn, endedAt }) => `${reason} ${day(untilOn)}${endedAt ? " ended" : ""}`);
    },
    async holdsOf({ claimId }) {
      const rows = await prisma.claimHold.findMany({ where: { claimId, source: { startsWith: "pau_" } }, orderBy: [{ fromOn: "asc" }, { kind: "asc" }] }); // prettier-ignore
      return rows.map(({ kind, fromOn, toOn }) => `${kind} ${day(fromOn)} ${day(toOn)}`);
    },
    async lettersOf({ claimId }) {
      const rows = await prisma.message.findMany({
        where: { claimId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return rows.map(({ direction, subject }) => `${direction} ${subject}`);
    },
    async goOnTo(date, time = "09:30") {
      scene.services.clock.moveTo(`${date}T${time}:00.000Z`);
      while ((await endDuePauses(scene.services, 20)) > 0);
    },
  };
}
