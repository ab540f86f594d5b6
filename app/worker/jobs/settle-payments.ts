import { NOTICE_CHANNEL, RETURNED_CHANNEL } from "#app/server/payments/payment-notifications.server.ts";
import { createReturnChecks } from "#app/server/payments/return-checks.server.ts";
import { settleDueNotices } from "#app/server/payments/settle-notices.server.ts";
import { sweepPayments } from "#app/server/payments/sweep-payments.server.ts";
import { sweepRefunds } from "#app/server/payments/sweep-refunds.server.ts";
import { listenTo } from "#app/server/platform/database/notifications.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type Job, startLoop } from "#app/worker/loop.ts";

const IDLE_MS = 1_000;
const SWEEP_BATCH = 50;

/**
 * Settles payments and refunds: those the provider sent notice of, those whose time to ask has come, and those whose debtor just came
 * back from the bank. Notices are taken one by one by `concurrency` loops, so that a slow answer holds up no other.
 */
export function startSettling(services: Services, { concurrency }: { concurrency: number }): Job {
  const { log, databaseUrl: url } = services;
  const notices = Array.from({ length: concurrency }, () =>
    startLoop({ name: "notices", idleMs: IDLE_MS, log, turn: () => settleDueNotices(services, 1) }),
  );
  const sweep = startLoop({ name: "sweep", idleMs: IDLE_MS, log, turn: () => sweepPayments(services, SWEEP_BATCH) });
  const refunds = startLoop({ name: "refunds", idleMs: IDLE_MS, log, turn: () => sweepRefunds(services, SWEEP_BATCH) });
  const returns = createReturnChecks(services);
  const wakeAll = () => {
    for (const loop of notices) loop.wake();
  };
  const listening = [
    listenTo({ url, log, channel: NOTICE_CHANNEL, onNotice: wakeAll }),
    listenTo({ url, log, channel: RETURNED_CHANNEL, onNotice: returns.check }),
  ];

  return {
    async stop() {
      await Promise.all([...listening, sweep, refunds, ...notices].map((part) => part.stop()));
      await returns.idle();
    },
  };
}
