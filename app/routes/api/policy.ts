import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getPolicy, putPolicy } from "#app/server/api/operations/policy.server.ts";
import { policyJson, readPolicy } from "#app/server/api/policy-json.server.ts";
import { policyProblem } from "#app/server/api/policy-problem.server.ts";
import { policyOfCreditor, setPolicy } from "#app/server/arrangements/arrangement-policy.server.ts";

const route = apiRoute([
  on(getPolicy, async ({ services, caller: { creditorId } }) => {
    return answered(200, policyJson(await policyOfCreditor(services.database.prisma, creditorId)));
  }),

  on(putPolicy, async ({ services, caller: { creditorId, actor }, body }) => {
    const set = await setPolicy(services, { creditorId, policy: readPolicy(body), actor });
    return set.ok ? answered(200, policyJson(set.value)) : refused(policyProblem(set.error));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
