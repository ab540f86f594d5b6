import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { USER_ROLES } from "#app/server/creditors/create-user.server.ts";
import { formAnswers, lineOf } from "#app/server/creditors/form-reader.server.ts";
import { inviteUser } from "#app/server/creditors/invite-user.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { listTeam } from "#app/server/creditors/team-view.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsTeamPage } from "#app/ui/pages/settings-team-page.tsx";
import { TEAM } from "#app/ui/settings/settings-addresses.ts";
import { TEAM_DONE } from "#app/ui/settings/team-view.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const named = doneMark(call);
  return {
    ...page,
    title: "settings.team.title" as const,
    team: await listTeam(call.context.app, grant),
    answers: { role: ["handler"] },
    done: TEAM_DONE.find((one) => one === named) ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const role = USER_ROLES.find((one) => one === form.get("role")) ?? "reader";
  const order = { creditorId: grant.creditorId, email: lineOf(form, "email"), role, actor: actorOf(grant) };
  const invited = await inviteUser(context.app, order);
  if (invited.ok) return redirect(`${TEAM}?done=invited`, 303);
  const { kind } = invited.error;
  if (kind === "creditor_not_found") throw new Response(null, { status: 404 });
  return data({ error: kind, answers: formAnswers(form) }, { status: kind === "busy" ? 429 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Team() {
  const { frame, team, answers, done } = useLoaderData<typeof loader>();
  return <SettingsTeamPage {...{ frame, team, answers, done }} {...useActionData<typeof action>()} />;
}
