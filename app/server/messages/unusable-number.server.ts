import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { hashOfAddress } from "./stopped-address.server.ts";

type OwnNumber = {
  readonly owner: { readonly creditorId: string; readonly debtorId: string };
  readonly number: string;
};

/** The provider refuses that number: news for this debtor goes by mail, until a text message gets there or the creditor names it anew. */
export async function rememberUnusable(
  tx: Transaction,
  { clock }: Pick<Services, "clock">,
  { owner, number }: OwnNumber,
): Promise<void> {
  const data = { ...keyOf({ owner, number }), createdAt: clock.now() };
  await tx.unusableNumber.createMany({ skipDuplicates: true, data });
}

export async function forgetUnusable(tx: Transaction, own: OwnNumber): Promise<void> {
  await tx.unusableNumber.deleteMany({ where: keyOf(own) });
}

export async function isUnusable(tx: Transaction, own: OwnNumber): Promise<boolean> {
  return (await tx.unusableNumber.count({ where: keyOf(own) })) > 0;
}

function keyOf({ owner, number }: OwnNumber) {
  const { creditorId, debtorId } = owner;
  return { creditorId, debtorId, addressHash: hashOfAddress(owner, number) };
}
