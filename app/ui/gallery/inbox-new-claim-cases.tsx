import { asCents } from "#app/domain/money.ts";
import type { InboxImportView } from "#app/ui/inbox/import-view.ts";
import type { ClaimAnswersView } from "#app/ui/inbox/new-claim-view.ts";
import { InboxImportPage } from "#app/ui/pages/inbox-import-page.tsx";
import { InboxImportsPage } from "#app/ui/pages/inbox-imports-page.tsx";
import { InboxInvoiceFilePage } from "#app/ui/pages/inbox-invoice-file-page.tsx";
import { InboxNewClaimPage } from "#app/ui/pages/inbox-new-claim-page.tsx";
import { openConsumer } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";

const USER = { email: "administratie@bakkerijjansen.example", creditorName: "Bakkerij Jansen", hasOthers: false, mayDecide: true }; // prettier-ignore
const NEW = "/creditor/claims/new";
const IMPORT = "/creditor/import/imp_1";
const NO_INVOICE = { number: "", issuedOn: "", dueOn: "", amount: "", description: "" };

const empty: ClaimAnswersView = {
  debtorType: "person", name: "", customerNumber: "", email: "", street: "", houseNumber: "", postalCode: "", city: "",
  country: "NL", language: "nl", reference: "", description: "", interest: "statutory", costs: "statutory", notice: "none",
  noticeOn: "", formId: "frm_1", invoices: [NO_INVOICE],
}; // prettier-ignore

const typed: ClaimAnswersView = {
  ...empty,
  name: "Sanne de Vries",
  email: "sanne.devries@example",
  notice: "post",
  invoices: [
    { number: "2026-0412", issuedOn: "2026-04-30", dueOn: "2026-04-12", amount: "honderd", description: "Taart" },
    { ...NO_INVOICE, number: "2026-0455" },
  ],
};

const details: InboxImportView["details"] = {
  id: "imp_1",
  fileName: "openstaande facturen november 2026.csv",
  status: "done",
  dryRun: true,
  total: 42,
  processed: 42,
  created: 38,
  unchanged: 2,
  credited: 0,
  failed: 2,
  failureCode: null,
  failure: null,
  createdAt: "2026-11-22T10:15:00.000Z",
  rows: [
    { row: 3, line: 4, source: null, reference: "2026-0413", result: "failed", claim: null, warnings: [], errors: [{ line: 4, field: "vervaldatum", code: "not_a_day", message: "is no day" }, { line: 4, field: "bedrag", code: "ambiguous_amount", message: "can be read in two ways" }] },
    { row: 9, line: 10, source: null, reference: null, result: "failed", claim: null, warnings: [], errors: [{ line: 10, field: "naam", code: "required", message: "is required" }] },
    { row: 1, line: 2, source: null, reference: "2026-0411", result: "created", claim: null, errors: [], warnings: [{ line: 2, field: "e-mail", code: "email_ignored", message: "is no e-mail address" }] },
    { row: 2, line: 3, source: null, reference: "2026-0412", result: "created", claim: null, errors: [], warnings: [] },
  ],
}; // prettier-ignore

const made = details.rows.map((row) => (row.result === "created" ? { ...row, claim: `clm_${row.row}` } : row));
const debtors = { toMail: 31, mailedBefore: 2, withoutAddress: 5, addressStopped: 1, atRest: 1, disputed: 1, over: 1 };
const links = { debtors, asked: false, done: false, mailed: 0, notMailed: 0 };
const WARNED = { rows: details.rows.filter(({ warnings }) => warnings.length > 0), more: true };
const run = { ...details, dryRun: false, rows: made };

/** How somebody without software of their own brings claims in. */
export const INBOX_NEW_CLAIM_CASES: readonly GalleryCase[] = [
  { name: "inbox-new-claim", page: <InboxNewClaimPage user={USER} path={NEW} answers={empty} /> },
  {
    name: "inbox-new-claim-wrong",
    page: (
      <InboxNewClaimPage
        user={USER}
        path={NEW}
        answers={typed}
        errors={[
          { field: "email", code: "wrong_format", allowed: null },
          { field: "dueOn-1", code: "due_before_issued", allowed: null },
          { field: "amount-1", code: "not_an_amount", allowed: null },
          { field: "issuedOn-2", code: "required", allowed: null },
          { field: "noticeOn", code: "required", allowed: null },
        ]}
      />
    ),
  },
  {
    name: "inbox-new-claim-check",
    page: (
      <InboxNewClaimPage
        user={USER}
        path={NEW}
        answers={typed}
        changed
        check={{
          claim: openConsumer,
          debtor: {
            name: "Sanne de Vries",
            reference: "D-1007",
            email: null,
            address: { street: "Molenweg", houseNumber: "8", postalCode: "1234GH", city: "Ons Dorp", country: "NL" },
            language: "nl",
          },
          warnings: [
            { field: "noticeOn", code: "notice_missing", allowed: null },
            { field: "costs", code: "costs_above_tariff", allowed: asCents(40_00n) },
          ],
          shown: "shown",
        }}
      />
    ),
  },
  {
    name: "inbox-invoice-file",
    page: (
      <InboxInvoiceFilePage
        user={USER}
        path="/creditor/claims/clm_1/invoice-file"
        head={{
          id: "clm_1",
          reference: "2026-0412",
          debtor: "Sanne de Vries",
          email: null,
          open: asCents(162_31n),
          invoices: [{ id: "inv_1", number: "2026-0412" }, { id: "inv_2", number: "2026-0455" }], // prettier-ignore
        }}
        error="encrypted_pdf"
      />
    ),
  },
  {
    name: "inbox-imports",
    page: (
      <InboxImportsPage
        user={USER}
        path="/creditor/import"
        mayDecide
        formId="frm_9"
        error="nothing"
        nextHref="/creditor/import?after=imp_1"
        imports={[
          { ...details, id: "imp_3", status: "running" },
          { ...run, id: "imp_2" },
          details,
          { ...details, id: "imp_0", fileName: "", status: "failed" },
        ]}
      />
    ),
  },
  {
    name: "inbox-imports-reader",
    page: <InboxImportsPage user={{ ...USER, mayDecide: false }} path="/creditor/import" mayDecide={false} formId="frm_9" imports={[]} nextHref={null} />, // prettier-ignore
  },
  imported("inbox-import-busy", { details: { ...details, status: "running", processed: 17, rows: [] } }),
  imported("inbox-import-tried", { details }),
  imported("inbox-import-taken", { details, takenInBy: "imp_2" }),
  imported("inbox-import-failed", {
    details: { ...details, status: "failed", rows: [], failureCode: "columns_missing", failure: "The columns vervaldatum and bedrag are missing." }, // prettier-ignore
  }),
  imported("inbox-import-done", { details: run, links }),
  imported("inbox-import-mailing", { details: run, links: { ...links, debtors: null, asked: true, mailed: 12 } }),
  imported("inbox-import-mailed", { details: run, links: { ...links, debtors: null, asked: true, done: true, mailed: 30, notMailed: 7 } }), // prettier-ignore
];

function imported(name: string, shown: Partial<InboxImportView>): GalleryCase {
  const props = { user: USER, path: IMPORT, mayDecide: true, importId: "imp_9", formId: "frm_9", refused: null };
  return {
    name,
    page: <InboxImportPage {...props} shown={{ details, warned: WARNED, takenInBy: null, links: null, ...shown }} />,
  };
}
