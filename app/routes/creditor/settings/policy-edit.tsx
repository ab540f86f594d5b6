import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { policyOfCreditor, setPolicy } from "#app/server/arrangements/arrangement-policy.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { bandRows, policyAnswers, readPolicyForm } from "#app/server/creditors/policy-form.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { FIRST_PER_MONTH, readPerMonth, tryPolicy } from "#app/server/creditors/try-policy.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsPolicyEditPage } from "#app/ui/pages/settings-policy-edit-page.tsx";
import { POLICY } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  await requireOwner(call.context, call.request);
  const { grant, page } = await openSettings(call);
  const answers = policyAnswers(await policyOfCreditor(call.context.app.database.prisma, grant.creditorId));
  return {
    ...page,
    title: "settings.policy.edit.title" as const,
    answers: { ...answers, ...FIRST_PER_MONTH },
    bands: bandRows(answers),
  };
}

/** try: what the rules in the form would have answered, and nothing is kept. save: the whole policy, or what is wrong with it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const { creditorId } = grant;
  const form = await readForm(request);
  const answers = formAnswers(form);
  const typed = { answers, bands: bandRows(answers) };
  const policy = readPolicyForm(form);
  if (!policy.ok) return data({ ...typed, faults: policy.error }, { status: 422 });
  if (form.get("act") !== "try") {
    const set = await setPolicy(context.app, { creditorId, policy: policy.value, actor: actorOf(grant) });
    if (!set.ok) throw new Error("a policy that was checked is refused");
    return redirect(`${POLICY}?done=saved`, 303);
  }
  const perMonth = readPerMonth(form);
  if (!perMonth.ok) return data({ ...typed, faults: perMonth.error }, { status: 422 });
  const tried = await tryPolicy(context.app, { creditorId, policy: policy.value, perMonth: perMonth.value });
  if (!tried) throw new Response(null, { status: 429 });
  return data({ ...typed, tried });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function EditPolicy() {
  const { frame, answers, bands } = useLoaderData<typeof loader>();
  return <SettingsPolicyEditPage {...{ frame, answers, bands }} {...useActionData<typeof action>()} />;
}
