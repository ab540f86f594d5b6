import { createHash } from "node:crypto";

/**
 * The profile that an API key stands for: every test key is its own shop, and `test_shop_second` is another key of the shop
 * of `test_shop`. Null for what is not a test key.
 */
export function profileOfKey(apiKey: string): string | null {
  const shop = /^(test_[A-Za-z0-9]{3,})(?:_[A-Za-z0-9]+)?$/.exec(apiKey)?.[1];
  if (shop === undefined) return null;
  return `pfl_${createHash("sha256").update(shop).digest("hex").slice(0, 10)}`;
}

/** Null also for a key that was withdrawn. */
export function profileOfHeader(authorization: string | undefined, withdrawn: ReadonlySet<string>): string | null {
  const apiKey = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  return apiKey === undefined || withdrawn.has(apiKey) ? null : profileOfKey(apiKey);
}
