import { expect, test } from "vitest";
import { readConfig } from "./config.server.ts";

test("an empty environment gives the settings for a machine of one's own", () => {
  const read = readConfig({}, "/srv/voldaan");
  expect(read).toMatchObject({
    ok: true,
    value: {
      production: false,
      port: 3000,
      dataDir: "/srv/voldaan/.data",
      databaseUrl: null,
      idealLabel: "iDEAL | Wero",
    },
  });
  expect(read.ok && read.value.baseUrl.href).toBe("http://localhost:3000/");
});

test("the default address follows the port", () => {
  const read = readConfig({ PORT: "4100" }, "/srv");
  expect(read.ok && read.value.baseUrl.origin).toBe("http://localhost:4100");
});

test("every fault is named at once", () => {
  const read = readConfig(
    { PORT: "http", BASE_URL: "https://portal.example/pay", DATABASE_URL: "mysql://x", CLOCK_START: "yesterday" },
    "/srv",
  );
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.error.map((fault) => fault.name).sort()).toEqual(["BASE_URL", "CLOCK_START", "DATABASE_URL", "PORT"]);
});

test("an address that is none is a fault like any other", () => {
  const read = readConfig({ BASE_URL: "portal" }, "/srv");
  expect(!read.ok && read.error).toEqual([{ name: "BASE_URL", rule: "must be an http or https address" }]);
});

test("production asks for its address, keys and mail, and refuses what is for tests", () => {
  const read = readConfig(
    { NODE_ENV: "production", CLOCK_START: "2026-11-22T10:00:00Z", WEBHOOK_ALLOWED_TARGETS: "localhost:9000" },
    "/srv",
  );
  expect(!read.ok && read.error.map((fault) => fault.name)).toEqual([
    "BASE_URL",
    "APP_KEYS",
    "SMTP_URL",
    "MAIL_FROM",
    "WEBHOOK_ALLOWED_TARGETS",
    "CLOCK_START",
  ]);
});

test("what is for tests is taken in production when it is asked for by name", () => {
  const read = readConfig(
    {
      NODE_ENV: "production",
      BASE_URL: "https://portal.example",
      APP_KEYS: "a:b",
      SMTP_URL: "smtp://mail.example",
      MAIL_FROM: "a@portal.example",
      CLOCK_START: "2026-11-22T10:00:00Z",
      ALLOW_TEST_CLOCK: "1",
    },
    "/srv",
  );
  expect(read).toMatchObject({ ok: true, value: { production: true, clockStart: new Date("2026-11-22T10:00:00Z") } });
});
