import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { revokeLink } from "#app/server/access/issue-link.server.ts";
import { revokeSignedLink } from "#app/server/access/revoke-signed-link.server.ts";
import { isLinkName } from "#app/server/access/token/creditor-link-token.server.ts";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { deleteLink } from "#app/server/api/operations/links.server.ts";

const SIGNED = "jti:";

const route = apiRoute([
  on(deleteLink, async ({ services, caller: { creditorId, actor }, params }) => {
    const jti = params.link.startsWith(SIGNED) ? params.link.slice(SIGNED.length) : null;
    if (jti !== null) {
      if (!isLinkName(jti)) return notFound();
      await revokeSignedLink(services, { creditorId, jti, actor });
      return answered(204, null);
    }
    const revoked = await revokeLink(services, { creditorId, linkId: params.link, actor });
    return revoked ? answered(204, null) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
