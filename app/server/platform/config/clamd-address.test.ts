import { expect, test } from "vitest";
import { parseClamdUrl } from "./clamd-address.server.ts";

test.each([
  ["tcp://clamd.internal:3310", { host: "clamd.internal", port: 3310 }],
  ["tcp://[::1]:3310", { host: "::1", port: 3310 }],
  ["unix:/run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
  ["unix:///run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
])("%s", (text, address) => {
  expect(parseClamdUrl(text)).toEqual(address);
});

test.each(["", "clamd:3310", "tcp://clamd", "http://clamd:3310", "unix:clamd.ctl", "tcp://clamd:3310/x"])(
  "%j leads nowhere",
  (text) => {
    expect(parseClamdUrl(text)).toBeNull();
  },
);
