import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { claimNotices, type ClaimedNotice, finishNotice, postponeNotice } from "./notice-inbox.server.ts";
import { quarantineUnseen } from "./quarantine-unseen.server.ts";
import { settlePayment } from "./settle-payment.server.ts";

/** Takes notices that are due, at most `limit`, and settles what they are about. Answers how many it took. */
export async function settleDueNotices(services: Services, limit: number): Promise<number> {
  const notices = await claimNotices(services, limit);
  if (notices.length > 0) crashPoint("notice:claimed");
  await Promise.all(notices.map((notice) => settleNotice(services, notice)));
  return notices.length;
}

async function settleNotice(services: Services, notice: ClaimedNotice): Promise<void> {
  const settlement = await settlePayment(services, notice);
  const { kind } = settlement;
  crashPoint("notice:before-finish");
  switch (kind) {
    case "settled":
      return finishNotice(services, notice, null);
    case "unknown":
    case "quarantined":
      return finishNotice(services, notice, kind);
    case "no_answer":
    case "unseen": {
      const waitMs = retryAfterMs(notice.attempts);
      if (waitMs === null) {
        if (kind === "unseen") await quarantineUnseen(services, settlement.attempt);
        return finishNotice(services, notice, kind);
      }
      const until = new Date(services.clock.now().getTime() + waitMs);
      return postponeNotice(services, notice, { until, failure: kind });
    }
  }
}

const WAITS_MS = [5_000, 15_000, 60_000, 300_000];
const LONGEST_WAIT_MS = 900_000;
const MOST_ATTEMPTS = 20;

/** How long to wait after an attempt (1 is the first) that got no answer, or did not find the payment. Null: leave it to the sweeper, which asks for weeks. */
export function retryAfterMs(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : (WAITS_MS[attempts - 1] ?? LONGEST_WAIT_MS);
}
