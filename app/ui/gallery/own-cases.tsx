import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { ComplaintView } from "#app/ui/complaint/complaint-view.ts";
import type { DetailsView } from "#app/ui/details/details-view.ts";
import type { InboxComplaintView } from "#app/ui/inbox/inbox-view.ts";
import { ComplaintCheckPage } from "#app/ui/pages/complaint-check-page.tsx";
import { ComplaintPage } from "#app/ui/pages/complaint-page.tsx";
import { ComplaintsPage } from "#app/ui/pages/complaints-page.tsx";
import { DetailsChangePage } from "#app/ui/pages/details-change-page.tsx";
import { DetailsConfirmPage } from "#app/ui/pages/details-confirm-page.tsx";
import { DetailsErasurePage } from "#app/ui/pages/details-erasure-page.tsx";
import { DetailsPage } from "#app/ui/pages/details-page.tsx";
import { InboxComplaintPage } from "#app/ui/pages/inbox-complaint-page.tsx";
import { RealPage } from "#app/ui/pages/real-page.tsx";
import { bakery } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";

const TODAY = day("2026-11-22");
const OUTSIDE = { ...bakery, complaints: { ...bakery.complaints, outsideBody: { name: "Kifid", url: "https://www.kifid.nl" } } }; // prettier-ignore

const details: DetailsView = {
  name: "Sanne de Boer",
  email: "sanne.deboer@example.org",
  phone: "+31612345670",
  street: "Molenweg",
  houseNumber: "8",
  addressLine2: null,
  postalCode: "1234GH",
  city: "Ons Dorp",
  country: "NL",
  language: "nl",
  channel: null,
  waiting: null,
  retention: { kind: "open_claim" },
};

const nothingKnown: DetailsView = {
  ...details,
  email: null,
  phone: null,
  street: null,
  houseNumber: null,
  postalCode: null,
  city: null,
  retention: { kind: "free" },
};

const ANSWERS = {
  email: "sanne.deboer@example.org",
  phone: "",
  street: "Molenweg",
  houseNumber: "8",
  addressLine2: "",
  postalCode: "1234 GH",
  city: "Ons Dorp",
};

const own = { id: "ses_1", since: "2026-11-22T09:15:00.000Z", own: true, helper: null };
const sessions = [
  own,
  { id: "ses_2", since: "2026-11-21T20:03:00.000Z", own: false, helper: null },
  { id: "ses_3", since: "2026-11-20T11:40:00.000Z", own: false, helper: "Mijn zus" },
];

const complaint: ComplaintView = {
  id: "cpl_01kaghtw0078v5w3drzqyj9c2m",
  about: "contact",
  text: "Ik ben vier keer op een dag gebeld.\nOok op zondag.",
  madeOn: TODAY,
  answerBefore: day("2026-12-20"),
  answer: null,
  outsideIsOpen: false,
};

const answered: ComplaintView = {
  ...complaint,
  id: "cpl_01kaghtw0078v5w3drzqyj9c2n",
  answer: { text: "U heeft gelijk. Wij bellen u niet meer op zondag.", on: day("2026-11-30") },
  outsideIsOpen: true,
};

const inInbox: InboxComplaintView = {
  id: complaint.id,
  about: complaint.about,
  text: complaint.text,
  madeOn: TODAY,
  answerBefore: complaint.answerBefore,
  answer: null,
  debtor: {
    name: "Sanne de Boer",
    reference: "D-1007",
    email: "sanne.deboer@example.org",
    phone: null,
    address: "Molenweg 8, 1234 GH Ons Dorp",
    channel: "letter",
  },
  claims: [{ id: "clm_1", reference: "2026-0412", description: "Taart", status: "open", open: asCents(162_31n) }],
};

const TYPED = { reference: "2026-0412", amount: "162,31", iban: "4300" };

