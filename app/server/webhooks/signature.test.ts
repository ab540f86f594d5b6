import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterEach, expect, test, vi } from "vitest";
import { signWebhook, verifyWebhook } from "#app/server/webhooks/signature.server.ts";
import { makeSigningSecret, readSigningKey, receiverKeyOf } from "#app/server/webhooks/signing-secret.server.ts";
import vectors from "../../../tests/vectors/webhooks.json" with { type: "json" };

afterEach(() => {
  vi.useRealTimers();
});

const bytes = (text: string): Buffer => Buffer.from(text, "utf8");

function verify(options: {
  id: string | null;
  timestamp: string | null;
  signature: string | null;
  body: string;
  keys: string[];
  now: number;
}) {
  return verifyWebhook({
    headers: {
      "webhook-id": options.id ?? undefined,
      "webhook-timestamp": options.timestamp ?? undefined,
      "webhook-signature": options.signature ?? undefined,
    },
    body: bytes(options.body),
    keys: options.keys,
    nowSeconds: options.now,
  });
}

test.each(vectors.hmac_sha256)("v1: $name", ({ id, timestamp, body, secret, expected_signature }) => {
  const headers = signWebhook({ id, timestampSeconds: timestamp, body: bytes(body), secrets: [secret] });
  expect(headers).toEqual({
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": expected_signature,
  });
  expect(verifyWebhook({ headers, body: bytes(body), keys: [secret], nowSeconds: timestamp }).ok).toBe(true);
});

test.each(vectors.hmac_sha256)("the reference library agrees, v1: $name", ({ id, timestamp, body, secret }) => {
  vi.useFakeTimers({ now: timestamp * 1_000 });
  const headers = signWebhook({ id, timestampSeconds: timestamp, body: bytes(body), secrets: [secret] });
  expect(new Webhook(secret).sign(id, new Date(timestamp * 1_000), body)).toBe(headers["webhook-signature"]);
  expect(() => new Webhook(secret).verify(body, { ...headers }, { jsonParse: false })).not.toThrow();
});

test.each(vectors.ed25519)("v1a: $name", ({ id, timestamp, body, secret_key, public_key, expected_signature }) => {
  const headers = signWebhook({ id, timestampSeconds: timestamp, body: bytes(body), secrets: [secret_key] });
  expect(headers["webhook-signature"]).toBe(expected_signature);
  expect(receiverKeyOf(secret_key)).toBe(public_key);
  expect(verifyWebhook({ headers, body: bytes(body), keys: [public_key], nowSeconds: timestamp }).ok).toBe(true);
});

test.each(vectors.rotation)("rotation: $name", (vector) => {
  const { id, timestamp, body, secrets, webhook_signature } = vector;
  const verifies = (key: string) =>
    verify({ id, timestamp: String(timestamp), signature: webhook_signature, body, keys: [key], now: timestamp }).ok;
  expect(vector.must_verify_with.map(receiverKeyOf).every(verifies)).toBe(true);
  expect((vector.must_not_verify_with ?? []).some(verifies)).toBe(false);
  if (secrets.length === 1) return;
  const headers = signWebhook({ id, timestampSeconds: timestamp, body: bytes(body), secrets });
  expect(headers["webhook-signature"]).toBe(webhook_signature);
});

test.each(vectors.negative)("strict: $name", ({ id, timestamp, body, secret, webhook_signature, expect: expected }) => {
  const now = 1_793_737_570;
  const verified = verify({ id, timestamp, signature: webhook_signature, body, keys: [secret], now });
  expect(verified.ok).toBe(expected === "valid");
});

test.each(vectors.timestamp_rules)("age of $age_seconds s: $accept", ({ now, webhook_timestamp, accept }) => {
  const secret = makeSigningSecret("v1");
  const headers = signWebhook({
    id: "evt_1",
    timestampSeconds: webhook_timestamp,
    body: bytes("{}"),
    secrets: [secret],
  });
  const verified = verifyWebhook({ headers, body: bytes("{}"), keys: [secret], nowSeconds: now });
  expect(verified).toEqual(
    accept
      ? { ok: true, value: { id: "evt_1", timestampSeconds: webhook_timestamp } }
      : { ok: false, error: { kind: "timestamp_out_of_tolerance" } },
  );
});

