import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import { answerDecision } from "#app/server/api/answer-decision.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { counterArrangement } from "#app/server/api/operations/arrangements.server.ts";
import { readSchedule } from "#app/server/api/read-schedule.server.ts";
import { counterProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";

const route = apiRoute([
  on(counterArrangement, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const scope = { creditorId, arrangementId: params.arrangement };
    const { reason, validUntil, version } = body;
    const countered = await counterProposal(services, {
      ...scope,
      actor,
      schedule: readSchedule(body.schedule),
      reason,
      ...(validUntil === undefined ? {} : { validUntil: validUntil as LocalDate }),
      ...(version === undefined ? {} : { version }),
    });
    return answerDecision(services, scope, countered);
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
