import { negotiate } from "#app/domain/arrangement/negotiate.ts";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import type { InboxArrangementView, OfferView } from "#app/ui/inbox/inbox-view.ts";
import { InboxArrangementPage } from "#app/ui/pages/inbox-arrangement-page.tsx";
import { InboxChoosePage } from "#app/ui/pages/inbox-choose-page.tsx";
import { InboxCodePage } from "#app/ui/pages/inbox-code-page.tsx";
import { InboxCounterPage } from "#app/ui/pages/inbox-counter-page.tsx";
import { InboxErrorPage } from "#app/ui/pages/inbox-error-page.tsx";
import { InboxPage } from "#app/ui/pages/inbox-page.tsx";
import { InboxSignInLinkPage } from "#app/ui/pages/inbox-sign-in-link-page.tsx";
import { InboxSignInPage } from "#app/ui/pages/inbox-sign-in-page.tsx";
import type { GalleryCase } from "./gallery-case.ts";
import { running, THREE_PAID, TODAY } from "./plan-samples.ts";

const USER = {
  email: "administratie@bakkerijjansen.example",
  creditorName: "Bakkerij Jansen",
  hasOthers: false,
  mayDecide: true,
};
const TOTAL = asCents(162_31n);
const WISH: Wish = {
  downPayment: ZERO,
  perInstalment: asCents(15_00n),
  frequency: "monthly",
  payDay: 25,
  firstOn: null,
  budgetUsed: true,
  settlement: false,
};
const ADVICE = negotiate({ policy: DEFAULT_POLICY, total: TOTAL, wish: WISH, today: TODAY });
const ASKED = ADVICE.kind === "accepted" ? ADVICE.schedule : (ADVICE.asked ?? []);
const OPTIONS = ADVICE.kind === "accepted" ? [] : ADVICE.options;

const asked: OfferView = {
  version: 1,
  by: { kind: "debtor" },
  on: TODAY,
  schedule: ASKED,
  wish: WISH,
  message: "",
};

const proposed: InboxArrangementView = {
  id: "arr_1",
  status: "proposed",
  version: 1,
  today: TODAY,
  debtor: {
    name: "Sanne de Vries",
    reference: "D-1007",
    email: "sanne.devries@example.org",
    phone: "06 12345670",
    address: "Molenweg 8, 1234 GH Ons Dorp",
    channel: null,
  },
  claims: [
    { id: "clm_1", reference: "2026-0412", description: "Brood oktober", status: "open", open: asCents(122_31n) },
    { id: "clm_2", reference: "2026-0455", description: "Taart", status: "open", open: asCents(40_00n) },
  ],
  total: TOTAL,
  reason: { code: "less_income", text: "Vanaf januari werk ik weer." },
  advice: ADVICE,
  plan: null,
  decideBefore: day("2026-11-27"),
  validUntil: null,
  offer: asked,
  offers: [asked],
  decision: null,
  policy: DEFAULT_POLICY,
};

const counter: OfferView = {
  version: 2,
  by: { kind: "colleague", email: "peter@bakkerijjansen.example" },
  on: TODAY,
  schedule: OPTIONS[0]?.schedule ?? [],
  wish: null,
  message: "In zes keer kan het wel.",
};

const countered: InboxArrangementView = {
  ...proposed,
  status: "countered",
  version: 2,
  advice: null,
  decideBefore: null,
  validUntil: day("2026-12-06"),
  offer: counter,
  offers: [counter, asked],
  decision: { by: counter.by, at: "2026-11-22T10:15:00.000Z", text: null },
};

const plan = running("2026-11-22", { paid: THREE_PAID }).plan;

const accepted: InboxArrangementView = {
  ...proposed,
  status: "accepted",
  total: null,
  advice: null,
  decideBefore: null,
  plan,
  decision: { by: { kind: "you" }, at: "2026-08-20T10:15:00.000Z", text: null },
};

const COUNTS = { proposal: 0, dispute: 0, complaint: 0, question: 0, pause: 0 };

