import { Resolver } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The addresses, IPv4 and IPv6, of a host name; rejects when there are none. */
export type Resolve = (hostname: string, signal: AbortSignal) => Promise<readonly string[]>;

const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR("2000::/3");

// Looks public, but every machine in Azure reaches its own platform there.
const AZURE_HOST_SERVICE = "168.63.129.16";

/** Whether an address is one on the public internet: not private, loopback, link-local, shared, reserved, mapped, tunnelled. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address === AZURE_HOST_SERVICE) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST_V6);
}

/** Asks the name servers, past the hosts file and the thread pool: a name server that never answers blocks nothing else. */
export const resolveByDns: Resolve = async (hostname, signal) => {
  const resolver = new Resolver({ timeout: 4_000, tries: 2 });
  signal.addEventListener("abort", () => resolver.cancel(), { once: true });
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  if (v4.status === "rejected" && v6.status === "rejected") throw v4.reason;
  return [v4, v6].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
};

/** A lookup that knows only these addresses, so that what was checked is what is connected to. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (_hostname, options, callback) => {
    const [first] = entries;
    if (first === undefined || options.all === true) return callback(null, entries);
    callback(null, first.address, first.family);
  };
}
