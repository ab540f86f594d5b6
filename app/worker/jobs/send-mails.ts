import { sendDueMails } from "#app/server/messages/send-due-mails.server.ts";
import { openMailer } from "#app/server/messages/open-mailer.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";
import type { Services } from "#app/server/services.server.ts";

const IDLE_MS = 1_000;
const BATCH = 10;

/** Sends what waits in the mail outbox; without an SMTP server it is captured, to be read at /dev/outbox. */
export function startMails(services: Services): Job {
  const mailer = openMailer(services.config);
  return startLoop({ name: "mails", idleMs: IDLE_MS, log: services.log, turn: () => sendDueMails(services, { mailer, limit: BATCH }) }); // prettier-ignore
}
