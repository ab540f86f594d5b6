import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { deleteEndpoint } from "./delete-endpoint.server.ts";
import { type EndpointFault, readEndpointForm, readRangeForm } from "./endpoint-form.server.ts";
import { findEndpoint } from "./endpoint-store.server.ts";
import { recoverDeliveries } from "./recover-deliveries.server.ts";
import { redeliverEvent } from "./redeliver-event.server.ts";
import { rotateSecret } from "./rotate-secret.server.ts";
import { sendTestEvent } from "./send-test-event.server.ts";
import { updateEndpoint } from "./update-endpoint.server.ts";

export type EndpointActed =
  | { readonly kind: "changed" | "tested" | "enabled" | "disabled" | "again" | "range" | "deleted" }
  | { readonly kind: "rotated"; readonly secret: string; readonly previousSecretUntil: Date };

export type EndpointActFault =
  | { readonly kind: "not_found" }
  /** It is switched off: nothing goes to it. */
  | { readonly kind: "off" }
  | { readonly kind: "incomplete"; readonly faults: readonly EndpointFault[] };

type Order = {
  readonly grant: Pick<CreditorGrant, "creditorId" | "userId">;
  readonly endpointId: string;
  readonly form: URLSearchParams;
};

/** Does what a form on an endpoint's page asks, in the name of the user who sent it. */
export async function actOnEndpoint(
  services: Services,
  order: Order,
): Promise<Result<EndpointActed, EndpointActFault>> {
  const { grant, endpointId, form } = order;
  const scope = { creditorId: grant.creditorId, endpointId };
  const by = { ...scope, actor: `user:${grant.userId}` };
  // A form that is wrong in itself tells nobody that the endpoint is there.
  if (!(await findEndpoint(services.database.prisma, scope))) return err({ kind: "not_found" });
  switch (form.get("act")) {
    case "change": {
      const fields = readEndpointForm(form);
      if (!fields.ok) return err({ kind: "incomplete", faults: fields.error });
      const changed = await updateEndpoint(services, { ...by, ...fields.value });
      if (changed.ok) return ok({ kind: "changed" });
      if (changed.error.kind === "not_found") return err({ kind: "not_found" });
      return err({ kind: "incomplete", faults: [{ field: "url", kind: changed.error.reason }] });
    }
    case "enable":
      return done(await updateEndpoint(services, { ...by, status: "enabled" }), "enabled");
    case "disable":
      return done(await updateEndpoint(services, { ...by, status: "disabled" }), "disabled");
    case "delete":
      return done(await deleteEndpoint(services, by), "deleted");
    case "test":
      return done(await sendTestEvent(services, scope), "tested");
    case "rotate": {
      const formId = form.get("formId") ?? "";
      if (!isId("frm", formId)) return err({ kind: "not_found" });
      const rotated = await rotateSecret(services, { ...by, rotationId: derivedIdFrom("rot", { made: formId, text: endpointId }) }); // prettier-ignore
      return rotated.ok ? ok({ kind: "rotated", ...rotated.value }) : err({ kind: "not_found" });
    }
    case "again": {
      // From the log of this endpoint: the others have nothing to do with it.
      return done(await redeliverEvent(services, { ...by, eventId: form.get("event") ?? "" }), "again");
    }
    case "range": {
      const range = readRangeForm(form);
      if (!range.ok) return err({ kind: "incomplete", faults: range.error });
      return done(await recoverDeliveries(services, { ...by, ...range.value }), "range");
    }
    default:
      return err({ kind: "not_found" });
  }
}

function done(
  result: Result<unknown, { readonly kind: string }>,
  kind: "changed" | "tested" | "enabled" | "disabled" | "again" | "range" | "deleted",
): Result<EndpointActed, EndpointActFault> {
  if (result.ok) return ok({ kind });
  return err({
    kind: result.error.kind === "endpoint_disabled" || result.error.kind === "no_endpoint" ? "off" : "not_found",
  });
}
