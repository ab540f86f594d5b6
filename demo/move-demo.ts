import type { Services } from "#app/server/services.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";
import type { DemoState } from "./demo-state.ts";
import { addressOf, issueDemoLink } from "./issue-demo-link.ts";

/**
 * The demo at another address than the one it was made for: links are signed again, because a link names the portal that
 * signed it, and webhooks go to where the receiver listens now. What was paid or said meanwhile stays.
 */
export async function moveDemo(
  services: Services,
  state: DemoState,
  { baseUrl, receiverUrl }: { baseUrl: string; receiverUrl: string },
): Promise<DemoState> {
  for (const [name, { id: creditorId, endpointId }] of Object.entries(state.creditors)) {
    const moved = await updateEndpoint(services, { creditorId, endpointId, url: new URL(name, receiverUrl).href, actor: "operator" }); // prettier-ignore
    if (!moved.ok && moved.error.kind === "url_refused") throw new Error(`webhooks of ${name}: ${moved.error.reason}`);
  }
  const scenarios = [];
  for (const scenario of state.scenarios) {
    scenarios.push({ ...scenario, url: addressOf(scenario.link, await issueDemoLink(services, scenario.link)) });
  }
  return { ...state, baseUrl, scenarios };
}
