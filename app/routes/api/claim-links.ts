import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { assertNever } from "#app/domain/result.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { sendLink } from "#app/server/access/send-link.server.ts";
import { answered, notFound, refused, refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { createLink } from "#app/server/api/operations/links.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { checkWordsOf } from "#app/server/genuineness/claim-check-words.server.ts";

const route = apiRoute([
  on(createLink, async ({ services, caller: { creditorId, actor }, newId, secretBytes, params, body }) => {
    const { channel, expiresAt } = body;
    const claimId = await findClaimId(services.database.prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const again = { id: newId("lnk"), secretBytes };
    const order = { creditorId, claimId, actor, again, ...(expiresAt ? { expiresAt } : {}) };
    const sent = channel === "email" || channel === "sms";
    const issued = await (sent
      ? sendLink(services, { ...order, channel })
      : issueLink(services, { ...order, channel }));
    if (issued.ok) {
      const { id, url, code, codeUrl, qrSvg } = issued.value;
      const checkWords = [...checkWordsOf(services.keys, claimId)];
      return answered(201, { id, url, code, codeUrl, qrSvg, checkWords, expiresAt: issued.value.expiresAt.toISOString() }); // prettier-ignore
    }
    const refusal = issued.error;
    switch (refusal.kind) {
      case "claim_not_found":
        return notFound();
      case "no_address":
        return refused({ code: channel === "sms" ? "no_phone_number" : "no_email_address" });
      case "address_stopped":
      case "claim_paused":
      case "claim_settled":
      case "claim_closed":
      case "sms_off":
        return refused({ code: refusal.kind });
      case "expiry_out_of_range": {
        const message = `must be in the future and at most ${refusal.latest.toISOString()}`;
        return refusedField("expiry_out_of_range", { path: "expiresAt", message });
      }
      default:
        return assertNever(refusal);
    }
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
