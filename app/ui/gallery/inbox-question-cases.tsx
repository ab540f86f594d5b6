import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { InboxPauseView } from "#app/ui/inbox/pause-view.ts";
import type { InboxQuestionView } from "#app/ui/inbox/question-view.ts";
import { InboxPausePage } from "#app/ui/pages/inbox-pause-page.tsx";
import { InboxQuestionPage } from "#app/ui/pages/inbox-question-page.tsx";
import type { GalleryCase } from "./gallery-case.ts";
import { TODAY } from "./plan-samples.ts";

const USER = {
  email: "administratie@bakkerijjansen.example",
  creditorName: "Bakkerij Jansen",
  hasOthers: false,
  mayDecide: true,
};

const owing = {
  debtor: {
    name: "Fatima El Amrani",
    reference: "D-1010",
    email: null,
    phone: "06 12345671",
    address: "Kerkstraat 2, 1234 GH Ons Dorp",
    channel: null,
  },
  claims: [{ id: "clm_1", reference: "2026-0460", description: "Taart", status: "paused", open: asCents(162_31n) }],
} as const;

const pause: InboxPauseView = {
  ...owing,
  id: "pau_1",
  reason: "help_sought",
  text: "Schuldhulp Ons Dorp",
  by: { kind: "debtor" },
  startedOn: day("2026-09-22"),
  untilOn: day("2027-01-22"),
  extended: 1,
  ended: null,
  letter: null,
};

const change: InboxQuestionView = {
  ...owing,
  id: "qst_1",
  kind: "details_change",
  askedOn: TODAY,
  answerBefore: day("2026-12-22"),
  letter: { subject: "Gewenste gegevens", text: "E-mailadres: fatima@example.org\nStraat: Dorpsstraat" },
  changes: [
    { field: "email", now: null, wanted: "fatima.elamrani.met.een.lange.naam@example.org" },
    { field: "street", now: "Kerkstraat", wanted: "Dorpsstraat" },
    { field: "addressLine2", now: "2e verdieping", wanted: null },
  ],
  retention: null,
  pauseId: null,
  answer: null,
};

const deceased: InboxQuestionView = {
  ...change,
  kind: "deceased",
  letter: { subject: "Iemand is overleden", text: "Naam: Karim El Amrani\nWanneer: 1 november 2026" },
  changes: [],
  pauseId: "pau_1",
};

/** What rests, and what debtors tell or ask. */
export const INBOX_QUESTION_CASES: readonly GalleryCase[] = [
  pauseCase("inbox-pause", pause),
  pauseCase("inbox-pause-without-end", {
    ...pause,
    reason: "bankruptcy",
    text: "",
    untilOn: null,
    extended: 0,
    letter: { questionId: "qst_1", subject: "Failliet", text: "Curator: mr. De Boer", on: TODAY },
  }),
  pauseCase("inbox-pause-incomplete", pause, {
    errors: [
      { field: "until", kind: "not_longer", untilOn: day("2027-01-22") },
      { field: "extendReason", kind: "missing" },
    ],
    answers: { until: "2026-12-01", extendReason: "", endReason: "" },
  }),
  pauseCase("inbox-pause-extended", pause, { done: "extended" }),
  pauseCase("inbox-pause-ended", { ...pause, ended: { by: { kind: "colleague", email: "peter@bakkerijjansen.example" }, on: TODAY } }, { ended: true }), // prettier-ignore
  pauseCase("inbox-pause-reader", pause, { mayDecide: false }),
  questionCase("inbox-question-change", change),
  questionCase("inbox-question-change-no-reason", change, { error: { field: "declineText", kind: "missing" }, typed: "" }), // prettier-ignore
  questionCase("inbox-question-deceased", deceased),
  questionCase("inbox-question-late", { ...deceased, kind: "counsellor", answerBefore: day("2026-11-20") }),
  questionCase("inbox-question-erasure", { ...deceased, kind: "erasure", retention: { kind: "kept", rule: "bookkeeping", until: day("2033-12-31") }, pauseId: null }), // prettier-ignore
  questionCase(
    "inbox-question-answered",
    {
      ...deceased,
      kind: "wrong_person",
      answer: { outcome: "handled", text: "Wij hebben het adres aangepast.", by: { kind: "you" }, at: "2026-11-22T10:15:00.000Z" }, // prettier-ignore
    },
    { done: true },
  ),
  questionCase(
    "inbox-question-taken",
    {
      ...change,
      changes: change.changes.map(({ field, wanted }) => ({ field, wanted })),
      answer: { outcome: "applied", text: "", by: { kind: "colleague", email: "peter@bakkerijjansen.example" }, at: "2026-11-22T10:15:00.000Z" }, // prettier-ignore
    },
    { answered: true },
  ),
];

function pauseCase(
  name: string,
  shown: InboxPauseView,
  changes: Partial<Parameters<typeof InboxPausePage>[0]> = {},
): GalleryCase {
  // prettier-ignore
  const props = { user: USER, path: "/creditor/pauses/pau_1", pause: shown, mayDecide: true, done: null };
  return { name, page: <InboxPausePage {...props} {...changes} /> };
}

function questionCase(
  name: string,
  question: InboxQuestionView,
  changes: Partial<Parameters<typeof InboxQuestionPage>[0]> = {},
): GalleryCase {
  // prettier-ignore
  const props = { user: USER, path: "/creditor/questions/qst_1", question, mayDecide: true, today: TODAY, done: false };
  return { name, page: <InboxQuestionPage {...props} {...changes} /> };
}
