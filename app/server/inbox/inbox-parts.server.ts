import type { Services } from "#app/server/services.server.ts";

/** Whom something is about, and which claims. */
export type AboutClaims = { readonly id: string; readonly debtor: string; readonly references: readonly string[] };

type Part = { readonly creditorId: string; readonly take: number };

/** More than this many are not counted: what waits is not counted longer the more there is of it. */
export const MOST_COUNTED = 1_000;

/** How many of a kind wait, at most one more than `MOST_COUNTED`, and those that are due first. */
export type WaitingOf<Item> = (services: Services, part: Part) => Promise<{ count: number; items: readonly Item[] }>;

/** What of a kind was decided, the newest `take` at least. */
export type DecidedOf<Item> = (services: Services, part: Part) => Promise<readonly { at: Date; item: Item }[]>;
