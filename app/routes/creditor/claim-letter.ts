import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { makeLink } from "#app/server/inbox/make-link.server.ts";
import { savedFileHeaders } from "#app/server/messages/file-headers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref } from "#app/ui/inbox/inbox-addresses.ts";

/** A letter is made by a form alone: the page that has it. */
export async function loader(call: LoaderFunctionArgs) {
  const { head } = await claimToActOn(call);
  return redirect(claimActHref(head.id, "link"));
}

/** A letter with a link, to print; where none is made, the page that says why. */
export async function action(call: ActionFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  const form = await readForm(call.request);
  form.set("act", "letter");
  const made = await makeLink(call.context.app, { grant, claimId: head.id, form });
  if (made.kind === "refused") return redirect(`${claimActHref(head.id, "link")}?refused=${made.reason}`, 303);
  if (made.kind !== "letter") throw new Response(null, { status: 404 });
  const { fileName, bytes } = made.letter;
  return new Response(Uint8Array.from(bytes), {
    headers: savedFileHeaders({ fileName, mediaType: "application/pdf" }),
  });
}
