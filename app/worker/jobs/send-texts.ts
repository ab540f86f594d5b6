import { sendDueTexts } from "#app/server/messages/send-due-texts.server.ts";
import { createHttpSmsSender } from "#app/server/platform/sms/http-sms-sender.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";
import type { Services } from "#app/server/services.server.ts";

const IDLE_MS = 1_000;
const BATCH = 10;

/** Sends text messages that wait; without a provider they are captured, to be read at /dev/outbox. */
export function startTexts(services: Services): Job {
  const { smsUrl } = services.config;
  const sender = smsUrl && createHttpSmsSender({ url: smsUrl });
  return startLoop({ name: "texts", idleMs: IDLE_MS, log: services.log, turn: () => sendDueTexts(services, { sender, limit: BATCH }) }); // prettier-ignore
}
