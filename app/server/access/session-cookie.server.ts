import { createHmac } from "node:crypto";
import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { hmacSecrets } from "#app/server/platform/crypto/key-ring.server.ts";
import { sameSecret } from "#app/server/platform/crypto/secret-hash.server.ts";

/** Bound to our host and to secure connections by its name. Lax, because the way back from the bank is a cross-site link. */
const NAME = "__Host-voldaan";
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";
const IDLE_MINUTES = 30;
const MINUTE_MS = 60_000;

/** What the cookie says: the session's token, and the minute in which it was last used. */
export type SessionTicket = { readonly token: string; readonly minute: number };

/**
 * Signed minutes in the cookie end an idle session without writing to the database on a GET. A ticket that is older than
 * 30 minutes, or not ours, is none.
 */
export function readSessionTicket(
  cookies: string | null,
  { keys, now }: { keys: KeyRing; now: Date },
): SessionTicket | null {
  const match = /(?:^|;\s*)__Host-voldaan=([\w-]{16,128})\.(\d{1,12})\.([\w-]{43})(?:;|$)/.exec(cookies ?? "");
  if (!match) return null;
  const [, token = "", minuteText = "", mac = ""] = match;
  const genuine = hmacSecrets(keys, "session-cookie").some((secret) => sameSecret(sign(secret, `${token}.${minuteText}`), mac)); // prettier-ignore
  const minute = Number(minuteText);
  return genuine && minutesOf(now) - minute <= IDLE_MINUTES ? { token, minute } : null;
}

export function sessionCookie(token: string, { keys, now }: { keys: KeyRing; now: Date }): string {
  const [secret = ""] = hmacSecrets(keys, "session-cookie");
  const text = `${token}.${minutesOf(now)}`;
  return `${NAME}=${text}.${sign(secret, text)}; ${ATTRIBUTES}`;
}

export const isFresh = (ticket: SessionTicket, now: Date): boolean => ticket.minute === minutesOf(now);

export const endedSessionCookie = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

const minutesOf = (now: Date): number => Math.floor(now.getTime() / MINUTE_MS);

const sign = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
