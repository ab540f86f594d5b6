import { z } from "zod";
import { EVENT_TYPES } from "#app/domain/events.ts";
import { RECEIVER_FAULTS } from "#app/server/webhooks/receiver-faults.server.ts";
import { EXAMPLE_IDS, idSchema, timeSchema } from "./shared-schemas.server.ts";

const noTime = z.string().nullable().meta({ format: "date-time" });

const code = z.enum(RECEIVER_FAULTS);

export const diagnosisSchema = z
  .strictObject({
    endpoint: idSchema("endpoint"),
    state: z.enum(["untried", "working", "failing", "resting", "disabled"]),
    code: code.meta({ description: "Stable: what to put right first." }),
    meaning: z.string().meta({ description: "What became of the events that have not arrived." }),
    faults: z
      .array(z.strictObject({ code, happened: z.string(), next: z.string() }))
      .meta({ description: "Everything that is wrong, most important first: what happened, and what to do." }),
    looked: z
      .strictObject({ attempts: z.int(), failures: z.int() })
      .meta({ description: "Of the last twenty attempts at most." }),
    lastAttempt: z
      .strictObject({
        event: z.strictObject({ id: idSchema("event"), type: z.enum(EVENT_TYPES) }),
        trigger: z.enum(["schedule", "recovery", "redelivery"]),
        startedAt: timeSchema,
        durationMs: z.int(),
        statusCode: z.int().nullable(),
        failure: z.string().nullable(),
        responseBody: z.string(),
      })
      .nullable(),
    lastSuccessAt: noTime,
    missing: z.strictObject({
      waiting: z.int().meta({ description: "On their way, or waiting for their next attempt." }),
      held: z.int().meta({ description: "Kept until the endpoint is enabled." }),
      givenUp: z.int().meta({ description: "Not tried any more; `recover` sends them again." }),
    }),
    missingSince: noTime.meta({ description: "When the oldest of those that wait or are held happened. They are kept until they arrive." }), // prettier-ignore
    nextAttemptAt: noTime,
    disabledAt: noTime.meta({ description: "When the endpoint is disabled if nothing arrives before." }),
  })
  .meta({ id: "ReceiverDiagnosis" });

export type DiagnosisJson = z.infer<typeof diagnosisSchema>;

export const DIAGNOSIS_EXAMPLE = {
  endpoint: EXAMPLE_IDS.endpoint,
  state: "failing",
  code: "tls",
  meaning: "Nothing is lost. We keep the 3 events that are waiting, and keep trying for five days.",
  faults: [
    {
      code: "tls",
      happened: "The secure connection failed. The certificate is not right, or the server does not speak https.",
      next: "Check that the certificate is valid, is for this name and is complete, with all certificates in between.",
    },
  ],
  looked: { attempts: 2, failures: 2 },
  lastAttempt: {
    event: { id: EXAMPLE_IDS.event, type: "claim.opened" },
    trigger: "schedule",
    startedAt: "2026-11-22T10:15:05.000Z",
    durationMs: 41,
    statusCode: null,
    failure: "tls",
    responseBody: "",
  },
  lastSuccessAt: null,
  missing: { waiting: 3, held: 0, givenUp: 0 },
  missingSince: "2026-11-22T10:15:00.000Z",
  nextAttemptAt: "2026-11-22T10:20:05.000Z",
  disabledAt: "2026-11-27T10:15:00.000Z",
};
