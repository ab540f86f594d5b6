import { afterAll, beforeAll, expect, test } from "vitest";
import { findLink } from "#app/server/access/open-link.server.ts";
import { makeCases } from "../../../demo/make-cases.ts";
import { moveDemo } from "../../../demo/move-demo.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

const OLD = { baseUrl: "http://localhost:3000", receiver: "http://localhost:3002" };
const NEW = { baseUrl: "http://localhost:4100", receiver: "http://localhost:4102" };

let services: TestServices;

beforeAll(async () => {
  services = await createTestServices({
    env: { BASE_URL: OLD.baseUrl, WEBHOOK_ALLOWED_TARGETS: "localhost:3002,localhost:4102" },
  });
});
afterAll(() => services.close());

test("a demo that starts on another port has links that open there, and webhooks that go to its receiver", async () => {
  const { toPay: _, ...made } = await makeCases(services, { receiverUrl: OLD.receiver });
  const there = { ...services, config: { ...services.config, baseUrl: new URL(NEW.baseUrl) } };
  const moved = await moveDemo(there, made, { baseUrl: NEW.baseUrl, receiverUrl: NEW.receiver });

  expect(moved.baseUrl).toBe(NEW.baseUrl);
  expect(moved.scenarios.map(({ title }) => title)).toEqual(made.scenarios.map(({ title }) => title));
  for (const { title, url, link } of moved.scenarios) {
    expect(url.startsWith(NEW.baseUrl), title).toBe(true);
    const [, kind, secret = ""] = new URL(url).pathname.split("/");
    const held = kind === "c" ? { code: secret } : { token: secret };
    const found = await findLink(there, held);
    expect([found.kind, kind], title).toEqual([link.agedDays > 0 ? "expired" : "valid", link.onPaper ? "c" : "l"]);
  }
  const endpoints = await services.database.prisma.webhookEndpoint.findMany({ select: { url: true } });
  expect(endpoints.map(({ url }) => new URL(url).origin)).toEqual([NEW.receiver, NEW.receiver]);
});
