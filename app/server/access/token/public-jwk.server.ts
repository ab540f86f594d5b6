import { createPublicKey, type KeyObject } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";

export const LINK_ALGORITHMS = ["EdDSA", "ES256", "RS256"] as const;

export type LinkAlgorithm = (typeof LINK_ALGORITHMS)[number];

export type PublicJwk = Readonly<Record<string, string>>;

/** A public key that links may be signed with. `jwk` holds what makes the key and nothing else. */
export type PublicLinkKey = { readonly alg: LinkAlgorithm; readonly jwk: PublicJwk };

/** What is wrong with a key, and with which of its members. */
export type JwkFault = {
  readonly kind: "private_key" | "unknown_member" | "not_supported";
  readonly member: string;
  readonly rule: string;
};

const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
const LARGEST_BITS = 4_096;
const SMALLEST_BITS = 2_048;
const SMALLEST_EXPONENT = 65_537n;
const LARGEST_EXPONENT = 2n ** 32n;

/** What each sort of key is made of (RFC 7518, 8037), and the algorithm that goes with it: one, whatever a token asks for. */
const SORTS: readonly { alg: LinkAlgorithm; kty: string; crv?: string; parts: readonly string[] }[] = [
  { alg: "EdDSA", kty: "OKP", crv: "Ed25519", parts: ["x"] },
  { alg: "ES256", kty: "EC", crv: "P-256", parts: ["x", "y"] },
  { alg: "RS256", kty: "RSA", parts: ["n", "e"] },
];

/** What WebCrypto and others write beside the key itself. */
const REMARKS = ["alg", "use", "key_ops", "ext", "kid"];

/**
 * Reads a public key as JSON Web Key (RFC 7517): Ed25519, P-256, or RSA of 2,048 to 4,096 bits. Members that say what the
 * key is for must agree with signing links. A private key is refused and never kept.
 */
export function readPublicJwk(given: Readonly<Record<string, unknown>>): Result<PublicLinkKey, JwkFault> {
  const secret = PRIVATE_MEMBERS.find((member) => member in given);
  if (secret !== undefined) {
    return err({ kind: "private_key", member: secret, rule: "must not be there: this is a private key" });
  }
  const sort = SORTS.find(({ kty, crv }) => given["kty"] === kty && (crv === undefined || given["crv"] === crv));
  if (!sort) return refused("kty", "must be OKP with crv Ed25519, EC with crv P-256, or RSA");
  const { alg, parts } = sort;
  const own = ["kty", ...(sort.crv ? ["crv"] : []), ...parts];
  const unknown = Object.keys(given).find((member) => !own.includes(member) && !REMARKS.includes(member));
  if (unknown !== undefined) {
    return err({ kind: "unknown_member", member: unknown, rule: `is no member of a public key for ${alg}` });
  }
  const remark = wrongRemark(given, alg);
  if (remark) return remark;
  const part = parts.find((member) => typeof given[member] !== "string" || !/^[\w-]{1,1000}$/.test(given[member]));
  if (part !== undefined) return refused(part, "must be base64url without padding");
  const key = importKey(Object.fromEntries(own.map((member) => [member, String(given[member])])));
  if (!key) return refused(parts[0] ?? "kty", "must be part of a key that can be read");
  const weak = alg === "RS256" ? weakness(key) : null;
  if (weak) return weak;
  const exported = key.export({ format: "jwk" });
  return ok({ alg, jwk: Object.fromEntries(own.map((member) => [member, String(exported[member])])) });
}

function wrongRemark(given: Readonly<Record<string, unknown>>, alg: LinkAlgorithm): Result<never, JwkFault> | null {
  const names = alg === "EdDSA" ? ["EdDSA", "Ed25519"] : [alg];
  const { use, key_ops: operations } = given as { use?: unknown; key_ops?: unknown };
  if (given["alg"] !== undefined && !names.includes(String(given["alg"]))) return refused("alg", `must be ${alg} for this key`); // prettier-ignore
  if (use !== undefined && use !== "sig") return refused("use", "must be sig");
  const verifies = operations === undefined || (Array.isArray(operations) && operations.join() === "verify");
  return verifies ? null : refused("key_ops", 'must be ["verify"]');
}

function importKey(jwk: PublicJwk): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: "jwk" });
  } catch {
    return null;
  }
}

function weakness(key: KeyObject): Result<never, JwkFault> | null {
  const { modulusLength: bits = 0, publicExponent: exponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (bits < SMALLEST_BITS || bits > LARGEST_BITS) return refused("n", `must have ${SMALLEST_BITS} to ${LARGEST_BITS} bits`); // prettier-ignore
  const usual = exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT && exponent % 2n === 1n;
  return usual ? null : refused("e", "must be 65537, AQAB, or a little larger");
}

function refused(member: string, rule: string): Result<never, JwkFault> {
  return err({ kind: "not_supported", member, rule });
}
