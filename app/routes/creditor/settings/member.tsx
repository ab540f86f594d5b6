import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { changeUserRole, removeUser } from "#app/server/creditors/change-team.server.ts";
import { USER_ROLES } from "#app/server/creditors/create-user.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { findMember } from "#app/server/creditors/team-view.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsMemberPage } from "#app/ui/pages/settings-member-page.tsx";
import { TEAM } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const member = await findMember(call.context.app, grant, call.params["userId"] ?? "");
  if (!member) throw new Response(null, { status: 404 });
  return { ...page, title: "settings.team.title" as const, member };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const whom = { creditorId: grant.creditorId, userId: params["userId"] ?? "", actor: actorOf(grant) };
  const role = USER_ROLES.find((one) => one === form.get("role"));
  const removes = form.get("act") === "remove";
  if (!removes && !role) throw new Response(null, { status: 404 });
  const changed =
    role && !removes ? await changeUserRole(context.app, { ...whom, role }) : await removeUser(context.app, whom);
  if (changed.ok) return redirect(`${TEAM}?done=${removes ? "removed" : "changed"}`, 303);
  if (changed.error.kind === "not_found") throw new Response(null, { status: 404 });
  return data({ lastOwner: true }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Member() {
  const { frame, member } = useLoaderData<typeof loader>();
  return <SettingsMemberPage {...{ frame, member }} {...useActionData<typeof action>()} />;
}
