/** One webhook as it came in, whether or not it could be trusted. */
export type ReceivedWebhook = {
  readonly receivedAt: Date;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  /** Null when the signature was right, else what was wrong with it. */
  readonly problem: string | null;
  /** Seen before by its `webhook-id`: answered, but not to be booked twice. */
  readonly duplicate: boolean;
  readonly event: ReceivedEvent | null;
};

export type ReceivedEvent = {
  readonly type: string;
  readonly timestamp: string;
  readonly sequence: number | null;
  readonly claimReference: string | null;
};
