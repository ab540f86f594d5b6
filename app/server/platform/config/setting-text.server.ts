import { z } from "zod";
import { type KeyRing, parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { type AddressRange, parseAddressRange } from "#app/server/platform/http/address-range.server.ts";
import { type MailSender, parseMailSender } from "#app/server/platform/mail/mail-sender.server.ts";

/** What refuses a text that a setting cannot be read from. */
type Reading = z.RefinementCtx<string> | z.RefinementCtx<string[]>;

function refuse(reading: Reading, rule: string): never {
  reading.addIssue({ code: "custom", message: rule });
  return z.NEVER;
}

/** `APP_KEYS`, with every fault of every key in the one rule. */
export function keyRing(text: string, reading: z.RefinementCtx<string>): KeyRing {
  const keys = parseAppKeys(text);
  if (keys.ok) return keys.value;
  return refuse(reading, `keys as id:base64, newest first, separated by commas; ${keys.error.faults.join("; ")}`);
}

/** `MAIL_FROM`. */
export function mailSender(text: string, reading: z.RefinementCtx<string>): MailSender {
  const sender = parseMailSender(text);
  return sender.ok ? sender.value : refuse(reading, "a sender such as Voldaan <portal@example.org>");
}

/** `TRUSTED_PROXIES`. */
export function addressRanges(entries: readonly string[], reading: z.RefinementCtx<string[]>): AddressRange[] {
  return entries.map((entry) => parseAddressRange(entry) ?? refuse(reading, `addresses or ranges such as 10.0.0.0/8, separated by commas, which ${entry} is not`)); // prettier-ignore
}

/** `WEBHOOK_ALLOWED_TARGETS`, as a URL spells them, since that is what they are compared with. */
export function targets(entries: readonly string[], reading: z.RefinementCtx<string[]>): ReadonlySet<string> {
  return new Set(entries.map((entry) => spelledTarget(entry) ?? refuse(reading, `host:port, separated by commas, which ${entry} is not`))); // prettier-ignore
}

function spelledTarget(entry: string): string | null {
  if (!/^[^\s/@?#]+:\d{1,5}$/.test(entry) || !URL.canParse(`http://${entry}`)) return null;
  const { hostname, port } = new URL(`http://${entry}`);
  return `${hostname}:${port || "80"}`;
}

/** Whether an address is that of a site, without a path, query or user. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
}
