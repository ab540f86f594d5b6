import { z } from "zod";
import type { SimulatedClock } from "./clock.ts";
import { createId } from "./simulation.ts";
import type { Notice, NoticeReason, Payment, SimulatorState } from "./state.ts";

/** Mollie's waiting times before each of ten attempts, in minutes: 26 hours in all, then never again. */
const SCHEDULE_MINUTES = [0, 1, 2, 4, 8, 16, 29, 60, 120, 1320];

/** Finished notices that stay to be looked at. */
const KEPT_NOTICES = 5_000;

export const webhookModeSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("normal") }),
  /** Each notice is sent `copies` times more. */
  z.strictObject({
    mode: z.literal("duplicate"),
    copies: z.number().int().positive(),
    times: z.number().int().positive().optional(),
  }),
  z.strictObject({ mode: z.literal("lose"), times: z.number().int().positive().optional() }),
  /** Collected until they are released, in any order. */
  z.strictObject({ mode: z.literal("hold") }),
]);

export type WebhookMode = z.infer<typeof webhookModeSchema>;

export type WebhookSettings = {
  /** Multiplies the waiting times between attempts; 1 is Mollie's own. */
  readonly timeScale: number;
  /** How long the receiver may take, real time. */
  readonly timeoutMs: number;
};

export type Webhooks = {
  readonly setMode: (mode: WebhookMode) => void;
  readonly notify: (payment: Payment, reason: NoticeReason) => void;
  /** Sends a payment's notice now, `copies` at once, whatever the mode; settles when all are answered. */
  readonly sendNow: (payment: Payment, copies: number) => Promise<void>;
  /** Sends held notices one after another: all as they came, reversed, or those named in that order. */
  readonly release: (order?: "reverse" | readonly string[]) => Promise<void>;
  readonly sendDue: () => void;
  readonly nextDue: () => number | null;
  /** Settles when nothing is being sent and nothing is due. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
};

export function createWebhooks({
  state,
  clock,
  settings,
  changed,
}: {
  state: SimulatorState;
  clock: SimulatedClock;
  settings: WebhookSettings;
  changed: () => void;
}): Webhooks {
  const sending = new Map<string, Promise<void>>();
  const stopped = new AbortController();
  let mode: WebhookMode = { mode: "normal" };

  function note(payment: Payment, { reason, state: first }: { reason: NoticeReason; state: Notice["state"] }) {
    const url = payment.webhookUrl;
    if (url === null) return null;
    const now = clock.now();
    const notice: Notice = {
      ...{ id: createId("ntc"), paymentId: payment.id, url, reason, createdAt: now, attempts: [] },
      ...{ state: first, nextAt: first === "waiting" ? now : null },
    };
    state.notices.set(notice.id, notice);
    return notice;
  }

  function send(notice: Notice): Promise<void> {
    const attempt = callReceiver(notice, { settings, signal: stopped.signal }).then(({ status, error }) => {
      sending.delete(notice.id);
      if (stopped.signal.aborted) return;
      notice.attempts.push({ at: clock.now(), status, error });
      const delivered = status !== null && status >= 200 && status < 300;
      const wait = SCHEDULE_MINUTES[notice.attempts.length];
      notice.nextAt = delivered || wait === undefined ? null : clock.now() + wait * 60_000 * settings.timeScale;
      notice.state = delivered ? "delivered" : wait === undefined ? "given_up" : "waiting";
      changed();
    });
    notice.nextAt = null;
    notice.state = "waiting";
    sending.set(notice.id, attempt);
    return attempt;
  }

  function sendDue(): void {
    const now = clock.now();
    for (const notice of state.notices.values()) if (notice.nextAt !== null && notice.nextAt <= now) void send(notice);
    dropFinished(state.notices);
  }

  return {
    sendDue,
    setMode: (next) => {
      mode = next;
    },
    notify: (payment, reason) => {
      if (mode.mode === "hold") note(payment, { reason, state: "held" });
      else if (mode.mode === "lose") note(payment, { reason, state: "lost" });
      else {
        const copies = mode.mode === "duplicate" ? mode.copies : 0;
        for (let sent = 0; sent <= copies; sent += 1) note(payment, { reason, state: "waiting" });
      }
      mode = afterOneUse(mode);
    },
    sendNow: async (payment, copies) => {
      const notices = Array.from({ length: copies }, () => note(payment, { reason: "asked", state: "waiting" }));
      await Promise.all(notices.map((notice) => notice && send(notice)));
    },
    release: async (order) => {
      const held = [...state.notices.values()].filter((notice) => notice.state === "held");
      const chosen =
        order === "reverse" ? held.reverse() : (order?.map((id) => held.find((notice) => notice.id === id)) ?? held);
      for (const notice of chosen) if (notice) await send(notice);
    },
    nextDue: () => {
      let next = Number.POSITIVE_INFINITY;
      for (const { nextAt } of state.notices.values()) next = Math.min(next, nextAt ?? next);
      return Number.isFinite(next) ? next : null;
    },
    idle: async () => {
      sendDue();
      while (sending.size > 0) {
        await Promise.all(sending.values());
        sendDue();
      }
    },
    stop: () => {
      stopped.abort();
    },
  };
}

/** One call as Mollie makes it. Redirects are followed as Mollie does: 301 and 302 turn it into a GET without the id. */
async function callReceiver(
  { url, paymentId }: Notice,
  { settings, signal }: { settings: WebhookSettings; signal: AbortSignal },
): Promise<{ status: number | null; error: string | null }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": "Mollie HTTP client/1.0",
        accept: "*/*",
      },
      body: `id=${paymentId}`,
      signal: AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs)]),
    });
    await response.arrayBuffer();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.name : "unknown" };
  }
}

function afterOneUse(mode: WebhookMode): WebhookMode {
  if (!("times" in mode) || mode.times === undefined) return mode;
  return mode.times > 1 ? { ...mode, times: mode.times - 1 } : { mode: "normal" };
}

function dropFinished(notices: Map<string, Notice>): void {
  if (notices.size <= KEPT_NOTICES) return;
  for (const { id, state } of notices.values()) {
    if (state === "delivered" || state === "given_up" || state === "lost") notices.delete(id);
    if (notices.size <= KEPT_NOTICES) return;
  }
}
