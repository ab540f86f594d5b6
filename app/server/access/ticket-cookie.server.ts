import { createHmac } from "node:crypto";
import { hmacSecrets, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { sameSecret } from "#app/server/platform/crypto/secret-hash.server.ts";

/** Lax, because the way back from a bank or a mail is a cross-site link. */
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";
const MINUTE_MS = 60_000;

/** What the cookie says: the session's token, and the minute in which it was last used. */
export type SessionTicket = { readonly token: string; readonly minute: number };

type Stamp = { readonly keys: KeyRing; readonly now: Date };

export type TicketCookie = {
  readonly name: string;
  /** A ticket that was idle too long, or is not ours, is none. */
  read(cookies: string | null, stamp: Stamp): SessionTicket | null;
  write(token: string, stamp: Stamp): string;
  /** Makes the browser forget it. */
  readonly ended: string;
};

/**
 * A session's cookie, bound to our host and to secure connections by its name. Signed minutes in it end an idle session
 * without writing to the database on a GET.
 */
export function ticketCookie(kind: { name: `__Host-${string}`; purpose: string; idleMinutes: number }): TicketCookie {
  const { name, purpose, idleMinutes } = kind;
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{16,128})\\.(\\d{1,12})\\.([\\w-]{43})(?:;|$)`);
  return {
    name,
    read(cookies, { keys, now }) {
      const match = pattern.exec(cookies ?? "");
      if (!match) return null;
      const [, token = "", minuteText = "", mac = ""] = match;
      const genuine = hmacSecrets(keys, purpose).some((secret) => sameSecret(sign(secret, `${token}.${minuteText}`), mac)); // prettier-ignore
      const minute = Number(minuteText);
      return genuine && minutesOf(now) - minute <= idleMinutes ? { token, minute } : null;
    },
    write(token, { keys, now }) {
      const [secret = ""] = hmacSecrets(keys, purpose);
      const text = `${token}.${minutesOf(now)}`;
      return `${name}=${text}.${sign(secret, text)}; ${ATTRIBUTES}`;
    },
    ended: `${name}=; ${ATTRIBUTES}; Max-Age=0`,
  };
}

export const isFresh = (ticket: SessionTicket, now: Date): boolean => ticket.minute === minutesOf(now);

const minutesOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS);

const sign = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
