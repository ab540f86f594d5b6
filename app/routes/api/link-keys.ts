import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type LinkKey, listLinkKeys, registerLinkKey } from "#app/server/access/link-keys.server.ts";
import { answered, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { linkKeyProblem } from "#app/server/api/link-key-problem.server.ts";
import { createLinkKey, listLinkKeysOperation } from "#app/server/api/operations/link-keys.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { invalid } from "#app/server/api/validation-errors.server.ts";

type Tokens = { readonly iss: string; readonly aud: string };

const linkKeyJson = ({ id, kid, alg, jwk, createdAt, revokedAt }: LinkKey, { iss, aud }: Tokens) => ({
  ...{ id, kid, alg, jwk, iss, aud },
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
});

const route = apiRoute([
  on(listLinkKeysOperation, async ({ services, caller: { creditorId }, query: { limit, cursor } }) => {
    const selection = { creditorId, limit };
    const after = cursor === undefined ? selection : { ...selection, after: cursor };
    const page = pageOf(await listLinkKeys(services.database.prisma, after), { limit, idOf: ({ id }) => id });
    const tokens = { iss: creditorId, aud: services.config.baseUrl.origin };
    return answered(200, { ...page, data: page.data.map((key) => linkKeyJson(key, tokens)) });
  }),

  on(createLinkKey, async ({ services, caller: { creditorId, actor }, newId, body: { kid, jwk } }) => {
    const inside = typeof jwk["kid"] === "string" ? jwk["kid"] : undefined;
    const name = kid ?? inside;
    if (name === undefined) return refused(invalid([{ path: "kid", code: "required", message: "is required" }]));
    if ("kid" in jwk && inside !== name) {
      return refused(invalid([{ path: "jwk.kid", code: "not_allowed", message: "must be the same as `kid`" }]));
    }
    const registered = await registerLinkKey(services, { creditorId, keyId: newId("lky"), kid: name, jwk, actor });
    if (!registered.ok) return refused(linkKeyProblem(registered.error));
    return answered(201, linkKeyJson(registered.value, { iss: creditorId, aud: services.config.baseUrl.origin }));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
