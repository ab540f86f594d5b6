const LARGEST_BODY_BYTES = 20_000;

/**
 * The body of a webhook as the exact text that is stored, signed and sent: written once and never made again.
 * `timestamp` is when it happened; `sequence` counts per claim from 1, without gaps. An event about no claim
 * (`webhook.test`) has neither sequence nor claim. Events are thin: more than 20 kB throws.
 */
export function eventBody(event: {
  readonly type: string;
  readonly timestamp: Date;
  readonly sequence?: number;
  readonly claim?: { readonly id: string; readonly reference: string };
  readonly data: Readonly<Record<string, unknown>>;
}): string {
  const { type, timestamp, sequence, claim } = event;
  const envelope = { sequence, claim };
  // First for the reader's eye, last so that nothing in the data takes their place.
  const body = JSON.stringify({ type, timestamp, data: { ...envelope, ...event.data, ...envelope } });
  const bytes = Buffer.byteLength(body);
  if (bytes > LARGEST_BODY_BYTES) throw new RangeError(`the body of ${type} has ${bytes} bytes, at most 20,000 go out`);
  return body;
}
