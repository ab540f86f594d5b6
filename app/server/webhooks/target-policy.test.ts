import { expect, test } from "vitest";
import { checkTarget } from "#app/server/webhooks/target-policy.server.ts";

const none: ReadonlySet<string> = new Set();

test.each([
  "https://hooks.creditor.nl/voldaan",
  "https://hooks.creditor.nl:443/voldaan?tenant=7",
  "https://xn--crditeur-b1a.nl/",
  "https://créditeur.nl/",
  "https://127.0.0.1.nip.io/",
])("a public https URL may be registered: %s", (text) => {
  expect(checkTarget(text, none).ok).toBe(true);
});

test.each([
  ["http://hooks.creditor.nl/", "not_https"],
  ["ftp://hooks.creditor.nl/", "not_https"],
  ["file:///etc/passwd", "not_https"],
  ["javascript:alert(1)", "not_https"],
  ["https://user@hooks.creditor.nl/", "userinfo"],
  ["https://user:password@hooks.creditor.nl/", "userinfo"],
  ["https://hooks.creditor.nl:8443/", "port_not_allowed"],
  ["https://hooks.creditor.nl:22/", "port_not_allowed"],
  ["https://localhost/", "host_not_public"],
  ["https://LOCALHOST/", "host_not_public"],
  ["https://localhost./", "host_not_public"],
  ["https://postgres/", "host_not_public"],
  ["https://printer.local/", "host_not_public"],
  ["https://metadata.google.internal/", "host_not_public"],
  ["https://a.localhost/", "host_not_public"],
  ["https://nas.lan/", "host_not_public"],
  ["https://router.home.arpa/", "host_not_public"],
  ["https://hooks.creditor.nl./", "host_not_public"],
  ["https://.creditor.nl/", "host_not_public"],
  ["", "unreadable"],
  ["hooks.creditor.nl", "unreadable"],
  ["https://", "unreadable"],
  ["https://hooks.creditor.nl/a b", "unreadable"],
  ["https://hooks.creditor.nl\t/", "unreadable"],
  ["https:\\\\hooks.creditor.nl\\", "unreadable"],
  ["https://hooks.creditor.nl/\u0000", "unreadable"],
  ["https://[fe80::1%25eth0]/", "unreadable"],
  ["https://999.1.1.1/", "unreadable"],
  [`https://hooks.creditor.nl/${"x".repeat(2_048)}`, "too_long"],
])("%s is refused as %s", (text, kind) => {
  expect(checkTarget(text, none)).toEqual({ ok: false, error: { kind } });
});

test.each([
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "2130706433",
  "0x7f000001",
  "0x7f.0.0.1",
  "0x7F.1",
  "017700000001",
  "0177.0.0.01",
  "127.0.0.1.",
  "%31%32%37.0.0.1",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
  "0",
  "0.0.0.0",
  "169.254.169.254",
  "2852039166",
  "0xa9fea9fe",
  "93.184.216.34",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::ffff:a9fe:a9fe]",
  "[fe80::1]",
  "[64:ff9b::7f00:1]",
  "[2606:2800:220:1:248:1893:25c8:1946]",
])("an address is no host name, however it is spelled: %s", (host) => {
  expect(checkTarget(`https://${host}/`, none)).toEqual({ ok: false, error: { kind: "ip_literal" } });
});

test("a listed host and port may be http and private, and nothing else there", () => {
  const allowed = new Set(["localhost:4001", "[::1]:80", "10.0.0.1:443"]);
  expect(checkTarget("http://localhost:4001/hook", allowed).ok).toBe(true);
  expect(checkTarget("https://localhost:4001/hook", allowed).ok).toBe(true);
  expect(checkTarget("http://[::1]/", allowed).ok).toBe(true);
  expect(checkTarget("https://10.0.0.1/", allowed).ok).toBe(true);
  expect(checkTarget("http://localhost:4002/", allowed)).toEqual({ ok: false, error: { kind: "not_https" } });
  expect(checkTarget("http://10.0.0.1/", allowed)).toEqual({ ok: false, error: { kind: "not_https" } });
  expect(checkTarget("http://user@localhost:4001/", allowed)).toEqual({ ok: false, error: { kind: "userinfo" } });
});
