import { complaintNumber, disputeNumber } from "#app/domain/spoken-number.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { aboutText } from "#app/ui/complaint/complaint-view.ts";
import { formatAmount, formatDay, formatDayWithWeekday } from "#app/ui/format.ts";
import { askedLine } from "#app/ui/inbox/asked-line.ts";
import { countText } from "#app/ui/inbox/count-text.ts";
import { arrangementHref, complaintHref, disputeHref, pauseHref, questionHref } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { DecidedItem, InboxKind, InboxUser, WaitingItem } from "#app/ui/inbox/inbox-view.ts";
import { KindFilter } from "#app/ui/inbox/kind-filter.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxPageProps = {
  user: InboxUser;
  path: string;
  today: string;
  waiting: readonly WaitingItem[];
  counts: Readonly<Record<InboxKind, number>>;
  /** The one kind that is listed; null: all. */
  kind: InboxKind | null;
  decided: readonly DecidedItem[];
};

/** What waits for an answer and what rests, the first deadline on top; below it what was decided lately. */
export function InboxPage({ user, path, today, waiting, counts, kind, decided }: InboxPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const listed = kind === null ? sumOf(counts) : counts[kind];
  const more = listed - waiting.length;
  const toAnswer = sumOf(counts) - counts.pause;
  return (
    <InboxShell user={user} path={path} title={titleOf(toAnswer, translator)} wide>
      <KindFilter counts={counts} kind={kind} />
      {waiting.length === 0 ? (
        <p>{t("inbox.list.nothingHint")}</p>
      ) : (
        <ul className="mb-4 border-t border-line">
          {waiting.map((item) => (
            <li key={item.id} className="border-b border-line">
              <WaitingRow item={item} today={today} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p>{t("inbox.list.more", { count: more })}</p>}
      {decided.length > 0 && (
        <section>
          <h2>{t("inbox.list.decided")}</h2>
          <LinkList links={decided.map((item) => decidedLink(item, translator))} />
        </section>
      )}
    </InboxShell>
  );
}

function WaitingRow({ item, today }: { item: WaitingItem; today: string }) {
  const translator = useTranslation();
  const { debtor, references, answerBefore } = item;
  const pressing = item.kind !== "pause" && answerBefore !== null && answerBefore <= today;
  return (
    <a
      href={hrefOf(item)}
      className="grid min-h-target gap-x-6 gap-y-1 py-4 text-ink no-underline hover:bg-card lg:grid-cols-[3fr_4fr_3fr] lg:items-baseline"
    >
      <span className="min-w-0">
        <span className="block font-semibold underline underline-offset-4">{debtor}</span>
        <span className="block text-small text-ink-soft [overflow-wrap:anywhere]">{references.join(", ")}</span>
      </span>
      <span className="min-w-0 tabular-nums">
        <span className="block text-small text-ink-soft">{kindLine(item, translator)}</span>
        {waitingLine(item, translator)}
      </span>
      <span className={`min-w-0 lg:text-end ${pressing ? "font-semibold text-red" : "text-ink-soft"}`}>
        {dayLine(item, translator)}
      </span>
    </a>
  );
}

function dayLine({ kind, answerBefore }: WaitingItem, { t, language }: Translator): string {
  if (answerBefore === null) return t("inbox.list.restsOn");
  const day = formatDayWithWeekday(answerBefore, language);
  return t(kind === "pause" ? "inbox.list.restsUntil" : "inbox.list.answerBefore", { day });
}

const hrefOf = ({ kind, id }: Pick<WaitingItem, "kind" | "id">): string => PAGES[kind](id);

const PAGES = {
  proposal: arrangementHref,
  dispute: disputeHref,
  complaint: complaintHref,
  question: questionHref,
  pause: pauseHref,
} as const;

/** What it is, with the number that its debtor says on the telephone. */
function kindLine({ kind, id }: WaitingItem, { t }: Translator): string {
  const name = t(`inbox.kind.${kind}`);
  if (kind === "dispute") return `${name} ${disputeNumber(id)}`;
  return kind === "complaint" ? `${name} ${complaintNumber(id)}` : name;
}

/** What it is about, in one line. */
function waitingLine(item: WaitingItem, translator: Translator): string {
  const { t, language } = translator;
  switch (item.kind) {
    case "proposal":
      return askedLine(item.asked, translator);
    case "dispute": {
      const ground = t(`disputeMail.ground.${item.ground}`);
      const line = t("inboxDispute.listed", { ground, amount: formatAmount(item.amount, language) });
      return item.asked ? `${line} · ${t("inboxDispute.listedAwaiting")}` : line;
    }
    case "complaint":
      return aboutText(item.about, translator);
    case "question":
      return t(`inboxQuestion.about.${item.about}`);
    case "pause":
      return t(`pause.creditorMail.reason.${item.reason}`);
  }
}

function decidedLink(item: DecidedItem, translator: Translator) {
  const { t, language } = translator;
  const what = decidedLine(item, translator);
  return {
    href: hrefOf(item),
    text: `${item.debtor}, ${item.references.join(", ")}`,
    meta: t("inbox.list.decidedOn", { what, day: formatDay(item.on, language) }),
  };
}

function decidedLine(item: DecidedItem, { t }: Translator): string {
  switch (item.kind) {
    case "proposal":
      return t(`inbox.status.${item.status}`);
    case "dispute":
      return t(`inboxDispute.outcome.${item.outcome ?? "withdrawn"}`);
    case "complaint":
      return t("complaint.inbox.answeredLine");
    case "question":
      return t(`inboxQuestion.outcome.${item.outcome}`);
  }
}

const sumOf = (counts: Readonly<Record<InboxKind, number>>): number => Object.values(counts).reduce((all, count) => all + count, 0); // prettier-ignore

function titleOf(count: number, { t }: Translator): string {
  if (count === 0) return t("inbox.list.nothing");
  return count > 1_000 ? t("inbox.list.titleMany", { many: countText(count) }) : t("inbox.list.title", { count });
}
