import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { expect, test } from "vitest";
import { isPublicAddress, pinnedLookup } from "#app/server/webhooks/public-address.server.ts";

test.each(["93.184.216.34", "1.1.1.1", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:400e:80f::200e"])(
  "%s is on the public internet",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each(["", "localhost", "127.1", "0x7f000001", "[::1]", "fe80::1%eth0", "::7f00:1", "::127.0.0.1"])(
  "%s is no public address",
  (text) => {
    expect(isPublicAddress(text)).toBe(false);
  },
);

const CLOSED_RANGES = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "255.255.255.255/32",
  "168.63.129.16/32",
  "::/96",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/32",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

test.each(CLOSED_RANGES)("no address in %s is public, in any spelling", (range) => {
  const [network, prefix] = ipaddr.parseCIDR(range);
  const bytes = network.toByteArray();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: bytes.length, maxLength: bytes.length }), (host) => {
      const address = ipaddr.fromByteArray(
        bytes.map((byte, index) => byte | ((host[index] ?? 0) & hostBits(prefix, index))),
      );
      for (const spelling of spellings(address)) expect(isPublicAddress(spelling)).toBe(false);
    }),
  );
});

/** The bits of byte `index` that a network of this prefix length leaves free. */
function hostBits(prefix: number, index: number): number {
  return 0xff >> Math.min(8, Math.max(0, prefix - index * 8));
}

function spellings(address: ipaddr.IPv4 | ipaddr.IPv6): string[] {
  if (address instanceof ipaddr.IPv6) {
    return [address.toString(), address.toNormalizedString(), address.toNormalizedString().toUpperCase()];
  }
  const mapped = address.toIPv4MappedAddress();
  return [address.toString(), mapped.toString(), mapped.toNormalizedString(), `::ffff:${address.toString()}`];
}

test("a pinned lookup knows its own addresses, whatever name is asked", () => {
  const lookup = pinnedLookup(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"]);
  const answers: unknown[] = [];
  lookup("localhost", { all: true }, (...answer) => answers.push(answer));
  lookup("localhost", {}, (...answer) => answers.push(answer));
  expect(answers).toEqual([
    [
      null,
      [
        { address: "93.184.216.34", family: 4 },
        { address: "2606:2800:220:1:248:1893:25c8:1946", family: 6 },
      ],
    ],
    [null, "93.184.216.34", 4],
  ]);
});
