import { err, ok, type Result } from "#app/domain/result.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type EndpointFault, readEndpointForm } from "./endpoint-form.server.ts";
import { type RegisteredEndpoint, registerEndpoint } from "./register-endpoint.server.ts";

/** Adds the endpoint that a form asks for, one however often it comes. One that was taken away since does not come back by it. */
export async function addEndpointFromForm(
  services: Services,
  { creditorId, formId, form, actor }: { creditorId: string; formId: string; form: URLSearchParams; actor: string },
): Promise<Result<RegisteredEndpoint, readonly EndpointFault[]>> {
  const fields = readEndpointForm(form);
  if (!fields.ok) return fields;
  const signature = form.get("signature") === "v1a" ? "v1a" : "v1";
  const text = JSON.stringify([creditorId, signature, fields.value]);
  const endpointId = derivedIdFrom("whe", { made: formId, text });
  const added = await registerEndpoint(services, { ...fields.value, creditorId, signature, endpointId, actor });
  if (!added.ok) return err([{ field: "url", kind: added.error.reason }]);
  return added.value.deleted ? err([{ field: "url", kind: "deleted_since" }]) : ok(added.value);
}
