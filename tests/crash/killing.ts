import { expect } from "vitest";
import type { Portal, PortalClaim } from "../support/portal.ts";
import type { ProcessName } from "../support/server.ts";
import { pointsInSource } from "./crash-points.ts";

type Killing = {
  readonly name: ProcessName;
  readonly point: string;
  /** What makes the process come to that point. */
  readonly cause: () => unknown;
  /** What happens between its death and its new life. */
  readonly meanwhile?: () => unknown;
};

/** Lets a process die at that point as in a power cut, sees it dead and starts it again. */
export async function killAt(portal: Portal, { name, point, cause, meanwhile }: Killing): Promise<void> {
  const { app } = portal;
  expect(pointsInSource()).toContain(point);
  await portal.quiet();
  await app.crashAt(name, point);
  await cause();
  expect(await app.ended(name)).toBe("SIGKILL");
  await meanwhile?.();
  await portal.expireLeases();
  await app.start(name);
}

/** Each event came in its order under an id of its own, properly signed; so many requests, or at most that many, were repeats. */
export function expectReceived(
  portal: Portal,
  claim: Pick<PortalClaim, "reference">,
  { events, repeats }: { events: readonly string[]; repeats: number | { readonly atMost: number } },
): void {
  const received = portal.receivedOf(claim);
  const first = received.filter(({ id }, index) => received.findIndex((other) => other.id === id) === index);
  expect(received.map(({ problem }) => problem)).toEqual(received.map(() => null));
  expect(first.map(({ sequence, type }) => `${sequence} ${type}`)).toEqual(events);
  const again = received.length - first.length;
  if (typeof repeats === "number") expect(again).toBe(repeats);
  else expect(again).toBeLessThanOrEqual(repeats.atMost);
}
