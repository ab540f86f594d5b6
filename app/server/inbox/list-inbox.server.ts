import type { LocalDate } from "#app/domain/calendar.ts";
import type { Services } from "#app/server/services.server.ts";
import { type AnsweredComplaint, answeredComplaints, type WaitingComplaint, waitingComplaints } from "./complaints-in-list.server.ts"; // prettier-ignore
import { type EndedDispute, endedDisputes, type WaitingDispute, waitingDisputes } from "./disputes-in-list.server.ts"; // prettier-ignore
import type { DecidedOf, WaitingOf } from "./inbox-parts.server.ts";
import { type RunningPauseItem, runningPauses } from "./pauses-in-list.server.ts";
import { type DecidedProposal, decidedProposals, type WaitingProposal, waitingProposals } from "./proposals-in-list.server.ts"; // prettier-ignore
import { type AnsweredQuestion, answeredQuestions, type WaitingQuestion, waitingQuestions } from "./questions-in-list.server.ts"; // prettier-ignore

/** What waits for an answer of the creditor, and what rests until a day. */
export type InboxItem = WaitingProposal | WaitingDispute | WaitingComplaint | WaitingQuestion | RunningPauseItem;

/** What was decided lately, by whoever it was. */
export type DecidedItem = DecidedProposal | EndedDispute | AnsweredComplaint | AnsweredQuestion;

export const INBOX_KINDS = ["proposal", "dispute", "complaint", "question", "pause"] as const;

export type InboxKind = (typeof INBOX_KINDS)[number];

export type InboxList = {
  /** What is due first comes first; the first hundred. */
  readonly waiting: readonly InboxItem[];
  /** How many there are of each kind; more than a thousand are not counted. */
  readonly counts: Readonly<Record<InboxKind, number>>;
  /** The newest first; only where every kind is listed. */
  readonly decided: readonly DecidedItem[];
};

const WAITING: Readonly<Record<InboxKind, WaitingOf<InboxItem>>> = {
  proposal: waitingProposals,
  dispute: waitingDisputes,
  complaint: waitingComplaints,
  question: waitingQuestions,
  pause: runningPauses,
};
const DECIDED: readonly DecidedOf<DecidedItem>[] = [decidedProposals, endedDisputes, answeredComplaints, answeredQuestions]; // prettier-ignore

const MOST_WAITING = 100;
const MOST_DECIDED = 10;

/** What a creditor has to answer and what rests, sorted by the last day, and what was decided lately; or one kind of it. */
export async function listInbox(
  services: Services,
  { creditorId, kind = null }: { creditorId: string; kind?: InboxKind | null },
): Promise<InboxList> {
  const [waiting, decided] = await Promise.all([
    Promise.all(INBOX_KINDS.map(async (one) => ({ one, ...(await WAITING[one](services, { creditorId, take: MOST_WAITING })) }))), // prettier-ignore
    kind === null ? Promise.all(DECIDED.map((load) => load(services, { creditorId, take: MOST_DECIDED }))) : [],
  ]);
  return {
    waiting: waiting
      .filter(({ one }) => kind === null || one === kind)
      .flatMap(({ items }) => items)
      .sort((left, right) => byDay(left.answerBefore, right.answerBefore))
      .slice(0, MOST_WAITING),
    counts: Object.fromEntries(waiting.map(({ one, count }) => [one, count])) as Record<InboxKind, number>,
    decided: decided
      .flat()
      .sort((left, right) => right.at.getTime() - left.at.getTime())
      .slice(0, MOST_DECIDED)
      .map(({ item }) => item),
  };
}

/** What has no last day comes last. */
function byDay(left: LocalDate | null, right: LocalDate | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  return right === null || left < right ? -1 : 1;
}
