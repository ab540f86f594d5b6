import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireHandler } from "#app/server/access/require-user.server.ts";
import { counterProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import { decidingOf, refusedInInbox } from "#app/server/inbox/act-in-inbox.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxArrangement } from "#app/server/inbox/load-inbox-arrangement.server.ts";
import { changeRows } from "#app/server/inbox/counter-rows.server.ts";
import {
  asRows,
  counterAnswersOf,
  counterOptions,
  firstCounterAnswers,
  readCounterForm,
  scheduleShown,
} from "#app/server/inbox/read-counter-form.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { arrangementHref, counterHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxCounterPage } from "#app/ui/pages/inbox-counter-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { context } = call;
  const { grant, arrangement } = await asked(call);
  return {
    language: pageLanguage(context),
    title: "inbox.counter.title" as const,
    path: counterHref(arrangement.id),
    user: inboxUser(grant),
    arrangement,
    options: counterOptions(arrangement),
    answers: firstCounterAnswers(arrangement),
  };
}

/**
 * preview: the whole table before anything is sent. edit: back to the answers. rows: each instalment to be changed by itself;
 * add, remove and recount: the rows as they are then. send: exactly what the table showed.
 */
export async function action(call: ActionFunctionArgs) {
  const { request, context } = call;
  const { grant, arrangement } = await asked(call);
  const form = await readForm(request);
  const answers = counterAnswersOf(form);
  if (arrangement.status !== "proposed") return data({ refused: "decided" as const }, { status: 409 });
  const act = form.get("act") ?? "";
  if (act === "edit") return data({ answers });
  if (act === "rows") {
    const rows = asRows(answers, arrangement);
    return rows.ok ? data({ answers: rows.value }) : data({ answers, errors: rows.error }, { status: 422 });
  }
  if (/^(add|recount|remove-\d+)$/.test(act))
    return data({ answers: { ...answers, rows: changeRows(answers.rows, act) } });
  const counter = readCounterForm(answers, arrangement);
  if (!counter.ok) return data({ answers, errors: counter.error }, { status: 422 });

  const { schedule, rhythm, reason, validUntil } = counter.value;
  const shown = scheduleShown(schedule);
  const preview = {
    schedule,
    shown,
    validUntil,
    version: decidingOf({ grant, arrangementId: arrangement.id, form }).version,
  };
  if (act !== "send") return data({ answers, preview });
  if (form.get("shown") !== shown) return data({ answers, preview, changed: true }, { status: 409 });
  const deciding = decidingOf({ grant, arrangementId: arrangement.id, form });
  const offered = await counterProposal(context.app, {
    ...deciding,
    schedule,
    ...(rhythm ? { rhythm } : {}),
    reason,
    validUntil,
  });
  if (offered.ok) return redirect(`${arrangementHref(arrangement.id)}?done=countered`, 303);
  // The amount or the day changed between the look and the act.
  if (offered.error.kind === "schedule_wrong" || offered.error.kind === "valid_until_past") {
    return data({ answers, preview, changed: true }, { status: 409 });
  }
  const fault = refusedInInbox(offered.error);
  if (fault.kind !== "refused") throw new Response(null, { status: 404 });
  return data({ refused: fault.why }, { status: 409 });
}

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireHandler(context, request);
  const arrangement = await loadInboxArrangement(context.app, { grant, arrangementId: params["arrangementId"] ?? "" });
  if (!arrangement) throw new Response(null, { status: 404 });
  return { grant, arrangement };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Counter() {
  const { user, path, arrangement, options, answers } = useLoaderData<typeof loader>();
  return <InboxCounterPage {...{ user, path, arrangement, options, answers }} {...useActionData<typeof action>()} />;
}
