import { isIP } from "node:net";
import { err, ok, type Result } from "#app/domain/result.ts";

/** `host:port` entries that may be http and private, as the URL spells them: `localhost:4001`, `[::1]:80`. */
export type AllowedTargets = ReadonlySet<string>;

/** Why a URL cannot receive webhooks. */
export type TargetRefusal = {
  readonly kind:
    "unreadable" | "too_long" | "userinfo" | "not_https" | "port_not_allowed" | "ip_literal" | "host_not_public";
};

const LONGEST_URL = 2_048;

// Names that networks hand out to their own machines; the public DNS has none of them.
const PRIVATE_SUFFIXES = [
  ".localhost",
  ".local",
  ".localdomain",
  ".internal",
  ".intranet",
  ".private",
  ".lan",
  ".home",
  ".corp",
  ".arpa",
  ".onion",
];

/**
 * Whether webhooks may be sent to this URL, judged by its text alone: https on port 443, a public host name, no
 * userinfo, no address in any spelling (the URL parser turns decimal, octal and hexadecimal ones into dotted form).
 * What the name resolves to is checked again at every connection.
 */
export function checkTarget(text: string, allowedTargets: AllowedTargets): Result<URL, TargetRefusal> {
  if (text.length > LONGEST_URL) return err({ kind: "too_long" });
  // The URL parser would silently drop or turn these, and what is stored must be what was typed.
  if (/[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text)) return err({ kind: "unreadable" });
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return err({ kind: "not_https" });
  if (url.username !== "" || url.password !== "") return err({ kind: "userinfo" });
  if (isAllowedTarget(url, allowedTargets)) return ok(url);
  if (url.protocol !== "https:") return err({ kind: "not_https" });
  if (isIP(bareHost(url)) !== 0) return err({ kind: "ip_literal" });
  if (!isPublicName(url.hostname)) return err({ kind: "host_not_public" });
  if (url.port !== "") return err({ kind: "port_not_allowed" });
  return ok(url);
}

/** Whether the operator listed this host and port: then neither scheme nor address is restricted. */
export function isAllowedTarget(url: URL, allowedTargets: AllowedTargets): boolean {
  const defaultPort = url.protocol === "https:" ? "443" : "80";
  return allowedTargets.has(`${url.hostname}:${url.port || defaultPort}`);
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function isPublicName(hostname: string): boolean {
  if (!hostname.includes(".") || hostname.startsWith(".") || hostname.endsWith(".")) return false;
  return !PRIVATE_SUFFIXES.some((suffix) => hostname.endsWith(suffix));
}
