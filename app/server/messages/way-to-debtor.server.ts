import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { isStoppedAddress } from "./stopped-address.server.ts";
import { textsGo } from "./texts-go.server.ts";
import { isUnusable } from "./unusable-number.server.ts";

/** Where a debtor is written to. */
export type DebtorWay = { readonly channel: "email" | "sms"; readonly recipient: string };

type Owner = { readonly creditorId: string; readonly debtorId: string };

/** How a debtor can be reached, as far as is known. */
type Reached = { readonly owner: Owner; readonly email: string | null; readonly phone: string | null; readonly channel: string | null }; // prettier-ignore

/**
 * How news reaches a debtor: by text message for who prefers that and gave a number that works, else by mail. Null: there is no
 * address, or only one at which nobody knows the debtor.
 */
export async function wayToDebtor(
  tx: Transaction,
  { config }: Pick<Services, "config">,
  { owner, email, phone, channel }: Reached,
): Promise<DebtorWay | null> {
  if (channel !== "sms" || phone === null || !textsGo(config)) return mailToDebtor(tx, { owner, email });
  const isOff = (await isStoppedAddress(tx, { owner, address: phone })) || (await isUnusable(tx, { owner, number: phone })); // prettier-ignore
  return isOff ? mailToDebtor(tx, { owner, email }) : { channel, recipient: phone };
}

/** As `wayToDebtor`, where a text message did not go. */
export async function mailToDebtor(
  tx: Transaction,
  { owner, email }: Pick<Reached, "owner" | "email">,
): Promise<DebtorWay | null> {
  if (email === null || (await isStoppedAddress(tx, { owner, address: email }))) return null;
  return { channel: "email", recipient: email };
}
