import { missedRules, moneyRules } from "#app/domain/arrangement/plan-rules.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, sum } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { TextValues, Translator } from "#app/i18n/translator.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { NewsBlock } from "#app/server/messages/queue-news.server.ts";
import { agreedSchedule, type ArrangementRecord } from "./arrangement-record.server.ts";
import type { InstalmentNews, DebtorNews } from "./debtor-news.server.ts";
import { planRuleText } from "./plan-rule-text.server.ts";

export type NewsTextInput = {
  readonly news: DebtorNews;
  readonly arrangement: Pick<
    ArrangementRecord,
    "offer" | "policy" | "waivedCosts" | "discount" | "acceptedOn" | "instalments"
  >;
  /** Of an arrangement that ran: what was paid on it, and what is open on its claims now. */
  readonly money: { readonly paid: Cents; readonly open: Cents } | null;
  readonly creditor: string;
};

/** What happened, what it means for the money, and what to do next, in the reader's language. Holds no link. */
export function debtorNewsText(
  input: NewsTextInput,
  translator: Translator,
): { readonly subject: string; readonly blocks: readonly NewsBlock[] } {
  const { t } = translator;
  const variant = variantOf(input);
  const outcome = afterwards(variant);
  const values = { creditor: input.creditor, ...valuesOf(input, translator) };
  const paragraphs = [
    t(`arrangementMail.happened.${variant}`, values),
    ...quoted(input, translator),
    t(`arrangementMail.money.${outcome}`, values),
  ];
  return {
    subject: t(`arrangementMail.subject.${variant}`),
    blocks: [
      ...paragraphs.map(paragraph),
      ...tableOf(input, translator),
      ...rulesOf(input, translator).map(paragraph),
      paragraph(t(`arrangementMail.next.${outcome}`, values)),
    ],
  };
}

type Variant = ReturnType<typeof variantOf>;

/** Whoever accepted it, the same follows. */
function afterwards(variant: Variant): Exclude<Variant, "acceptedByCreditor" | "acceptedByDebtor"> {
  return variant === "acceptedByCreditor" || variant === "acceptedByDebtor" ? "accepted" : variant;
}

const VARIANTS = {
  proposed: "proposed",
  countered: "countered",
  declined: "declined",
  withdrawn: "withdrawn",
  completed: "completed",
  broken: "broken",
  remind: "remind",
  missed_first: "missedFirst",
  moved_to_end: "movedToEnd",
  last_letter: "lastLetter",
  postponed: "postponed",
  skipped: "skipped",
  miss_announced: "missAnnounced",
  debit_announced: "debitAnnounced",
  debit_failed: "debitFailed",
} as const;

const ACCEPTED = { policy: "accepted", creditor: "acceptedByCreditor", debtor: "acceptedByDebtor" } as const;

function variantOf({ news, arrangement }: NewsTextInput) {
  switch (news.kind) {
    case "accepted":
      return ACCEPTED[news.by];
    case "cancelled":
      return arrangement.acceptedOn === null ? "cancelledProposal" : "cancelled";
    case "expired":
      return news.waitedFor === "creditor" ? "expired" : "expiredOffer";
    case "missed_second":
      return movedInstalment(news, arrangement) === null ? "missedSecond" : "missedMoved";
    default:
      return VARIANTS[news.kind];
  }
}

/** The instalment that was missed on the day of the message and has moved to the end since. */
function movedInstalment(
  { instalment }: { readonly instalment: InstalmentNews },
  { instalments }: NewsTextInput["arrangement"],
) {
  return instalments.find(({ seq, movedFrom }) => seq === instalment.seq && movedFrom === instalment.dueOn) ?? null;
}

function valuesOf({ news, arrangement, money }: NewsTextInput, { language }: Translator): TextValues {
  const euro = (amount: Cents) => formatEuro(amount, language);
  const onDay = (date: LocalDate) => writtenDay(date, language);
  const paid = money === null ? {} : { paid: euro(money.paid), open: euro(money.open) };
  switch (news.kind) {
    case "accepted":
      return scheduleValues(agreedSchedule(arrangement), { euro, onDay });
    case "proposed":
      return { day: onDay(news.decideBefore) };
    case "countered":
      return { ...scheduleValues(arrangement.offer.schedule, { euro, onDay }), validUntil: onDay(news.validUntil) };
    case "last_letter":
      return { amount: euro(news.behind), day: onDay(news.before) };
    case "missed_second": {
      const moved = movedInstalment(news, arrangement);
      const { dueOn, open } = news.instalment;
      return { amount: euro(open), day: onDay(dueOn), ...(moved ? { newDay: onDay(moved.dueOn) } : {}) };
    }
    case "moved_to_end":
    case "postponed":
    case "skipped":
      return {
        amount: euro(news.instalment.open),
        day: onDay(news.instalment.dueOn),
        newDay: onDay(news.newDueOn),
      };
    case "debit_announced":
      return { amount: euro(news.instalment.open), day: onDay(news.instalment.dueOn), newDay: onDay(news.on) };
    case "remind":
    case "missed_first":
    case "miss_announced":
    case "debit_failed":
      return { amount: euro(news.instalment.open), day: onDay(news.instalment.dueOn) };
    default:
      return paid;
  }
}

function scheduleValues(
  schedule: Schedule,
  { euro, onDay }: { euro: (amount: Cents) => string; onDay: (date: LocalDate) => string },
): TextValues {
  const [first] = schedule;
  const total = sum(schedule.map(({ amount }) => amount));
  return { total: euro(total), count: schedule.length, day: first === undefined ? "" : onDay(first.dueOn) };
}

/** What the creditor wrote, as theirs: word for word, between quotation marks. */
function quoted({ news, creditor }: NewsTextInput, { t }: Translator): string[] {
  if (news.kind === "countered" && news.message !== "") {
    return [t("arrangementMail.words.message", { creditor, text: news.message })];
  }
  if ((news.kind === "declined" || news.kind === "cancelled") && news.reason !== "") {
    return [t("arrangementMail.words.reason", { creditor, text: news.reason })];
  }
  return [];
}

function tableOf({ news, arrangement }: NewsTextInput, { language }: Translator): NewsBlock[] {
  const schedule = agreedSchedule(arrangement);
  if ((news.kind !== "accepted" && news.kind !== "countered") || schedule.length < 2) return [];
  const rows = schedule.map(({ dueOn, amount }) => ({
    label: writtenDay(dueOn, language),
    value: formatEuro(amount, language),
  }));
  return [{ type: "rows", rows }];
}

function rulesOf({ news, arrangement }: NewsTextInput, translator: Translator): string[] {
  if (news.kind === "countered") return moneyRules(arrangement).map((rule) => planRuleText(rule, translator));
  if (news.kind !== "accepted") return [];
  const ofMoney = moneyRules(arrangement).map((rule) => planRuleText(rule, translator));
  const ofMissing = missedRules(arrangement).map((rule) => planRuleText(rule, translator));
  return [ofMoney.join(" "), ofMissing.join(" ")];
}

function paragraph(text: string): NewsBlock {
  return { type: "paragraph", text };
}
