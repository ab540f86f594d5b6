import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { isStoppedAddress } from "./stopped-address.server.ts";

/** Where a debtor is written to. */
export type DebtorWay = { readonly channel: "email" | "sms"; readonly recipient: string };

/**
 * How news reaches a debtor: by text message for who prefers that and gave a number, else by mail. Null: there is no
 * address, or only one at which nobody knows the debtor.
 */
export async function wayToDebtor(
  tx: Transaction,
  { config }: Pick<Services, "config">,
  { owner, ...known }: { owner: { creditorId: string; debtorId: string }; email: string | null; phone: string | null; channel: string | null }, // prettier-ignore
): Promise<DebtorWay | null> {
  const { email, phone, channel } = known;
  const textsGo = config.smsUrl !== null || !config.production;
  const mayReach = async (address: string) => !(await isStoppedAddress(tx, { owner, address }));
  if (channel === "sms" && phone !== null && textsGo && (await mayReach(phone))) return { channel, recipient: phone };
  return email !== null && (await mayReach(email)) ? { channel: "email", recipient: email } : null;
}
