import { z } from "zod";
import { calendarDay } from "#app/server/claims/calendar-day.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { CLAIM_EXAMPLE, claimSchema } from "../schemas/claim-schemas.server.ts";
import { claimParam } from "../schemas/shared-schemas.server.ts";

const tag = "Claims";

const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ description: "In your own words. The debtor reads it.", example: "Wij zoeken de levering uit." });

export const pauseClaimOperation = defineOperation({
  id: "pauseClaim",
  method: "POST",
  path: "/claims/{claim}/pause",
  tag,
  summary: "Let a claim rest",
  description:
    "From today no reminders and no collections, from tomorrow no new costs. Paying stays possible. `until` is the last day, included; without it the pause lasts until you resume. A claim that rests by your own pause takes the new day and reason; what the debtor asked for is only ever made longer.",
  scope: "claims:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: z.strictObject({ reason, until: calendarDay.optional() }).meta({ id: "PauseBody" }),
    example: { reason: "Wij zoeken de levering uit.", until: "2026-12-22" },
  },
  answers: {
    200: {
      description: "It rests.",
      schema: claimSchema,
      example: {
        ...CLAIM_EXAMPLE,
        status: "paused",
        pause: { reason: "creditor", until: "2026-12-22", startedOn: "2026-11-22" },
      },
    },
  },
  problems: ["not_found", "claim_not_open", "until_in_past"],
});

export const resumeClaimOperation = defineOperation({
  id: "resumeClaim",
  method: "POST",
  path: "/claims/{claim}/resume",
  tag,
  summary: "Go on with a claim that rests",
  description:
    "Ends the pause, whoever asked for it; the debtor is told. An instalment whose day came during the pause is due a week from today.",
  scope: "claims:write",
  params: claimParam,
  answers: { 200: { description: "It goes on.", schema: claimSchema, example: CLAIM_EXAMPLE } },
  problems: ["not_found", "claim_not_paused"],
});

export const closeClaimOperation = defineOperation({
  id: "closeClaim",
  method: "POST",
  path: "/claims/{claim}/close",
  tag,
  summary: "Close a claim",
  description:
    "Nothing is asked any more and nobody can pay here; the debtor is told with your reason. A pause or a dispute ends, a plan goes on without this claim. Money that is on its way becomes credit of the debtor. It cannot be undone; closing again changes nothing.",
  scope: "claims:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: z.strictObject({ reason }).meta({ id: "CloseBody" }),
    example: { reason: "Wij schrijven deze rekening af." },
  },
  answers: {
    200: { description: "It is closed.", schema: claimSchema, example: { ...CLAIM_EXAMPLE, status: "closed" } },
  },
  problems: ["not_found", "claim_not_open"],
});
