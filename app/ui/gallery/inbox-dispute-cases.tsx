import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { InboxDisputeView } from "#app/ui/inbox/dispute-view.ts";
import { InboxDisputePage } from "#app/ui/pages/inbox-dispute-page.tsx";
import type { GalleryCase } from "./gallery-case.ts";

const USER = {
  email: "administratie@bakkerijjansen.example",
  creditorName: "Bakkerij Jansen",
  hasOthers: false,
  mayDecide: true,
};
const PATH = "/creditor/disputes/dsp_1";

const open: InboxDisputeView = {
  id: "dsp_1",
  number: "B-7K2M-9QXZ",
  status: "open",
  ground: "defective_or_incomplete",
  scope: { kind: "parts", invoices: ["inv_1"], interest: false, costs: true },
  invoiceNumbers: ["2026-0412"],
  answers: {},
  amount: asCents(85_40n),
  disputedNow: asCents(85_40n),
  undisputedNow: asCents(76_91n),
  openedOn: day("2026-11-20"),
  answerBefore: day("2026-12-04"),
  debtorAnswerBefore: null,
  messages: [
    {
      id: "msg_1",
      from: "debtor",
      on: day("2026-11-20"),
      subject: "Uw bezwaar B-7K2M-9QXZ",
      body: "Wat ik kreeg, was niet goed of niet compleet\n\nDe taart was beschimmeld. Ik heb een foto gemaakt.",
      documents: [
        { id: "doc_1", fileName: "taart.jpg", mediaType: "image/jpeg", size: 182_000, scan: "clean", pages: 0 },
        { id: "doc_2", fileName: "bon.pdf", mediaType: "application/pdf", size: 64_000, scan: "unscanned", pages: 0 },
        {
          id: "doc_3",
          fileName: "schermafdruk.pdf",
          mediaType: "application/pdf",
          size: 64_000,
          scan: "infected",
          pages: 0,
        },
        {
          id: "doc_4",
          fileName: "kassa.pdf",
          mediaType: "application/pdf",
          size: 9_000,
          scan: "quarantined",
          pages: 0,
        },
      ],
    },
    {
      id: "msg_2",
      from: "creditor",
      on: day("2026-11-20"),
      subject: "Wij hebben uw bezwaar ontvangen (B-7K2M-9QXZ)",
      body: "U heeft laten weten dat u het niet eens bent met Bakkerij Jansen.",
      documents: [],
    },
  ],
  debtor: {
    name: "Sanne de Vries",
    reference: "D-1007",
    email: "sanne.devries@example.org",
    phone: "06 12345670",
    address: "Molenweg 8, 1234 GH Ons Dorp",
    channel: null,
  },
  claims: [{ id: "clm_1", reference: "2026-0412", description: "Taart", status: "disputed", open: asCents(162_31n) }],
  decision: null,
  messageId: "msg_3",
};

const asked: InboxDisputeView = { ...open, status: "awaiting_debtor", debtorAnswerBefore: day("2026-12-06") };

const resolved: InboxDisputeView = {
  ...open,
  status: "resolved",
  decision: {
    outcome: "partly_upheld",
    by: { kind: "you" },
    on: day("2026-11-22"),
    explanation: "De taart was niet goed. Het brood wel.",
    credited: asCents(60_00n),
    toPayBack: asCents(12_50n),
  },
};

const withdrawn: InboxDisputeView = {
  ...open,
  status: "withdrawn",
  decision: {
    outcome: null,
    by: { kind: "debtor" },
    on: day("2026-11-22"),
    explanation: "",
    credited: asCents(0n),
    toPayBack: asCents(0n),
  },
};

type Props = Parameters<typeof InboxDisputePage>[0];

function page(name: string, props: Partial<Props>): GalleryCase {
  return { name, page: <InboxDisputePage {...{ user: USER, path: PATH, dispute: open, mayDecide: true, done: null, ...props }} /> }; // prettier-ignore
}

/** A dispute in the creditor's inbox, in every state. */
export const INBOX_DISPUTE_CASES: readonly GalleryCase[] = [
  page("inbox-dispute", {}),
  page("inbox-dispute-reader", { mayDecide: false }),
  page("inbox-dispute-asked", { dispute: asked, done: "asked" }),
  page("inbox-dispute-told", { done: "written" }),
  page("inbox-dispute-incomplete", {
    errors: [
      { field: "outcome", kind: "missing" },
      { field: "explanation", kind: "missing" },
    ],
  }),
  page("inbox-dispute-too-high", {
    errors: [{ field: "credit", kind: "too_high", allowed: asCents(85_40n) }],
    answers: { message: "", outcome: "partly_upheld", explanation: "Te veel.", credit: "100" },
  }),
  page("inbox-dispute-no-message", {
    errors: [{ field: "message", kind: "missing" }],
  }),
  page("inbox-dispute-resolved", { dispute: resolved, done: "partly_upheld" }),
  page("inbox-dispute-rejected", {
    dispute: {
      ...resolved,
      decision: resolved.decision && {
        ...resolved.decision,
        outcome: "rejected",
        credited: asCents(0n),
        toPayBack: asCents(0n),
      },
    },
    done: "rejected",
  }),
  page("inbox-dispute-upheld", {
    dispute: { ...resolved, decision: resolved.decision && { ...resolved.decision, outcome: "upheld" } },
    done: "upheld",
  }),
  page("inbox-dispute-ended", { dispute: withdrawn, ended: true }),
];