const ANSWERS = {
  choice: "0",
  count: "",
  firstOn: "2026-12-25",
  frequency: "monthly",
  reason: "",
  validUntil: "2026-12-06",
  rows: [],
};

const ROW_ANSWERS = {
  ...ANSWERS,
  choice: "rows",
  reason: "Eind december kunt u beginnen, daarna elke maand iets meer.",
  rows: [
    { dueOn: "2026-12-25", amount: "25,00" },
    { dueOn: "2027-01-25", amount: "50,00" },
    { dueOn: "2027-02-25", amount: "87,31" },
  ],
};

const about = { id: "arr_1", kind: "proposal", debtor: "Sanne de Vries", references: ["2026-0412", "2026-0455"] } as const; // prettier-ignore

/** Every page of the creditor's inbox. */
export const INBOX_CASES: readonly GalleryCase[] = [
  { name: "inbox-sign-in", page: <InboxSignInPage path="/creditor/sign-in" /> },
  {
    name: "inbox-sign-in-unreadable",
    page: <InboxSignInPage path="/creditor/sign-in" email="jansen" error="unreadable" />,
  },
  { name: "inbox-code", page: <InboxCodePage path="/creditor/sign-in/sic_1" againHref="/creditor/sign-in" /> },
  {
    name: "inbox-code-wrong",
    page: <InboxCodePage path="/creditor/sign-in/sic_1" againHref="/creditor/sign-in" error="wrong" />,
  },
  { name: "inbox-sign-in-link", page: <InboxSignInLinkPage path="/creditor/sign-in/link/x" againHref="/creditor/sign-in" /> }, // prettier-ignore
  { name: "inbox-sign-in-link-over", page: <InboxSignInLinkPage path="/creditor/sign-in/link/x" againHref="/creditor/sign-in" over /> }, // prettier-ignore
  {
    name: "inbox-choose",
    page: (
      <InboxChoosePage
        path="/creditor/choose"
        creditors={[
          { creditorId: "crd_1", name: "Bakkerij Jansen" },
          { creditorId: "crd_2", name: "De Zonnebloem" },
        ]}
      />
    ),
  },
  list("inbox-empty", { waiting: [], counts: COUNTS, kind: null, decided: [] }),
  list("inbox-list", {
    waiting: [
      { ...about, asked, answerBefore: TODAY },
      {
        ...about,
        id: "arr_2",
        debtor: "Fatima El Amrani",
        references: ["2026-0460"],
        asked: { ...asked, schedule: [], wish: { ...WISH, perInstalment: ZERO } },
        answerBefore: day("2026-11-27"),
      },
      {
        id: "dsp_01kaghtw0078v5w3drzqyj9c31",
        kind: "dispute",
        debtor: "Jan Smit",
        references: ["2026-0401"],
        ground: "defective_or_incomplete",
        amount: asCents(85_40n),
        asked: true,
        answerBefore: day("2026-12-04"),
      },
      {
        id: "cpl_01kaghtw0078v5w3drzqyj9c2m",
        kind: "complaint",
        debtor: "Sanne de Vries",
        references: ["2026-0412"],
        about: "contact",
        answerBefore: day("2026-12-20"),
      },
      {
        id: "qst_1",
        kind: "question",
        debtor: "Erven van der Meer",
        references: ["2026-0399"],
        about: "deceased",
        answerBefore: day("2026-12-22"),
      },
      {
        id: "pau_1",
        kind: "pause",
        debtor: "Fatima El Amrani",
        references: ["2026-0460"],
        reason: "help_sought",
        answerBefore: day("2027-03-22"),
      },
      {
        id: "pau_2",
        kind: "pause",
        debtor: "Erven van der Meer",
        references: ["2026-0399"],
        reason: "deceased",
        answerBefore: null,
      },
    ],
    counts: { proposal: 98, dispute: 1_001, complaint: 1, question: 3, pause: 2 },
    kind: null,
    decided: [
      { id: "qst_2", kind: "question", debtor: "Jan Smit", references: ["2026-0401"], outcome: "applied", on: TODAY },
      { id: "cpl_2", kind: "complaint", debtor: "Fatima El Amrani", references: ["2026-0460"], on: TODAY },
      { ...about, id: "arr_3", status: "accepted", on: TODAY },
      { ...about, id: "arr_4", status: "declined", on: day("2026-11-20") },
    ],
  }),
  list("inbox-list-one-kind", {
    waiting: [{ id: "pau_1", kind: "pause", debtor: "Fatima El Amrani", references: ["2026-0460"], reason: "help_sought", answerBefore: TODAY }], // prettier-ignore
    counts: { ...COUNTS, proposal: 2, pause: 1 },
    kind: "pause",
    decided: [],
  }),
  item("inbox-proposed", proposed),
  item("inbox-proposed-spare-only", {
    ...proposed,
    offer: { ...asked, schedule: [], wish: { ...WISH, perInstalment: asCents(10n) } },
  }),
  item("inbox-proposed-reader", proposed, { mayDecide: false }),
  item("inbox-no-reason", proposed, { errors: { act: "decline", kind: "reason_missing", reason: "" } }),
  item("inbox-countered", countered),
  item("inbox-countered-by-a-colleague", countered, { refused: "decided" }),
  item("inbox-accepted", accepted, { done: "accepted" }),
  item("inbox-running", accepted),
  item("inbox-declined", {
    ...proposed,
    status: "declined",
    total: null,
    advice: null,
    decideBefore: null,
    decision: { by: { kind: "software" }, at: "2026-11-22T10:15:00.000Z", text: "Uw vorige regeling is net gestopt." },
  }),
  counterPage("inbox-counter", {}),
  counterPage("inbox-counter-wrong", {
    answers: { ...ANSWERS, choice: "own" },
    errors: [
      { field: "count", kind: "count_wrong" },
      { field: "reason", kind: "reason_missing" },
    ],
  }),
  counterPage("inbox-counter-rows", { answers: ROW_ANSWERS }),
  counterPage("inbox-counter-rows-wrong", {
    answers: { ...ROW_ANSWERS, rows: [...ROW_ANSWERS.rows.slice(0, 2), { dueOn: "2027-01-25", amount: "20" }] },
    errors: [
      { field: "dueOn-3", kind: "row_day_order" },
      { field: "amount-3", kind: "sum_differs", difference: asCents(67_31n) },
    ],
  }),
  counterPage("inbox-counter-check", {
    answers: { ...ANSWERS, reason: "In zes keer kan het wel." },
    preview: { schedule: counter.schedule, shown: "shown", validUntil: day("2026-12-06"), version: 1 },
    changed: true,
  }),
  counterPage("inbox-counter-decided", { arrangement: countered }),
  { name: "inbox-error-403", page: <InboxErrorPage status={403} /> },
  { name: "inbox-error-404", page: <InboxErrorPage status={404} /> },
];

function list(name: string, lists: Pick<Parameters<typeof InboxPage>[0], "waiting" | "counts" | "kind" | "decided">) {
  return { name, page: <InboxPage user={USER} path="/creditor" today={TODAY} {...lists} /> };
}

function item(
  name: string,
  arrangement: InboxArrangementView,
  changes: Partial<Parameters<typeof InboxArrangementPage>[0]> = {},
): GalleryCase {
  const path = "/creditor/arrangements/arr_1";
  return { name, page: <InboxArrangementPage {...{ user: USER, path, arrangement, mayDecide: true, done: null }} {...changes} /> }; // prettier-ignore
}

function counterPage(name: string, changes: Partial<Parameters<typeof InboxCounterPage>[0]>): GalleryCase {
  const path = "/creditor/arrangements/arr_1/counter";
  const options = OPTIONS.map((option, index) => ({ key: String(index), option }));
  const props = { user: USER, path, arrangement: proposed, options, answers: ANSWERS };
  return { name, page: <InboxCounterPage {...props} {...changes} /> };
}
