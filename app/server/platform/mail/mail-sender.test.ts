import { expect, test } from "vitest";
import { parseMailSender } from "./mail-sender.server.ts";

test.each([
  ["post@example.nl", { name: "", address: "post@example.nl", domain: "example.nl" }],
  ["Bakkerij Jansen <post@example.nl>", { name: "Bakkerij Jansen", address: "post@example.nl", domain: "example.nl" }],
  ['"Jansen, B.V." <post@Example.NL>', { name: "Jansen, B.V.", address: "post@Example.NL", domain: "example.nl" }],
  ["<voldaan@localhost>", { name: "", address: "voldaan@localhost", domain: "localhost" }],
])("%s is a sender", (text, sender) => {
  expect(parseMailSender(text)).toEqual({ ok: true, value: sender });
});

test.each([
  "",
  "Bakkerij Jansen",
  "post@",
  "@example.nl",
  "a@b.nl, c@d.nl",
  "A <a@b.nl>, c@d.nl",
  "A <a@b.nl>\nBcc: x@y.nl",
  "a@b@c.nl",
])("%j is not a sender", (text) => {
  expect(parseMailSender(text)).toEqual({ ok: false, error: { kind: "invalid_mail_from" } });
});
