import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { policyOfCreditor } from "#app/server/arrangements/arrangement-policy.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { FIRST_PER_MONTH, readPerMonth, tryPolicy } from "#app/server/creditors/try-policy.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsPolicyPage } from "#app/ui/pages/settings-policy-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const saved = doneMark(call) === "saved";
  const policy = await policyOfCreditor(call.context.app.database.prisma, grant.creditorId);
  return { ...page, title: "settings.policy.title" as const, policy, perMonth: FIRST_PER_MONTH, saved };
}

/** Only looks: what the policy would have answered. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { creditorId } = await requireUser(context, request);
  const form = await readForm(request);
  const perMonth = formAnswers(form);
  const read = readPerMonth(form);
  if (!read.ok) return data({ perMonth, faults: read.error }, { status: 422 });
  const policy = await policyOfCreditor(context.app.database.prisma, creditorId);
  const tried = await tryPolicy(context.app, { creditorId, policy, perMonth: read.value });
  if (!tried) throw new Response(null, { status: 429 });
  return data({ perMonth, tried });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Policy() {
  const { frame, policy, perMonth, saved } = useLoaderData<typeof loader>();
  return <SettingsPolicyPage {...{ frame, policy, perMonth, saved }} {...useActionData<typeof action>()} />;
}
