import { createHash } from "node:crypto";

/** The profile that an API key stands for: every test key is its own shop. Null for what is not a test key. */
export function profileOfKey(apiKey: string): string | null {
  if (!/^test_[A-Za-z0-9]{3,}$/.test(apiKey)) return null;
  return `pfl_${createHash("sha256").update(apiKey).digest("hex").slice(0, 10)}`;
}

export function profileOfHeader(authorization: string | undefined): string | null {
  const match = /^Bearer (\S+)$/i.exec(authorization ?? "");
  return match?.[1] === undefined ? null : profileOfKey(match[1]);
}
