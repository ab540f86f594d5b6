import type { AppLoadContext } from "@remix-run/node";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { isOwner } from "#app/server/access/require-owner.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";

type Call = { readonly request: Request; readonly context: AppLoadContext };

/** Who looks at a page of the settings, and what every such page shows of that. */
export async function openSettings(call: Call) {
  const grant = await requireUser(call.context, call.request);
  return { grant, page: settingsPage(call, grant) };
}

function settingsPage({ request, context }: Call, grant: CreditorGrant) {
  return {
    language: pageLanguage(context),
    frame: { user: inboxUser(grant), path: pagePath(request), mayChange: isOwner(grant) },
  };
}

/** As the audit log names who did it. */
export function actorOf({ userId }: Pick<CreditorGrant, "userId">): string {
  return `user:${userId}`;
}
