import { z } from "zod";
import { CLAIM_STATUSES } from "#app/domain/claim.ts";
import { MOST_BULK_LINKS } from "#app/server/access/bulk-links.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { claimParam, EXAMPLE_IDS, idSchema, timeInput, timeSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Links";

const channel = z.enum(["none", "email", "sms", "letter"]);

const expiry = timeInput.optional().meta({ type: "string", format: "date-time", example: "2027-02-20T10:15:00Z" });

export const createLink = defineOperation({
  id: "createLink",
  method: "POST",
  path: "/claims/{claim}/links",
  tag,
  summary: "Issue a magic link to a claim",
  description:
    "The address and the code give the same rights. Both are answered this once: only what proves them is kept. With `email` or `sms` it also goes to the address or number that you registered, as soon as a debtor may be approached: Monday to Saturday, 07:00 to 20:00. Without `expiresAt` a link lives 90 days.",
  scope: "links:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        channel: channel.meta({
          description: "`email` and `sms`: sent to the debtor. `letter` and `none`: you hand it over.",
        }),
        expiresAt: expiry,
      })
      .meta({ id: "LinkBody" }),
    example: { channel: "letter" },
  },
  answers: {
    201: {
      description: "Issued.",
      schema: z
        .strictObject({
          id: idSchema("link"),
          url: z.string().meta({ format: "uri" }),
          code: z.string().meta({ description: "For paper and for typing." }),
          codeUrl: z.string().meta({ format: "uri" }),
          qrSvg: z.string().meta({ description: "An SVG that leads to `codeUrl`." }),
          checkWords: z.array(z.string()).length(2).meta({
            description:
              "Print them on your letter: `/real` shows the same two words for the claim's reference, amount and account.",
          }),
          expiresAt: timeSchema,
        })
        .meta({ id: "Link" }),
      example: {
        id: EXAMPLE_IDS.link,
        url: "https://portal.example.nl/l/eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJjbG0ifQ.c2ln",
        code: "7zk3m9qv0w5x8y2b4c6d8f0g2h",
        codeUrl: "https://portal.example.nl/c/7zk3m9qv0w5x8y2b4c6d8f0g2h",
        qrSvg: "<svg xmlns='http://www.w3.org/2000/svg'/>",
        checkWords: ["appel", "fiets"],
        expiresAt: "2027-02-20T10:15:00.000Z",
      },
    },
  },
  problems: [
    "not_found",
    "expiry_out_of_range",
    "claim_paused",
    "claim_settled",
    "claim_closed",
    "no_email_address",
    "no_phone_number",
    "address_stopped",
    "sms_off",
  ],
});

const moment = timeInput.optional().meta({ type: "string", format: "date-time", example: "2026-11-01T00:00:00Z" });

const bulkLinksBody = z
  .strictObject({
    claims: z
      .array(z.string().min(1).max(68))
      .min(1)
      .max(MOST_BULK_LINKS)
      .optional()
      .meta({
        description: "Ids, or `ref:` and your own reference.",
        example: [EXAMPLE_IDS.claim, "ref:2026-00123"],
      }),
    filter: z
      .strictObject({ status: z.enum(CLAIM_STATUSES).optional(), createdSince: moment, createdBefore: moment })
      .optional()
      .meta({ description: "In place of `claims`: all that are so, at most 10,000." }),
    channel: channel.meta({ description: "How you will hand them over: nothing is sent." }),
    expiresAt: expiry,
  })
  .meta({ id: "BulkLinksBody" });

export type BulkLinksBody = z.output<typeof bulkLinksBody>;

export const createBulkLinks = defineOperation({
  id: "createBulkLinks",
  method: "POST",
  path: "/links/bulk",
  tag,
  summary: "Issue links to up to 10,000 claims as CSV for a mail merge",
  description:
    "One row for each claim, with its own link and code, under the names `reference,url,code,codeUrl,checkWords,expiresAt`; all links are made, or none. A value that a spreadsheet would take for a formula has an apostrophe in front. Send an `Idempotency-Key`: for 24 hours the same request gets the same rows again and makes no more links, so that an answer that got lost loses nothing. Codes and addresses are not kept for that; they are worked out again. At most 60 times an hour.",
  scope: "links:write",
  body: { kind: "json", schema: bulkLinksBody, example: { filter: { status: "open" }, channel: "letter" } },
  answers: {
    200: {
      description: "The links.",
      file: "text/csv",
    },
  },
  problems: ["expiry_out_of_range", "claim_not_found", "too_many_claims"],
});

export const deleteLink = defineOperation({
  id: "deleteLink",
  method: "DELETE",
  path: "/links/{link}",
  tag,
  summary: "Revoke a link",
  description:
    "Ends the link, its code, and the sessions they opened. Doing it again changes nothing. `jti:` and a `jti` revokes a link that you signed yourself, also before anybody used it.",
  scope: "links:write",
  params: z.strictObject({
    link: z.string().meta({
      description: "Id of the link, or `jti:` and the `jti` you signed: 1 to 64 letters, digits or `. _ ~ -`.",
      example: EXAMPLE_IDS.link,
    }),
  }),
  answers: { 204: { description: "Revoked." } },
  problems: ["not_found"],
});
