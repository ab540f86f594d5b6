import type { SecretPlace } from "#app/server/platform/crypto/secret-encryption.server.ts";

/** Where the key that a creditor's payments run on is stored, encrypted. */
export const placeOfMollieKey = (creditorId: string): SecretPlace => ({
  table: "creditor",
  column: "mollie_api_key",
  row: creditorId,
});

/** Where a key is stored once another took its place. */
export const placeOfEarlierKey = (id: string): SecretPlace => ({
  table: "earlier_mollie_key",
  column: "api_key",
  row: id,
});
