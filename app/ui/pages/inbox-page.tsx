import type { Translator } from "#app/i18n/translator.ts";
import { aboutText } from "#app/ui/complaint/complaint-view.ts";
import { formatAmount, formatDay, formatDayWithWeekday } from "#app/ui/format.ts";
import { askedLine } from "#app/ui/inbox/asked-line.ts";
import { arrangementHref, complaintHref, disputeHref } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { DecidedItem, InboxUser, WaitingItem } from "#app/ui/inbox/inbox-view.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxPageProps = {
  user: InboxUser;
  path: string;
  today: string;
  waiting: readonly WaitingItem[];
  waitingCount: number;
  decided: readonly DecidedItem[];
};

/** What waits for an answer, the first deadline on top; below it what was decided lately. */
export function InboxPage({ user, path, today, waiting, waitingCount, decided }: InboxPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const more = waitingCount - waiting.length;
  return (
    <InboxShell user={user} path={path} title={titleOf(waitingCount, translator)} wide>
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
  const { t, language } = translator;
  const { debtor, references, answerBefore } = item;
  const pressing = answerBefore <= today;
  return (
    <a
      href={hrefOf(item)}
      className="grid min-h-target gap-x-6 gap-y-1 py-4 text-ink no-underline hover:bg-card lg:grid-cols-[3fr_4fr_3fr] lg:items-baseline"
    >
      <span className="min-w-0">
        <span className="block font-semibold underline underline-offset-4">{debtor}</span>
        <span className="block text-small text-ink-soft [overflow-wrap:anywhere]">{references.join(", ")}</span>
      </span>
      <span className="min-w-0 tabular-nums">{waitingLine(item, translator)}</span>
      <span className={`min-w-0 lg:text-end ${pressing ? "font-semibold text-red" : "text-ink-soft"}`}>
        {t("inbox.list.answerBefore", { day: formatDayWithWeekday(answerBefore, language) })}
      </span>
    </a>
  );
}

const hrefOf = ({ kind, id }: Pick<WaitingItem, "kind" | "id">): string => PAGES[kind](id);

const PAGES = { proposal: arrangementHref, dispute: disputeHref, complaint: complaintHref } as const;

/** What it is about, in one line. */
function waitingLine(item: WaitingItem, translator: Translator): string {
  switch (item.kind) {
    case "proposal":
      return translator.t("inbox.list.asks", { what: askedLine(item.asked, translator) });
    case "dispute": {
      const { t, language } = translator;
      const ground = t(`disputeMail.ground.${item.ground}`);
      const line = t("inboxDispute.listed", { ground, amount: formatAmount(item.amount, language) });
      return item.asked ? `${line} · ${t("inboxDispute.listedAwaiting")}` : line;
    }
    case "complaint":
      return translator.t("complaint.inbox.line", { about: aboutText(item.about, translator) });
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
  }
}

function titleOf(count: number, { t }: Translator): string {
  return count === 0 ? t("inbox.list.nothing") : t("inbox.list.title", { count });
}
