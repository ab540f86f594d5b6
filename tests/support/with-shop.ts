import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { expectSoundBooks } from "./invariants.ts";
import { openShop, type Shop } from "./shop.ts";

/** One shop for the tests of a file: whatever they did at the provider is forgotten before each, and its books are sound after each. */
export function withShop(take: (shop: Shop) => void): void {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    take(shop);
  });
  beforeEach(() => {
    shop.simulator.control.clearFaults();
    shop.simulator.control.clearRequests();
  });
  afterEach(() => expectSoundBooks(shop.services, shop.simulator));
  afterAll(() => shop.close());
}
