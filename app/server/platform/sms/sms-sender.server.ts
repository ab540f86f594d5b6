import type { Result } from "#app/domain/result.ts";

export type TextMessage = {
  /** Our own id of the message: the same id twice is the same message. */
  readonly id: string;
  /** E.164, such as +31612345678. */
  readonly to: string;
  readonly text: string;
};

/** Why a text message did not go. Holds no number and no text of the other server, so it may be logged. */
export type SmsError = {
  /** `temporary`: try again later. `permanent`: it will never be taken. */
  readonly kind: "temporary" | "permanent";
  readonly reason: "unreachable" | "timeout" | "refused";
  /** The status of the other server's answer. */
  readonly status?: number;
};

/** Hands a text message to a provider. Done means that the provider took it, not that it arrived. */
export type SmsSender = { readonly send: (message: TextMessage) => Promise<Result<void, SmsError>> };
