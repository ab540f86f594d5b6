import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";
import {
  findEndpoint,
  findEndpoints,
  type Endpoint,
  type EndpointScope,
} from "#app/server/webhooks/endpoint-store.server.ts";

/** A creditor's endpoints, newest first: at most `limit`, from the one after the endpoint `after` on. */
export async function listEndpoints(
  services: Services,
  page: { readonly creditorId: string; readonly limit: number; readonly after?: string | undefined },
): Promise<Endpoint[]> {
  return findEndpoints(services.database.prisma, page);
}

export async function getEndpoint(
  services: Services,
  scope: EndpointScope,
): Promise<Result<Endpoint, { readonly kind: "not_found" }>> {
  const endpoint = await findEndpoint(services.database.prisma, scope);
  return endpoint ? ok(endpoint) : err({ kind: "not_found" });
}
