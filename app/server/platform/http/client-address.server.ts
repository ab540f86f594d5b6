import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import type { AddressRange } from "./address-range.server.ts";

/**
 * Whom a request comes from, for counting: the address of the client, or of IPv6 its /64, because whoever has one address of
 * a line has all of them. Walks `X-Forwarded-For` from the right, past the proxies we trust and no
 * further.
 */
export function clientAddress(request: IncomingMessage, trusted: readonly AddressRange[]): string {
  const hops = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",").map((hop) => hop.trim()).filter(Boolean); // prettier-ignore
  let address = normalise(request.socket.remoteAddress ?? "");
  while (address !== null && isTrusted(address, trusted) && hops.length > 0) {
    const next = normalise(hops.pop() ?? "");
    if (next === null) break;
    address = next;
  }
  return address === null ? "unknown" : lineOf(address);
}

function lineOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address.kind() === "ipv4") return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString();
}

function normalise(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(text) ? ipaddr.process(text) : null;
}

function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6, trusted: readonly AddressRange[]): boolean {
  return trusted.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));
}
