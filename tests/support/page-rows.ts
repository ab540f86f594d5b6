import routes from "#app/routes.ts";

/** Who of the creditor's own people may do something: everybody, who decides, or who owns. */
export type Least = "reader" | "handler" | "owner";

/** A page about one thing: who may look at it and act on it, and what an act by these fields answers who may. */
export type PageRow = {
  readonly looks: Least;
  /** What looking answers; 200 unless said. */
  readonly shows?: number;
  readonly acts?: {
    readonly least: Least;
    readonly fields: Readonly<Record<string, string>>;
    readonly answers: number;
  };
};

const CLAIM = "/creditor/claims/:claimId";
const SETTINGS = "/creditor/settings";
const FORM = "frm_01kaymcs00bbbbbbbbbbbbbbbb";
const MAILING = "mlg_01kaymcs00bbbbbbbbbbbbbbbb";

/** Every page of the creditor's that is about a thing of theirs. */
export const CREDITOR_PAGES: Readonly<Record<string, PageRow>> = {
  "/creditor/documents/:documentId": { looks: "reader" },
  "/creditor/documents/:documentId/pages/:page": { looks: "reader" },
  "/creditor/arrangements/:arrangementId": { looks: "reader", acts: { least: "handler", fields: { act: "decline", version: "1", declineReason: "" }, answers: 422 } }, // prettier-ignore
  "/creditor/arrangements/:arrangementId/counter": { looks: "handler", acts: { least: "handler", fields: { act: "edit", version: "1" }, answers: 200 } }, // prettier-ignore
  "/creditor/disputes/:disputeId": { looks: "reader", acts: { least: "handler", fields: { act: "resolve" }, answers: 422 } }, // prettier-ignore
  "/creditor/complaints/:complaintId": { looks: "reader", acts: { least: "handler", fields: { answer: "" }, answers: 422 } }, // prettier-ignore
  "/creditor/pauses/:pauseId": { looks: "reader", acts: { least: "handler", fields: { act: "end" }, answers: 422 } },
  "/creditor/questions/:questionId": { looks: "reader", acts: { least: "handler", fields: { act: "decline" }, answers: 422 } }, // prettier-ignore
  [CLAIM]: { looks: "reader", acts: { least: "handler", fields: { act: "revoke" }, answers: 404 } },
  [`${CLAIM}/payment`]: { looks: "handler", acts: { least: "handler", fields: { act: "check", formId: FORM }, answers: 422 } }, // prettier-ignore
  [`${CLAIM}/credit`]: { looks: "handler", acts: { least: "handler", fields: { act: "check", formId: FORM }, answers: 422 } }, // prettier-ignore
  [`${CLAIM}/pay-back`]: { looks: "handler", acts: { least: "handler", fields: { act: "provider" }, answers: 409 } },
  [`${CLAIM}/pause`]: { looks: "handler", acts: { least: "handler", fields: { act: "check" }, answers: 422 } },
  [`${CLAIM}/close`]: { looks: "handler", acts: { least: "handler", fields: { act: "check" }, answers: 422 } },
  [`${CLAIM}/link`]: { looks: "handler", acts: { least: "handler", fields: { act: "show", mailingId: MAILING }, answers: 200 } }, // prettier-ignore
  // No letter is made to a claim that rests: the page that says so.
  [`${CLAIM}/letter`]: { looks: "handler", shows: 302, acts: { least: "handler", fields: { mailingId: MAILING }, answers: 303 } }, // prettier-ignore
  [`${CLAIM}/invoice-file`]: { looks: "handler", acts: { least: "handler", fields: {}, answers: 422 } },
  "/creditor/import/:importId": { looks: "reader", acts: { least: "handler", fields: { act: "mail" }, answers: 303 } },
  "/creditor/import/:importId/links.csv": { looks: "handler", shows: 302, acts: { least: "handler", fields: { formId: FORM }, answers: 404 } }, // prettier-ignore
  "/creditor/import/:importId/:table": { looks: "reader" },
  "/creditor/quarantine/:quarantineId": { looks: "reader", acts: { least: "handler", fields: { resolution: "" }, answers: 422 } }, // prettier-ignore
  [`${SETTINGS}/keys/:keyId`]: { looks: "reader", acts: { least: "owner", fields: {}, answers: 303 } },
  [`${SETTINGS}/link-keys/:linkKeyId`]: { looks: "reader", acts: { least: "owner", fields: {}, answers: 303 } },
  [`${SETTINGS}/webhooks/:endpointId`]: { looks: "reader", acts: { least: "owner", fields: { act: "range", since: "gisteren" }, answers: 422 } }, // prettier-ignore
  [`${SETTINGS}/webhooks/:endpointId/receiver`]: { looks: "reader" },
  [`${SETTINGS}/team/:userId`]: {
    looks: "reader",
    acts: { least: "owner", fields: { role: "handler" }, answers: 303 },
  },
};

/** Every page of a debtor's that is about a thing of theirs; `acts`: what the form of it answers them. */
export const DEBTOR_PAGES: Readonly<Record<string, { readonly acts?: number }>> = {
  "/claim/letters/:letterId": {},
  "/claim/documents/:documentId": {},
  "/claim/pay/:paymentId": { acts: 303 },
  "/claim/receipts/:paymentId": {},
};

/** Addresses with a part that varies and that need no session, and why. */
export const OPEN_ADDRESSES: Readonly<Record<string, string>> = {
  "/logos/:logoId": "a picture that everybody may see",
  "/l/:token": "the token is the right itself",
  "/l/:token/not-me": "the token is the right itself",
  "/c/:code": "the code is the right itself",
  "/c/:code/not-me": "the code is the right itself",
  "/claim/details/confirm/:token": "the token is the right itself, and the page names nobody",
  "/return/:returnId": "without the session it shows an amount and a state, and says of whom to nobody",
  "/creditor/sign-in/:attemptId": "the same page for every attempt; the code is the right",
  "/creditor/sign-in/link/:token": "the same page for every link; the token is the right",
  "/hooks/mollie/:paymentId?": "takes a notice in and tells nothing",
  "/dev/ui/:name?": "not there in production",
  "/dev/outbox/:mailId": "not there in production",
};

type Entry = { readonly path?: string; readonly children?: readonly Entry[] };

/** Every address in the URL table of the application that has a part that varies, besides the API's. */
export const ADDRESSES_WITH_IDS: readonly string[] = addresses(routes as readonly Entry[]).filter(
  (address) => address.includes("/:") && !address.startsWith("/api/"),
);

function addresses(entries: readonly Entry[], above = ""): string[] {
  return entries.flatMap(({ path = "", children = [] }) => {
    const own = path === "" ? above : `${above}/${path}`;
    return children.length > 0 ? addresses(children, own) : [own];
  });
}