test.each(["1793737570abc", "+1793737570", "1793737570.9", " 1793737570", "01793737570", "1.79373757e9", "-1", "１"])(
  "a timestamp that only looks like one is malformed: %s",
  (timestamp) => {
    const secret = makeSigningSecret("v1");
    const signed = signWebhook({ id: "evt_1", timestampSeconds: 1_793_737_570, body: bytes("{}"), secrets: [secret] });
    const headers = { ...signed, "webhook-timestamp": timestamp };
    const verified = verifyWebhook({ headers, body: bytes("{}"), keys: [secret], nowSeconds: 1_793_737_570 });
    expect(verified).toEqual({ ok: false, error: { kind: "malformed_header" } });
  },
);

test("a header given twice is malformed", () => {
  const secret = makeSigningSecret("v1");
  const signed = signWebhook({ id: "evt_1", timestampSeconds: 10, body: bytes("{}"), secrets: [secret] });
  const headers = { ...signed, "webhook-id": ["evt_1", "evt_1"] };
  const verified = verifyWebhook({ headers, body: bytes("{}"), keys: [secret], nowSeconds: 10 });
  expect(verified).toEqual({ ok: false, error: { kind: "malformed_header" } });
});

test("bytes that are no UTF-8 are signed as they are", () => {
  const secret = "whsec_Hi7SI0nDBKMlklmh4hAdTFfWNVHs4pROer+qO+inuLk=";
  const sign = (body: Buffer) => signWebhook({ id: "evt_1", timestampSeconds: 10, body, secrets: [secret] });
  expect(sign(Buffer.from([0xff]))).not.toEqual(sign(Buffer.from([0xfe])));
});

test("an id with a dot is never signed", () => {
  const secrets = [makeSigningSecret("v1")];
  expect(() => signWebhook({ id: "evt.1", timestampSeconds: 10, body: bytes(""), secrets })).toThrow(RangeError);
  expect(() => signWebhook({ id: "evt_1", timestampSeconds: 10.5, body: bytes(""), secrets })).toThrow(RangeError);
  expect(() => signWebhook({ id: "evt_1", timestampSeconds: 10, body: bytes(""), secrets: [] })).toThrow(RangeError);
});

test("new secrets have the lengths of their kinds and are never the same", () => {
  expect(makeSigningSecret("v1")).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(makeSigningSecret("v1a")).toMatch(/^whsk_[A-Za-z0-9+/]{86}==$/);
  expect(receiverKeyOf(makeSigningSecret("v1a"))).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  expect(makeSigningSecret("v1")).not.toBe(makeSigningSecret("v1"));
});

test.each([
  `whsec_${Buffer.alloc(23).toString("base64")}`,
  `whsec_${Buffer.alloc(65).toString("base64")}`,
  `whsec_${Buffer.alloc(32).toString("base64url")}`,
  `whsk_${Buffer.alloc(32).toString("base64")}`,
  `whpk_${Buffer.alloc(64).toString("base64")}`,
  Buffer.alloc(32).toString("base64"),
  "whsec_",
  "",
])("a key of the wrong length or spelling is refused: %s", (text) => {
  expect(() => readSigningKey(text)).toThrow(RangeError);
});

test("every body verifies, and no flipped bit of body, id, timestamp or signature does", () => {
  const keys = [makeSigningSecret("v1"), makeSigningSecret("v1a")];
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.uint8Array({ maxLength: 2_000 }),
      fc.stringMatching(/^[A-Za-z0-9_]{1,30}$/),
      fc.nat(9_999_999_999),
      fc.nat(),
      (secret, body, id, timestampSeconds, position) => {
        const headers = signWebhook({ id, timestampSeconds, body, secrets: [secret] });
        const check = (changed: { headers?: Record<string, string>; body?: Uint8Array }) =>
          verifyWebhook({
            headers: { ...headers, ...changed.headers },
            body: changed.body ?? body,
            keys: [receiverKeyOf(secret)],
            nowSeconds: timestampSeconds,
          }).ok;
        expect(check({})).toBe(true);
        if (body.length > 0) expect(check({ body: flipBit(body, position) })).toBe(false);
        expect(check({ headers: { "webhook-id": `${id}0` } })).toBe(false);
        expect(check({ headers: { "webhook-timestamp": String(timestampSeconds ^ 1) } })).toBe(false);
        const [version = "", value = ""] = headers["webhook-signature"].split(",");
        const flipped = Buffer.from(flipBit(Buffer.from(value, "base64"), position)).toString("base64");
        expect(check({ headers: { "webhook-signature": `${version},${flipped}` } })).toBe(false);
      },
    ),
  );
});

function flipBit(bytes: Uint8Array, position: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  const index = Math.floor(position / 8) % flipped.length;
  flipped[index] = (flipped[index] ?? 0) ^ (1 << (position % 8));
  return flipped;
}
