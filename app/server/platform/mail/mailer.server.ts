import type { Result } from "#app/domain/result.ts";

export type Mail = {
  /** Our own id of the message. The same id twice is the same mail, also to the receiving server. */
  readonly messageId: string;
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string;
};

/** Why a mail did not go. Holds no address and no text of the other server, so it may be logged. */
export type MailError = {
  /** `temporary`: try again later. `permanent`: this mail will never be taken. */
  readonly kind: "temporary" | "permanent";
  readonly reason: "unreachable" | "timeout" | "authentication" | "sender_refused" | "refused";
  /** The reply code of the other server, such as 550. */
  readonly replyCode?: number;
  /** The enhanced status code of the other server, such as 5.1.1 (RFC 3463). */
  readonly enhancedCode?: string;
};

/** Hands a mail to a mail server. Done means that the server took it, not that it arrived. */
export type Mailer = { readonly send: (mail: Mail) => Promise<Result<void, MailError>> };
