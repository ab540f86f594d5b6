import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { checkMollieKey, loadMollieKeyState, setMollieKey } from "#app/server/creditors/mollie-key.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsMolliePage } from "#app/ui/pages/settings-mollie-page.tsx";
import { PAYMENTS_KEY } from "#app/ui/settings/settings-addresses.ts";

const PER_CREDITOR = { name: "mollie-key-checks", points: 10, seconds: 60 };

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const mollie = await loadMollieKeyState(call.context.app, grant.creditorId);
  const saved = doneMark(call) === "saved";
  return { ...page, title: "settings.mollie.title" as const, mollie, saved };
}

/** check: asks Mollie about the key that is used now. Else a new key, which is stored once Mollie said that it works. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const { creditorId } = grant;
  const form = await readForm(request);
  requireAllowed(await context.app.limiter.count(PER_CREDITOR, creditorId));
  if (form.get("act") === "check") {
    const works = await checkMollieKey(context.app, creditorId);
    if (works === null) throw new Response(null, { status: 404 });
    if (works.ok) return data({ checked: "works" as const });
    return data({ checked: works.error.kind });
  }
  const typed = (form.get("key") ?? "").slice(0, 500);
  const set = await setMollieKey(context.app, { creditorId, typed, actor: actorOf(grant) });
  if (set.ok) return redirect(`${PAYMENTS_KEY}?done=saved`, 303);
  return data({ error: set.error }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Mollie() {
  const { frame, mollie, saved } = useLoaderData<typeof loader>();
  return <SettingsMolliePage {...{ frame, mollie, saved }} {...useActionData<typeof action>()} />;
}