/** Whether a message is genuine, a debtor's own details, and complaints. */
export const OWN_CASES: readonly GalleryCase[] = [
  { name: "real", page: <RealPage path="/real" codeAddress="betalen.example.nl/c" /> },
  {
    name: "real-match",
    page: (
      <RealPage
        path="/real"
        codeAddress="betalen.example.nl/c"
        answers={TYPED}
        outcome={{ kind: "match", words: ["appel", "fiets"] }}
      />
    ),
  },
  {
    name: "real-no-match",
    page: <RealPage path="/real" codeAddress="betalen.example.nl/c" answers={TYPED} outcome={{ kind: "no_match" }} />,
  },
  {
    name: "real-incomplete",
    page: (
      <RealPage
        path="/real"
        codeAddress="betalen.example.nl/c"
        answers={{ reference: "", amount: "1.234", iban: "43" }}
        errors={[
          { field: "reference", kind: "reference_missing" },
          { field: "amount", kind: "amount_ambiguous" },
          { field: "iban", kind: "iban_wrong" },
        ]}
      />
    ),
  },
  detailsPage("details", {}),
  detailsPage("details-changed", { news: "asked_confirm", details: { ...details, waiting: { parts: ["email", "address"], until: day("2026-11-29") } } }), // prettier-ignore
  detailsPage("details-saved", { news: "channel", sessions: [own] }),
  detailsPage("details-kept", {
    details: { ...details, retention: { kind: "kept", rule: "bookkeeping", until: day("2033-12-31") } },
  }),
  detailsPage("details-nothing-known", { details: nothingKnown, sessions: [own], unreachable: "phone" }),
  change("details-change", {}),
  change("details-change-no-email", { hasEmail: false, answers: { ...ANSWERS, email: "" } }),
  change("details-change-wrong", {
    answers: { ...ANSWERS, email: "sanne", postalCode: "" },
    errors: [
      { field: "email", kind: "email_wrong" },
      { field: "postalCode", kind: "address_incomplete" },
    ],
  }),
  confirm("details-confirm", null),
  confirm("details-confirmed", "confirmed"),
  confirm("details-refused", "refused"),
  confirm("details-confirm-over", "over"),
  erasure("details-erasure", null),
  erasure("details-erasure-answered", [
    "Wissen kan nu nog niet. Er is een rekening open. Bakkerij Jansen heeft uw gegevens daarvoor nodig.",
  ]),
  complaintPage("complaint", {}),
  complaintPage("complaint-incomplete", {
    errors: [
      { field: "about", kind: "about_missing" },
      { field: "text", kind: "text_missing" },
    ],
  }),
  {
    name: "complaint-check",
    page: (
      <ComplaintCheckPage
        creditor={bakery}
        path="/claim/complaint/check"
        complaintId={complaint.id}
        about={complaint.about}
        text={complaint.text}
        answerBefore={complaint.answerBefore}
      />
    ),
  },
  complaints("complaint-sent", { complaints: [complaint], sent: true }),
  complaints("complaint-late", { complaints: [{ ...complaint, outsideIsOpen: true }] }),
  complaints("complaint-answered", { complaints: [complaint, answered] }),
  inbox("inbox-complaint", {}),
  inbox("inbox-complaint-late", { today: day("2026-12-21") }),
  inbox("inbox-complaint-empty", { error: "answer_missing", typed: "" }),
  inbox("inbox-complaint-reader", { mayDecide: false }),
  inbox("inbox-complaint-taken", { refused: true, complaint: { ...inInbox, answer: { text: "U heeft gelijk.", by: { kind: "colleague", email: "peter@bakkerijjansen.example" }, at: "2026-11-30T10:15:00.000Z" } } }), // prettier-ignore
  inbox("inbox-complaint-answered", { done: true, complaint: { ...inInbox, answer: { text: "U heeft gelijk. Wij bellen u niet meer op zondag.", by: { kind: "you" }, at: "2026-11-30T10:15:00.000Z" } } }), // prettier-ignore
];

function detailsPage(name: string, changes: Partial<Parameters<typeof DetailsPage>[0]>): GalleryCase {
  const props = { creditor: bakery, path: "/claim/details", details, sessions, news: null, unreachable: null };
  return { name, page: <DetailsPage {...props} {...changes} /> };
}

function change(name: string, changes: Partial<Parameters<typeof DetailsChangePage>[0]>): GalleryCase {
  const props = {
    creditor: bakery,
    path: "/claim/details/change",
    changeId: "chg_1",
    answers: ANSWERS,
    hasEmail: true,
  };
  return { name, page: <DetailsChangePage {...props} {...changes} /> };
}

function confirm(name: string, answered: Parameters<typeof DetailsConfirmPage>[0]["answered"]): GalleryCase {
  const props = {
    path: "/claim/details/confirm/token",
    change: { kind: "open", parts: ["email", "address"] },
  } as const;
  return { name, page: <DetailsConfirmPage {...props} answered={answered} /> };
}

function erasure(name: string, answer: readonly string[] | null): GalleryCase {
  const props = { creditor: bakery, path: "/claim/details/erasure", requestId: "chg_1" };
  return { name, page: <DetailsErasurePage {...props} answer={answer} /> };
}

function complaintPage(name: string, changes: Partial<Parameters<typeof ComplaintPage>[0]>): GalleryCase {
  const props = { creditor: bakery, path: "/claim/complaint", backHref: "/claim", answers: { about: "", text: "" } };
  return { name, page: <ComplaintPage {...props} {...changes} /> };
}

function complaints(
  name: string,
  changes: Pick<Parameters<typeof ComplaintsPage>[0], "complaints"> & { sent?: boolean },
): GalleryCase {
  return { name, page: <ComplaintsPage creditor={OUTSIDE} path="/claim/complaint" sent={false} {...changes} /> };
}

function inbox(name: string, changes: Partial<Parameters<typeof InboxComplaintPage>[0]>): GalleryCase {
  const user = {
    email: "administratie@bakkerijjansen.example",
    creditorName: "Bakkerij Jansen",
    hasOthers: false,
    mayDecide: true,
  };
  const props = { user, path: "/creditor/complaints/cpl_1", complaint: inInbox, mayDecide: true, today: TODAY, done: false }; // prettier-ignore
  return { name, page: <InboxComplaintPage {...props} {...changes} /> };
}
