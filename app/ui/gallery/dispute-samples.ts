import { day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import type { DisputeMessage, DisputeView, ReplyDraft } from "#app/ui/dispute/dispute-view.ts";

const PHOTO = { id: "doc_1", fileName: "kapotte-taartdoos.jpg", mediaType: "image/jpeg", size: 812_000, scan: "clean" } as const; // prettier-ignore
const HELD = { id: "doc_2", fileName: "afschrift.pdf", mediaType: "application/pdf", size: 84_000, scan: "quarantined" } as const; // prettier-ignore

export const sampleFiles = [PHOTO, HELD] as const;

const STORY: DisputeMessage = {
  id: "msg_1",
  from: "debtor",
  on: day("2026-11-22"),
  subject: "Uw bezwaar B-7K2M-9QXZ",
  body: "Wat ik kreeg, was niet goed of niet compleet\n\nEen bedrag van € 60,00\n\nDe onderste taart was ingestort. Ik heb dat dezelfde dag gebeld.",
  documents: [PHOTO, HELD],
};

const QUESTION: DisputeMessage = {
  id: "msg_2",
  from: "creditor",
  on: day("2026-11-24"),
  subject: "Een vraag over uw bezwaar B-7K2M-9QXZ",
  body: "Met wie heeft u die dag gebeld? En heeft u nog een foto van de hele taart?",
  documents: [],
};

const ANSWER: DisputeMessage = { id: "msg_3", from: "debtor", on: day("2026-11-25"), subject: "Uw bericht over bezwaar B-7K2M-9QXZ", body: "Met mevrouw Jansen zelf.", documents: [] }; // prettier-ignore

export const noReply: ReplyDraft = { messageId: "msg_9", text: "", uploads: [] };

export const openDispute: DisputeView = {
  id: "dsp_1",
  number: "B-7K2M-9QXZ",
  status: "open",
  ground: "defective_or_incomplete",
  scope: { kind: "amount", amount: asCents(60_00n) },
  invoiceNumbers: [],
  amount: asCents(60_00n),
  disputedNow: asCents(60_00n),
  undisputedNow: asCents(102_31n),
  openedOn: day("2026-11-22"),
  answerBefore: day("2026-12-06"),
  debtorAnswerBefore: null,
  outcome: null,
  explanation: null,
  credited: ZERO,
  endedOn: null,
  text: "De onderste taart was ingestort. Ik heb dat dezelfde dag gebeld.",
  messages: [STORY],
};

export const wholeDispute: DisputeView = {
  ...openDispute,
  ground: "not_my_debt",
  scope: { kind: "whole" },
  amount: asCents(162_31n),
  disputedNow: asCents(162_31n),
  undisputedNow: ZERO,
};

export const partsDispute: DisputeView = {
  ...openDispute,
  ground: "costs_wrong",
  scope: { kind: "parts", invoices: ["inv-2026-0412"], interest: false, costs: true },
  invoiceNumbers: ["2026-0412"],
  messages: [STORY, QUESTION, ANSWER],
};

export const askedDispute: DisputeView = {
  ...openDispute,
  status: "awaiting_debtor",
  debtorAnswerBefore: day("2026-12-08"),
  messages: [STORY, QUESTION],
};

const ended = { status: "resolved", endedOn: day("2026-12-02"), messages: [STORY, QUESTION, ANSWER] } as const;

export const upheldDispute: DisputeView = {
  ...openDispute,
  ...ended,
  outcome: "upheld",
  explanation: "U heeft gelijk. De taart had zo niet mee gemogen. Wij halen dit bedrag van de rekening af.",
  credited: asCents(60_00n),
  disputedNow: ZERO,
};

export const partlyUpheldDispute: DisputeView = {
  ...openDispute,
  ...ended,
  outcome: "partly_upheld",
  explanation: "Eén van de twee taarten was ingestort. Daarvoor halen wij € 30,00 van de rekening af.",
  credited: asCents(30_00n),
  disputedNow: asCents(30_00n),
};

export const rejectedDispute: DisputeView = {
  ...openDispute,
  ...ended,
  outcome: "rejected",
  explanation: "U heeft getekend voor een goede levering. Op de foto zien wij geen schade.",
};

export const withdrawnDispute: DisputeView = { ...openDispute, status: "withdrawn", endedOn: day("2026-11-23") };
