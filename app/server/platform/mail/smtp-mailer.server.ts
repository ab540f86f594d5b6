import { createTransport } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { MailSender } from "./mail-sender.server.ts";
import type { Mail, MailError, Mailer } from "./mailer.server.ts";

export type SmtpMailerSettings = {
  /** `smtps://user:password@host:465` or `smtp://host:587` (STARTTLS where the server offers it). */
  readonly url: string;
  readonly from: MailSender;
  /** A mail that is not taken within this time counts as not sent. */
  readonly deadlineMs?: number;
};

const SECOND_MS = 1000;

/** Sends through an SMTP server over a few kept connections. `close` when the process ends. */
export function createSmtpMailer(settings: SmtpMailerSettings): Mailer & { readonly close: () => void } {
  const { url, from, deadlineMs = 30 * SECOND_MS } = settings;
  const atMost = (seconds: number) => Math.min(seconds * SECOND_MS, deadlineMs);
  const options: SMTPPool.Options = {
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: atMost(10),
    dnsTimeout: atMost(10),
    greetingTimeout: atMost(10),
    socketTimeout: atMost(20),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(options);

  async function send(mail: Mail): Promise<Result<void, MailError>> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<Result<void, MailError>>((resolve) => {
      timer = setTimeout(() => resolve(err({ kind: "temporary", reason: "timeout" })), deadlineMs);
    });
    const sent = transport.sendMail(smtpMessage(mail, from)).then(
      () => ok(undefined),
      (error: unknown) => err(smtpError(error)),
    );
    try {
      return await Promise.race([sent, deadline]);
    } finally {
      clearTimeout(timer);
    }
  }

  return { send, close: () => transport.close() };
}

function smtpMessage(mail: Mail, from: MailSender): SMTPPool.MailOptions {
  return {
    messageId: `<${mail.messageId}@${from.domain}>`,
    from: { name: from.name, address: from.address },
    // As an object, so that a comma in an address can never make it two.
    to: { name: "", address: mail.to },
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: "", address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Keeps holiday replies from answering (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

type SmtpFailure = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown };

function smtpError(error: unknown): MailError {
  const { code, command, responseCode, response } = error as SmtpFailure;
  return { ...classify(code, command, responseCode), ...replyCodes(responseCode, response) };
}

/** Only what the server says of this mail or its receiver is final; our own login or sender can be put right. */
function classify(code: unknown, command: unknown, replyCode: unknown): Pick<MailError, "kind" | "reason"> {
  if (code === "ETIMEDOUT") return { kind: "temporary", reason: "timeout" };
  if (code === "EAUTH" || code === "ENOAUTH" || replyCode === 530)
    return { kind: "temporary", reason: "authentication" };
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return { kind: "temporary", reason: "unreachable" };
  if (code === "EENVELOPE" && command === "MAIL FROM") return { kind: "temporary", reason: "sender_refused" };
  const later = typeof replyCode === "number" && replyCode < 500;
  return { kind: later ? "temporary" : "permanent", reason: "refused" };
}

function replyCodes(replyCode: unknown, response: unknown): Pick<MailError, "replyCode" | "enhancedCode"> {
  if (typeof replyCode !== "number") return {};
  const enhancedCode =
    typeof response === "string" ? /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : null;
  return enhancedCode ? { replyCode, enhancedCode } : { replyCode };
}
