import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { deriveKey, type AppKey, type KeyRing } from "./key-ring.server.ts";

/** An Ed25519 key pair; `kid` is the id of the master secret it comes from. */
export type SigningKey = { readonly kid: string; readonly privateKey: KeyObject; readonly publicJwk: PublicSigningJwk };

export type PublicSigningJwk = {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  readonly kid: string;
  readonly alg: "EdDSA";
  readonly use: "sig";
};

/** What stands before the 32 byte seed in the PKCS #8 form of an Ed25519 private key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signing keys of one purpose, newest first: sign with the first, verify with them all. */
export function signingKeys(ring: KeyRing, purpose: string): [SigningKey, ...SigningKey[]] {
  const older = ring.all.slice(1);
  return [signingKey(ring.newest, purpose), ...older.map((key) => signingKey(key, purpose))];
}

function signingKey(key: AppKey, purpose: string): SigningKey {
  const seed = deriveKey(key, `ed25519:${purpose}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return {
    kid: key.id,
    privateKey,
    publicJwk: { kty: "OKP", crv: "Ed25519", x, kid: key.id, alg: "EdDSA", use: "sig" },
  };
}
