import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { parseAddressRange } from "./address-range.server.ts";
import { clientAddress } from "./client-address.server.ts";

const proxies = [parseAddressRange("10.0.0.0/8")!];

function from(remoteAddress: string, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return clientAddress({ headers, socket: { remoteAddress } } as unknown as IncomingMessage, proxies);
}

test("the address behind the proxies we trust, and no further", () => {
  expect(from("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
  expect(from("10.0.0.2", "192.0.2.1, 198.51.100.1, 10.0.0.3")).toBe("198.51.100.1");
  expect(from("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(from("")).toBe("unknown");
});

test("all addresses of one IPv6 line count as one", () => {
  expect(from("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::");
  expect(from("2001:db8:1:2::1")).toBe("2001:db8:1:2::");
  expect(from("2001:db8:1:3::1")).toBe("2001:db8:1:3::");
});
