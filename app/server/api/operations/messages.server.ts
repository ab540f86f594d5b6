import { z } from "zod";
import type { UploadedFile } from "#app/server/platform/http/read-upload.server.ts";
import { MESSAGE_CHANNELS, MESSAGE_DIRECTIONS } from "#app/server/messages/record-message.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema } from "../paging.server.ts";
import { filesSchema } from "../read-form-body.server.ts";
import {
  claimParam,
  EXAMPLE_IDS,
  idSchema,
  pageSchema,
  timeInput,
  timeSchema,
} from "../schemas/shared-schemas.server.ts";

const tag = "Messages";

const direction = z.enum(MESSAGE_DIRECTIONS).meta({ description: "`outbound`: to the debtor." });
const channel = z.enum(MESSAGE_CHANNELS);

const messageBodySchema = z
  .strictObject({
    direction,
    channel,
    subject: z.string().trim().min(1).max(200),
    body: z.string().max(100_000).meta({ description: "Plain text: shown as it is, never as markup." }),
    sentAt: timeInput.meta({ type: "string", format: "date-time", example: "2026-06-18T09:00:00Z" }),
  })
  .meta({ id: "MessageBody" });

const messageSchema = z
  .strictObject({
    id: idSchema("message"),
    claim: idSchema("claim"),
    direction,
    channel,
    subject: z.string(),
    body: z.string(),
    sentAt: timeSchema,
    createdAt: timeSchema,
    documents: z.array(z.strictObject({ id: z.string(), fileName: z.string(), mediaType: z.string(), size: z.int() })),
  })
  .meta({ id: "Message" });

type MessageBody = z.output<typeof messageBodySchema> & { readonly files?: readonly UploadedFile[] | undefined };

/** The same as a form, with files. */
const messageFormSchema: z.ZodType<MessageBody> = messageBodySchema
  .extend({ files: filesSchema.optional() })
  .meta({ id: "MessageForm" });

export type MessageJson = z.infer<typeof messageSchema>;

const MESSAGE_EXAMPLE = {
  id: EXAMPLE_IDS.message,
  claim: EXAMPLE_IDS.claim,
  direction: "outbound",
  channel: "letter",
  subject: "Aanmaning factuur F-1",
  body: "Beste J. de Vries,\n\nFactuur F-1 is nog niet betaald.",
  sentAt: "2026-06-18T09:00:00.000Z",
  createdAt: "2026-11-22T10:15:00.000Z",
  documents: [],
};

export const createMessage = defineOperation({
  id: "createMessage",
  method: "POST",
  path: "/claims/{claim}/messages",
  tag,
  summary: "Add a letter, mail, text message or call to a claim",
  description:
    "The debtor sees it among the letters. Nothing is sent. As `multipart/form-data` it takes files along, each in a field `files`; they become `documents`. Images are made anew, without position and other remarks. A PDF stays as it is. Where a scanner is set up, an infected file is refused. Control characters and links to this portal are left out of the text.",
  scope: "messages:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: messageBodySchema as z.ZodType<MessageBody>,
    form: messageFormSchema,
    example: {
      direction: "outbound",
      channel: "letter",
      subject: MESSAGE_EXAMPLE.subject,
      body: MESSAGE_EXAMPLE.body,
      sentAt: "2026-06-18T09:00:00Z",
    },
  },
  answers: { 201: { description: "Added.", schema: messageSchema, example: MESSAGE_EXAMPLE } },
  problems: ["not_found", "too_many_files", "file_not_supported", "file_refused", "file_infected"],
});

export const listMessagesOperation = defineOperation({
  id: "listMessages",
  method: "GET",
  path: "/claims/{claim}/messages",
  tag,
  summary: "List the correspondence of a claim, what was sent last first",
  scope: "messages:read",
  params: claimParam,
  query: z.strictObject({ limit: limitSchema, cursor: cursorSchema("msg") }),
  answers: {
    200: {
      description: "A page of messages.",
      schema: pageSchema(messageSchema),
      example: { data: [MESSAGE_EXAMPLE], nextCursor: null },
    },
  },
  problems: ["not_found"],
});
