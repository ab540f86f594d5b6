import type { Translator } from "#app/i18n/translator.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { checkWordsOf } from "./claim-check-words.server.ts";

type Order = {
  readonly creditorId: string;
  readonly claimIds: readonly string[];
  readonly translator: Pick<Translator, "t">;
};

/** The last lines of a mail to a debtor: the check words of its claim, or of each by its reference, and where they are checked. */
export async function checkWordLines(
  tx: Transaction,
  { config, keys }: Pick<Services, "config" | "keys">,
  { creditorId, claimIds, translator: { t } }: Order,
): Promise<string[]> {
  // Typed, not followed: a mail that says it holds no link holds none.
  const address = `${config.baseUrl.host}/real`;
  const [only] = claimIds;
  if (only !== undefined && claimIds.length === 1) {
    return [t("real.mail.one", { words: checkWordsOf(keys, only).join(", "), address })];
  }
  const claims = await tx.claim.findMany({
    where: { creditorId, id: { in: [...claimIds] } },
    select: { id: true, reference: true },
    orderBy: { id: "asc" },
  });
  const lines = claims.map(({ id, reference }) => t("real.mail.each", { reference, words: checkWordsOf(keys, id).join(", ") })); // prettier-ignore
  return [...lines, t("real.mail.where", { address })];
}
