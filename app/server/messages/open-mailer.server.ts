import type { Config } from "#app/server/platform/config/config.server.ts";
import { createSmtpMailer } from "#app/server/platform/mail/smtp-mailer.server.ts";
import type { Mailer } from "#app/server/platform/mail/mailer.server.ts";

/** The way mail goes out, or null where none is set up and mail is captured instead. */
export function openMailer(config: Config): Mailer | null {
  if (config.smtpUrl === null) return null;
  return createSmtpMailer({ url: config.smtpUrl, from: config.mailFrom });
}
