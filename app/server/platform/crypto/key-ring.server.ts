import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";

/** One master secret. It is held as a KeyObject, which neither a log nor JSON can print. */
export type AppKey = { readonly id: string; readonly secret: KeyObject };

/** The master secrets, newest first. The newest makes, all of them read: that is how a key is rotated. */
export type KeyRing = { readonly newest: AppKey; readonly all: readonly AppKey[] };

export type AppKeysError = { readonly kind: "invalid_app_keys"; readonly faults: readonly string[] };

const FEWEST_BYTES = 32;

/**
 * Reads `id:base64,id2:base64,…`, newest first: ids of 1 to 32 of `a-z 0-9 -`, secrets of at least 32 bytes, neither
 * twice. Names every fault at once, by place and id, and never shows a secret.
 */
export function parseAppKeys(text: string): Result<KeyRing, AppKeysError> {
  const entries = text.split(",").map((entry) => readEntry(entry.trim()));
  const faults = entries.flatMap((entry, index) => [
    ...entry.faults.map((fault) => `key ${index + 1}: ${fault}`),
    ...repeated(entries, index).map((fault) => `key ${index + 1}: ${fault}`),
  ]);
  if (faults.length > 0) return err({ kind: "invalid_app_keys", faults });
  const all = entries.map(({ id, secret }): AppKey => ({ id, secret: createSecretKey(secret) }));
  const [newest] = all;
  return newest ? ok({ newest, all }) : err({ kind: "invalid_app_keys", faults: ["no key is given"] });
}

/** A new entry for the front of `APP_KEYS`. */
export function newAppKeyEntry(id: string): string {
  return `${id}:${randomBytes(FEWEST_BYTES).toString("base64")}`;
}

/** 32 bytes for one purpose only (HKDF-SHA256, RFC 5869); what one purpose leaks tells nothing of another. */
export function deriveKey(key: AppKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key.secret, new Uint8Array(0), `voldaan:${purpose}:v1`, 32));
}

const derived = new WeakMap<KeyRing, Map<string, readonly string[]>>();

/** Secrets for signing with HMAC, as text, newest first: sign with the first, accept them all. Derived once for each ring. */
export function hmacSecrets(ring: KeyRing, purpose: string): readonly string[] {
  const ofRing = derived.get(ring) ?? new Map<string, readonly string[]>();
  derived.set(ring, ofRing);
  const known = ofRing.get(purpose);
  if (known) return known;
  const secrets = ring.all.map((key) => hmacSecret(key, purpose));
  ofRing.set(purpose, secrets);
  return secrets;
}

/** As `hmacSecrets`, of one key. */
export function hmacSecret(key: AppKey, purpose: string): string {
  return deriveKey(key, `hmac:${purpose}`).toString("base64url");
}

/** The key of that id, or the newest where there is none: it was taken out of the ring, or never noted. */
export function keyOrNewest(ring: KeyRing, id: string | null | undefined): AppKey {
  return ring.all.find((key) => key.id === id) ?? ring.newest;
}

type Entry = { id: string; secret: Buffer; faults: string[] };

function readEntry(entry: string): Entry {
  const colon = entry.indexOf(":");
  if (colon < 0) return { id: "", secret: Buffer.alloc(0), faults: ["is not written id:base64"] };
  const id = entry.slice(0, colon);
  const encoded = entry.slice(colon + 1);
  const secret = Buffer.from(encoded, "base64");
  const faults: string[] = [];
  // A text without colon in the right place could be the secret itself, so a wrong id is not shown.
  if (!/^[a-z0-9-]{1,32}$/.test(id)) faults.push("its id must be 1 to 32 of a-z, 0-9 and -");
  if (
    !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) ||
    withoutPadding(secret.toString("base64")) !== withoutPadding(encoded)
  ) {
    faults.push("its secret is not base64");
  } else if (secret.length < FEWEST_BYTES) {
    faults.push(`its secret has ${secret.length} bytes, at least ${FEWEST_BYTES} are needed`);
  }
  return { id, secret, faults };
}

function repeated(entries: readonly Entry[], index: number): string[] {
  const entry = entries[index];
  if (!entry || entry.faults.length > 0) return [];
  const earlier = entries.slice(0, index);
  const faults: string[] = [];
  if (earlier.some(({ id }) => id === entry.id)) faults.push(`its id "${entry.id}" is used twice`);
  if (earlier.some(({ secret }) => secret.equals(entry.secret))) faults.push("its secret is used twice");
  return faults;
}

function withoutPadding(base64: string): string {
  return base64.replace(/=+$/, "");
}
