import { z } from "zod";
import { defineOperation } from "../api-operation.server.ts";
import { claimParam, EXAMPLE_IDS, idParam, idSchema, timeInput, timeSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Links";

export const createLink = defineOperation({
  id: "createLink",
  method: "POST",
  path: "/claims/{claim}/links",
  tag,
  summary: "Issue a magic link to a claim",
  description:
    "The address and the code give the same rights. Both are answered this once: only what proves them is kept. Nothing is sent. Without `expiresAt` a link lives 90 days.",
  scope: "links:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        channel: z.enum(["none", "email", "sms", "letter"]).meta({ description: "How you will hand it over." }),
        expiresAt: timeInput.optional().meta({ type: "string", format: "date-time", example: "2027-02-20T10:15:00Z" }),
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
  problems: ["not_found", "expiry_out_of_range"],
});

export const deleteLink = defineOperation({
  id: "deleteLink",
  method: "DELETE",
  path: "/links/{link}",
  tag,
  summary: "Revoke a link",
  description: "Ends the link, its code, and the sessions they opened. Doing it again changes nothing.",
  scope: "links:write",
  params: z.strictObject({ link: idParam("link") }),
  answers: { 204: { description: "Revoked." } },
  problems: ["not_found"],
});
