import { type IssuedLink, issueLink } from "#app/server/access/issue-link.server.ts";
import { fixedClock } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DemoLink } from "./demo-state.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A link to a claim of the demo, as old as the demo wants it. */
export async function issueDemoLink(services: Services, link: DemoLink): Promise<IssuedLink> {
  const { creditorId, claimId, agedDays, onPaper } = link;
  const then = new Date(services.clock.now().getTime() - agedDays * DAY_MS);
  const issued = await issueLink(
    { ...services, clock: fixedClock(then) },
    { creditorId, claimId, channel: onPaper ? "letter" : "email", actor: "operator" },
  );
  if (!issued.ok) throw new Error(`no link to ${claimId}: ${issued.error.kind}`);
  return issued.value;
}

/** The address to open: on paper one types the short code. */
export const addressOf = (link: DemoLink, issued: IssuedLink): string => (link.onPaper ? issued.codeUrl : issued.url);
