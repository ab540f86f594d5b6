import { expect, test } from "vitest";
import { newAppKeyEntry } from "#app/server/platform/crypto/key-ring.server.ts";
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
      APP_KEYS: newAppKeyEntry("a"),
      SMTP_URL: "smtp://mail.example",
      MAIL_FROM: "a@portal.example",
      CLOCK_START: "2026-11-22T10:00:00Z",
      ALLOW_TEST_CLOCK: "1",
    },
    "/srv",
  );
  expect(read).toMatchObject({ ok: true, value: { production: true, clockStart: new Date("2026-11-22T10:00:00Z") } });
});

test("what only shows itself when it is used is a fault at the start as well, beside the others", () => {
  const secret = "c2hvcnQ=";
  const read = readConfig(
    {
      PORT: "http",
      APP_KEYS: `Key:${secret},b:${secret}`,
      DATABASE_URL: "postgres://[",
      SMTP_URL: "smtp://[",
      MAIL_FROM: "a@",
      TRUSTED_PROXIES: "10.0.0.0/8, proxy.local, 10.1",
      WEBHOOK_ALLOWED_TARGETS: "localhost:99999",
    },
    "/srv",
  );
  const faults = read.ok ? [] : read.error;
  const names = ["APP_KEYS", "DATABASE_URL", "MAIL_FROM", "PORT", "SMTP_URL", "TRUSTED_PROXIES", "WEBHOOK_ALLOWED_TARGETS"]; // prettier-ignore
  expect(faults.map(({ name }) => name).sort()).toEqual(names);
  const ruleOf = (name: string) => faults.find((fault) => fault.name === name)?.rule;
  expect(ruleOf("TRUSTED_PROXIES")).toContain("which proxy.local is not");
  expect(ruleOf("APP_KEYS")).toMatch(/key 1: .*; key 2: /);
  expect(JSON.stringify(faults)).not.toContain(secret);
});

test("targets are kept as a URL spells them, and proxies as ranges", () => {
  const read = readConfig({ WEBHOOK_ALLOWED_TARGETS: "LOCALHOST:4001,[::1]:80,127.0.0.1:443", TRUSTED_PROXIES: "10.0.0.0/8,::1" }, "/srv"); // prettier-ignore
  expect(read.ok && [...read.value.webhookAllowedTargets]).toEqual(["localhost:4001", "[::1]:80", "127.0.0.1:443"]);
  expect(read.ok && read.value.trustedProxies.map(([address, bits]) => `${String(address)}/${bits}`)).toEqual(["10.0.0.0/8", "::1/128"]); // prettier-ignore
});
