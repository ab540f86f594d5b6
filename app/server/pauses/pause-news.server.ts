import type { LocalDate } from "#app/domain/calendar.ts";
import { isPrivateReason, type PauseReason, pauseFreezesInterest } from "#app/domain/pause.ts";
import { tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type PauseNewsKind = "started" | "extended" | "ends_soon" | "ended" | "endedByDebtor" | "endedByCreditor";

export type PauseNews = {
  readonly kind: PauseNewsKind;
  readonly creditorId: string;
  readonly debtorId: string;
  /** At least one. */
  readonly claimIds: readonly string[];
  /** Names the news together with its kind and last day. */
  readonly pauseId: string;
  readonly reason: PauseReason;
  readonly untilOn: LocalDate | null;
  /** The creditor's own words, for the debtor. */
  readonly text?: string;
  /** The creditor's page about it; absent: that of the pause. */
  readonly path?: string;
};

const ANSWERS_AN_ACT: ReadonlySet<PauseNewsKind> = new Set(["started", "extended", "endedByDebtor"] as const);

/** Tells the debtor what became of a pause: what happened, what it means for the money, and what comes next. */
export async function tellDebtorOfPause(tx: Transaction, services: Services, news: PauseNews): Promise<void> {
  const { kind, creditorId, debtorId, claimIds, pauseId, reason, untilOn, text } = news;
  const ofCreditor = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { pauseFreezesInterest: true } }); // prettier-ignore
  const rests = pauseFreezesInterest(reason, ofCreditor.pauseFreezesInterest);
  await tellDebtor(tx, services, {
    creditorId,
    debtorId,
    claimIds,
    kind: `pause_${kind}`,
    key: `${pauseId} ${kind} ${untilOn ?? ""}`,
    // The creditor's own pause answers nothing that the debtor did.
    atOnce: ANSWERS_AN_ACT.has(kind) && reason !== "creditor",
    ownOnly: isPrivateReason(reason),
    write: ({ t, language }, creditor) => {
      const values = { creditor, day: untilOn === null ? "" : writtenDay(untilOn, language) };
      const paragraphs =
        kind === "started" || kind === "extended"
          ? [
              kind === "started" ? t(`pause.mail.started.${reason}`, values) : t("pause.mail.extended", values),
              text === undefined || text === "" ? null : t("pause.mail.words", { creditor, text }),
              untilOn === null ? t("pause.mail.noEnd", values) : t("pause.mail.until", values),
              t(rests ? "pause.mail.moneyRests" : "pause.mail.money", values),
              t("pause.mail.next", values),
            ]
          : kind === "ends_soon"
            ? [t("pause.mail.ends_soon", values), t("pause.mail.endsSoonNext", values), t("pause.mail.help", values)]
            : [
                t(`pause.mail.${kind}`, values),
                text === undefined || text === "" ? null : t("pause.mail.words", { creditor, text }),
                t("pause.mail.endedMoney", values),
                t("pause.mail.help", values),
              ];
      return {
        subject: t(`pause.mail.subject.${kind}`, values),
        blocks: paragraphs.flatMap((line) => (line === null ? [] : [{ type: "paragraph" as const, text: line }])),
        linkLabel: kind === "ends_soon" ? t("pause.mail.button") : undefined,
      };
    },
  });
}

/** Mails those who handle claims for the creditor. */
export async function tellCreditorOfPause(
  tx: Transaction,
  services: Services,
  { kind, creditorId, claimIds, pauseId, reason, untilOn, path = `/creditor/pauses/${pauseId}` }: PauseNews & { kind: "started" | "extended" | "ended" | "endedByDebtor" }, // prettier-ignore
): Promise<void> {
  await tellCreditor(tx, services, {
    creditorId,
    claimIds,
    kind: `pause_${kind}_creditor`,
    key: `${pauseId} ${kind} ${untilOn ?? ""}`,
    path,
    write: ({ t, language }) => ({
      subject: t(`pause.creditorMail.subject.${kind}`),
      text: t(`pause.creditorMail.text.${kind}`),
      rows: [
        { label: t("pause.creditorMail.why"), value: t(`pause.creditorMail.reason.${reason}`) },
        ...(untilOn === null ? [] : [{ label: t("pause.creditorMail.until"), value: writtenDay(untilOn, language) }]),
      ],
    }),
  });
}
