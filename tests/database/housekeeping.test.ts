import { afterAll, beforeAll, expect, test } from "vitest";
import { clearExpired } from "#app/server/housekeeping/clear-expired.server.ts";
import { createTestServices, type TestServices } from "../support/services.ts";

let services: TestServices;

beforeAll(async () => {
  services = await createTestServices();
});

afterAll(() => services.close());

test("what has run out goes, what still counts stays", async () => {
  const { prisma } = services.database;
  await prisma.rateLimit.createMany({
    data: [
      { key: "old", points: 1, expire: BigInt(Date.now() - 1_000) },
      { key: "counting", points: 1, expire: BigInt(Date.now() + 60_000) },
      { key: "for-ever", points: 1, expire: null },
    ],
  });
  const daysAgo = (days: number) => new Date(services.clock.now().getTime() - days * 24 * 60 * 60 * 1000);
  await prisma.providerNotice.createMany({
    data: [
      { provider: "mollie", providerId: "tr_old", processedAt: daysAgo(31) },
      { provider: "mollie", providerId: "tr_recent", processedAt: daysAgo(29) },
      { provider: "mollie", providerId: "tr_waiting", receivedAt: daysAgo(90) },
    ],
  });

  await clearExpired(services);

  const limits = await prisma.rateLimit.findMany({ select: { key: true }, orderBy: { key: "asc" } });
  expect(limits.map(({ key }) => key)).toEqual(["counting", "for-ever"]);
  const notices = await prisma.providerNotice.findMany({
    select: { providerId: true },
    orderBy: { providerId: "asc" },
  });
  expect(notices.map(({ providerId }) => providerId)).toEqual(["tr_recent", "tr_waiting"]);
});
