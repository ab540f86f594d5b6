/** How a debtor can ask to be reached. */
export const PREFERRED_CHANNELS = ["email", "letter", "phone", "sms"] as const;

export type PreferredChannel = (typeof PREFERRED_CHANNELS)[number];

/** The wish among these, null for none. */
export function preferredChannel(channel: string | null): PreferredChannel | null {
  return PREFERRED_CHANNELS.find((one) => one === channel) ?? null;
}
