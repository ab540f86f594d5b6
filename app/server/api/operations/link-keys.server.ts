import { z } from "zod";
import { LINK_ALGORITHMS } from "#app/server/access/token/public-jwk.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema } from "../paging.server.ts";
import { EXAMPLE_IDS, idSchema, pageSchema, timeSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Link keys";

const JWK_EXAMPLE = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };

const EXAMPLE = {
  id: EXAMPLE_IDS.linkKey,
  kid: "letters-2026",
  alg: "EdDSA",
  jwk: JWK_EXAMPLE,
  iss: "crd_01kaghtw0078v5w3drzqyj9c34",
  aud: "https://portal.example.nl",
  createdAt: "2026-11-22T10:15:00.000Z",
  revokedAt: null,
} as const;

const linkKeySchema = z
  .strictObject({
    id: idSchema("linkKey"),
    kid: z.string(),
    alg: z.enum(LINK_ALGORITHMS).meta({ description: "What its links are signed with, and nothing else." }),
    jwk: z.record(z.string(), z.string()).meta({ description: "The public key, without remarks." }),
    iss: z.string().meta({ description: "What a token says in `iss`: you." }),
    aud: z.string().meta({ description: "What a token says in `aud`: this portal." }),
    createdAt: timeSchema,
    revokedAt: z.string().nullable().meta({ format: "date-time" }),
  })
  .meta({ id: "LinkKey" });

export const listLinkKeysOperation = defineOperation({
  id: "listLinkKeys",
  method: "GET",
  path: "/link-keys",
  tag,
  summary: "List the keys that you sign links with",
  description: "Newest first, also those that were taken back.",
  scope: "link-keys:read",
  query: z.strictObject({ limit: limitSchema, cursor: cursorSchema("lky") }),
  answers: {
    200: {
      description: "A page of keys.",
      schema: pageSchema(linkKeySchema),
      example: { data: [EXAMPLE], nextCursor: null },
    },
  },
  problems: [],
});

export const createLinkKey = defineOperation({
  id: "createLinkKey",
  method: "POST",
  path: "/link-keys",
  tag,
  summary: "Register a public key to sign links with",
  description:
    "From then on a link opens that you signed yourself, without a call to us: `/l/` and a JWT with the header `alg`, `typ` `magic-link+jwt` and `kid`, over `iss` (your creditor id), `aud` (the address of this portal), `sub` (your own reference of the claim), `jti` (1 to 64 letters, digits or `. _ ~ -`, never used for another link), `iat` and `exp`, at most 400 days later. Ed25519 signs with EdDSA, P-256 with ES256, RSA of 2,048 to 4,096 bits with RS256. Several keys live side by side, so that you can change them at leisure. A private key is refused.",
  scope: "link-keys:write",
  body: {
    kind: "json",
    schema: z
      .strictObject({
        kid: z.string().min(1).max(64).optional().meta({
          description: "What the header of a token calls the key; may stand in `jwk` instead. A name is given once.",
          example: EXAMPLE.kid,
        }),
        jwk: z.record(z.string(), z.unknown()).meta({ description: "The public key as JWK (RFC 7517)." }),
      })
      .meta({ id: "LinkKeyBody" }),
    example: { kid: EXAMPLE.kid, jwk: JWK_EXAMPLE },
  },
  answers: { 201: { description: "Registered.", schema: linkKeySchema, example: EXAMPLE } },
  problems: ["private_key_refused", "key_not_supported", "kid_taken", "too_many_link_keys"],
});

export const deleteLinkKey = defineOperation({
  id: "deleteLinkKey",
  method: "DELETE",
  path: "/link-keys/{linkKey}",
  tag,
  summary: "Take a key back",
  description:
    "Every link that it signed ends, and the sessions they opened. Its `kid` stays taken. Doing it again changes nothing.",
  scope: "link-keys:write",
  params: z.strictObject({
    linkKey: z.string().meta({ description: "Id of the key, or its `kid`.", example: EXAMPLE_IDS.linkKey }),
  }),
  answers: { 204: { description: "Taken back." } },
  problems: ["not_found"],
});
