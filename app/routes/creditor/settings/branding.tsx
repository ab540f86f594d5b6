import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { brandView } from "#app/server/creditors/brand-view.server.ts";
import { removeLogo, setBrandColour, setLogo } from "#app/server/creditors/change-branding.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { isMultipart, readUpload } from "#app/server/platform/http/read-upload.server.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsBrandingPage, type SettingsBrandingPageProps } from "#app/ui/pages/settings-branding-page.tsx";
import { BRANDING } from "#app/ui/settings/settings-addresses.ts";

const SAVED = `${BRANDING}?done=saved`;

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const { name, ...look } = await call.context.app.database.prisma.creditor.findUniqueOrThrow({
    where: { id: grant.creditorId },
    select: { name: true, brandColour: true, logoId: true },
  });
  return {
    ...page,
    title: "settings.branding.title" as const,
    name,
    initials: initialsOf(name),
    brand: brandView(look),
    saved: doneMark(call) === "saved",
  };
}

/** A form with a file brings a logo; the others say what they want in `act`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const whose = { creditorId: grant.creditorId, actor: actorOf(grant) };
  if (isMultipart(request)) {
    const upload = await readUpload(request, { subject: grant.creditorId });
    if (!upload.ok) {
      const logoError: SettingsBrandingPageProps["logoError"] =
        upload.error.kind === "too_large" || upload.error.kind === "busy" ? upload.error.kind : "not_read";
      return data({ logoError }, { status: 422 });
    }
    const file = upload.value.files.find(({ field }) => field === "logo");
    const set = await setLogo(context.app, { ...whose, bytes: file?.bytes ?? new Uint8Array() });
    return set.ok ? redirect(SAVED, 303) : data({ logoError: set.error.kind }, { status: 422 });
  }
  const form = await readForm(request);
  const act = form.get("act");
  if (act === "no-logo") {
    await removeLogo(context.app, whose);
    return redirect(SAVED, 303);
  }
  const typed = act === "house" ? null : (form.get("colour") ?? "").slice(0, 20);
  const set = await setBrandColour(context.app, { ...whose, typed });
  if (set.ok) return redirect(SAVED, 303);
  if (set.error.kind === "not_a_colour") return data({ error: set.error.kind }, { status: 422 });
  const { colour, nearest } = set.error;
  // Rounded down: what is just too light must not read as just enough.
  const contrast = Math.floor(set.error.contrast * 10) / 10;
  return data({ tooLight: { colour, nearest, contrast } }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Branding() {
  const { frame, name, initials, brand, saved } = useLoaderData<typeof loader>();
  return <SettingsBrandingPage {...{ frame, name, initials, brand, saved }} {...useActionData<typeof action>()} />;
}
