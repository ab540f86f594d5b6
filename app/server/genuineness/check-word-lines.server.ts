import type { Translator } from "#app/i18n/translator.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { checkWordsOf } from "./claim-check-words.server.ts";

/** How somebody who doubts the message checks it: with what a letter says, the code below, or the code that ends the link. */
export type CheckedBy = "mail" | "code" | "text";

type Order = {
  readonly creditorId: string;
  readonly claimIds: readonly string[];
  readonly translator: Pick<Translator, "t">;
  readonly by: CheckedBy;
};

/** The last lines of a message to a debtor: the check words of its claim, or of each by its reference, and where they are checked. */
export async function checkWordLines(
  tx: Transaction,
  { config, keys }: Pick<Services, "config" | "keys">,
  { creditorId, claimIds, translator: { t }, by }: Order,
): Promise<string[]> {
  // Typed, not followed: a mail that says it holds no link holds none.
  const address = `${config.baseUrl.host}${by === "mail" ? "/real" : "/c"}`;
  const [only] = claimIds;
  if (only !== undefined && claimIds.length === 1) {
    return [t(`real.${by}.one`, { words: checkWordsOf(keys, only).join(", "), address })];
  }
  const claims = await tx.claim.findMany({
    where: { creditorId, id: { in: [...claimIds] } },
    select: { id: true, reference: true },
    orderBy: { id: "asc" },
  });
  const lines = claims.map(({ id, reference }) => t("real.mail.each", { reference, words: checkWordsOf(keys, id).join(", ") })); // prettier-ignore
  return [...lines, t(`real.${by}.where`, { address })];
}
