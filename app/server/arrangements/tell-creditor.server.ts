import { sum } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import { tellCreditor as tell } from "#app/server/messages/tell-creditor.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";

export type CreditorNewsKind =
  "proposed" | "answer_due" | "miss_announced" | "accepted" | "withdrawn" | "expired" | "broken" | "completed";

/** Mails those who handle claims for the creditor what became of an arrangement, once for each kind and key. */
export async function tellCreditor(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  { arrangement, kind, key }: { arrangement: ArrangementRecord; kind: CreditorNewsKind; key: string },
): Promise<void> {
  const { id, creditorId, claimIds, offer, decideBefore } = arrangement;
  const total = offer.schedule.length === 0 ? offer.total : sum(offer.schedule.map(({ amount }) => amount));
  await tell(tx, services, {
    creditorId,
    claimIds,
    kind: `arrangement_${kind}_creditor`,
    key: `${id} ${kind} ${key}`,
    path: `/creditor/arrangements/${id}`,
    write: ({ t, language }) => ({
      subject: t(`arrangementMail.creditor.subject.${kind}`),
      text: t(`arrangementMail.creditor.text.${kind}`, {
        day: decideBefore === null ? "" : writtenDay(decideBefore, language),
      }),
      rows: [
        { label: t("arrangementMail.creditor.total"), value: formatEuro(total, language) },
        { label: t("arrangementMail.creditor.arrangement"), value: id },
      ],
    }),
  });
}
