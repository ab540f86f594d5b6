import type { LocalDate } from "#app/domain/calendar.ts";
import type { Services } from "#app/server/services.server.ts";
import { type AnsweredComplaint, answeredComplaints, type WaitingComplaint, waitingComplaints } from "./complaints-in-list.server.ts"; // prettier-ignore
import { type EndedDispute, endedDisputes, type WaitingDispute, waitingDisputes } from "./disputes-in-list.server.ts"; // prettier-ignore
import type { DecidedOf, WaitingOf } from "./inbox-parts.server.ts";
import { type DecidedProposal, decidedProposals, type WaitingProposal, waitingProposals } from "./proposals-in-list.server.ts"; // prettier-ignore

/** What waits for an answer of the creditor. */
export type InboxItem = WaitingProposal | WaitingDispute | WaitingComplaint;

/** What was decided lately, by whoever it was. */
export type DecidedItem = DecidedProposal | EndedDispute | AnsweredComplaint;

export type InboxList = {
  /** What is due first comes first; the first hundred. */
  readonly waiting: readonly InboxItem[];
  readonly waitingCount: number;
  /** The newest first. */
  readonly decided: readonly DecidedItem[];
};

const WAITING: readonly WaitingOf<InboxItem>[] = [waitingProposals, waitingDisputes, waitingComplaints];
const DECIDED: readonly DecidedOf<DecidedItem>[] = [decidedProposals, endedDisputes, answeredComplaints];

const MOST_WAITING = 100;
const MOST_DECIDED = 10;

/** What a creditor has to answer, sorted by the last day for it, and what was decided lately. */
export async function listInbox(services: Services, { creditorId }: { creditorId: string }): Promise<InboxList> {
  const [waiting, decided] = await Promise.all([
    Promise.all(WAITING.map((load) => load(services, { creditorId, take: MOST_WAITING }))),
    Promise.all(DECIDED.map((load) => load(services, { creditorId, take: MOST_DECIDED }))),
  ]);
  return {
    waiting: waiting
      .flatMap(({ items }) => items)
      .sort((left, right) => byDay(left.answerBefore, right.answerBefore))
      .slice(0, MOST_WAITING),
    waitingCount: waiting.reduce((all, { count }) => all + count, 0),
    decided: decided
      .flat()
      .sort((left, right) => right.at.getTime() - left.at.getTime())
      .slice(0, MOST_DECIDED)
      .map(({ item }) => item),
  };
}

const byDay = (left: LocalDate, right: LocalDate): number => (left < right ? -1 : left > right ? 1 : 0);
