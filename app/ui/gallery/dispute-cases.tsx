import { day } from "#app/domain/calendar.ts";
import { asCents, minus, ZERO } from "#app/domain/money.ts";
import { firstPart, partOptions } from "#app/ui/dispute/part-options.ts";
import { DisputeCheckPage, type DisputeCheckPageProps } from "#app/ui/pages/dispute-check-page.tsx";
import { DisputeClaimsPage } from "#app/ui/pages/dispute-claims-page.tsx";
import { DisputeFoundPage } from "#app/ui/pages/dispute-found-page.tsx";
import { DisputeGroundPage } from "#app/ui/pages/dispute-ground-page.tsx";
import { DisputeOffPage } from "#app/ui/pages/dispute-off-page.tsx";
import { DisputePage, type DisputePageProps } from "#app/ui/pages/dispute-page.tsx";
import { DisputePaidPage, type DisputePaidPageProps } from "#app/ui/pages/dispute-paid-page.tsx";
import { DisputePartPage, type DisputePartPageProps } from "#app/ui/pages/dispute-part-page.tsx";
import { DisputeStoryPage, type DisputeStoryPageProps } from "#app/ui/pages/dispute-story-page.tsx";
import { DisputeWithdrawPage } from "#app/ui/pages/dispute-withdraw-page.tsx";
import { bakery, dentist, openConsumer, partlyPaid, severalInvoices, settled, withStatus } from "./claim-samples.ts";
import {
  askedDispute,
  noReply,
  openDispute,
  partlyUpheldDispute,
  partsDispute,
  rejectedDispute,
  sampleFiles,
  upheldDispute,
  wholeDispute,
  withdrawnDispute,
} from "./dispute-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";

const frame = { creditor: bakery, path: "/claim/dispute", backHref: "/claim", claim: null };
const question = { number: 2, count: 4 };
const payment = partlyPaid.statement.entries.find(({ type }) => type === "payment") ?? null;

/** Every page about a dispute, from the first question to the decision. */
export const DISPUTE_CASES: readonly GalleryCase[] = [
  { name: "dispute-ground", page: <DisputeGroundPage {...frame} ground={null} errors={[]} /> },
  { name: "dispute-ground-missing", page: <DisputeGroundPage {...frame} ground={null} errors={[{ kind: "groundMissing" }]} /> }, // prettier-ignore
  { name: "dispute-ground-chosen", page: <DisputeGroundPage {...frame} ground="already_paid" errors={[]} /> },
  {
    name: "dispute-claims",
    page: (
      <DisputeClaimsPage
        {...frame}
        claims={[openConsumer, withStatus(severalInvoices, "disputed"), settled]}
        ground={null}
      />
    ),
  },
  { name: "dispute-off", page: <DisputeOffPage {...frame} creditor={dentist} reason="closed" /> },
  { name: "dispute-nothing-open", page: <DisputeOffPage {...frame} reason="nothing_open" /> },
  paid("dispute-paid"),
  paid("dispute-paid-wrong", {
    answers: { paidOn: "", paidAmount: "veel", fromAccount: "", toAccount: "" },
    errors: [{ kind: "paidOnMissing" }, { kind: "paidAmountUnreadable" }],
  }),
  {
    name: "dispute-found",
    page: (
      <DisputeFoundPage
        {...frame}
        found={{
          payment: { on: day("2026-09-01"), amount: asCents(75_00n) },
          entry: payment,
          openNow: partlyPaid.statement.open,
        }}
      />
    ),
  },
  part("dispute-part", { claim: openConsumer, ground: "not_my_debt" }),
  part("dispute-part-several", { claim: severalInvoices, ground: "costs_wrong" }),
  part("dispute-part-none", { claim: severalInvoices, ground: "costs_wrong" }, [{ kind: "partsMissing" }]),
  part("dispute-part-amount", { claim: openConsumer, ground: "amount_wrong" }, [
    { kind: "amountAboveOpen", open: asCents(162_31n) },
  ]),
  story("dispute-story", { ground: "not_delivered" }),
  story("dispute-story-other", { ground: "other", errors: [{ kind: "storyMissing" }] }),
  check("dispute-check-part"),
  check("dispute-check-paid", {
    ground: "already_paid",
    paid: { paidOn: day("2026-09-03"), paidAmount: asCents(75_00n), fromAccount: "4300", toAccount: "Bakkerij Jansen" },
    scope: { kind: "amount", amount: asCents(75_00n) },
    uploads: sampleFiles,
  }),
  check("dispute-check-whole", {
    ground: "time_barred",
    scope: { kind: "whole" },
    amount: openConsumer.statement.open,
    rest: ZERO,
    text: "",
    arranged: true,
  }),
  dispute("dispute-opened", { news: "opened" }),
  dispute("dispute-open-whole", { dispute: wholeDispute }),
  dispute("dispute-open-parts", { dispute: partsDispute, news: "answered" }),
  dispute("dispute-open-too-late", { today: day("2026-12-09") }),
  dispute("dispute-asked", { dispute: askedDispute }),
  dispute("dispute-asked-empty", { dispute: askedDispute, errors: [{ kind: "replyMissing" }] }),
  dispute("dispute-asked-files", {
    dispute: askedDispute,
    reply: { ...noReply, text: "Met mevrouw Jansen zelf.", uploads: sampleFiles },
  }),
  { name: "dispute-withdraw", page: <DisputeWithdrawPage {...frame} dispute={openDispute} /> },
  dispute("dispute-upheld", { dispute: upheldDispute, credit: asCents(12_50n) }),
  dispute("dispute-partly-upheld", { dispute: partlyUpheldDispute }),
  dispute("dispute-rejected", { dispute: rejectedDispute, creditor: dentist }),
  dispute("dispute-withdrawn", { dispute: withdrawnDispute, news: "withdrawn" }),
  dispute("dispute-not-possible", { dispute: rejectedDispute, news: "not_possible" }),
];

function paid(name: string, props: Partial<DisputePaidPageProps> = {}): GalleryCase {
  const answers = { paidOn: "", paidAmount: "", fromAccount: "", toAccount: "" };
  return { name, page: <DisputePaidPage {...frame} {...{ question, answers }} errors={[]} {...props} /> };
}

function part(
  name: string,
  { claim, ground }: { claim: typeof openConsumer; ground: "not_my_debt" | "costs_wrong" | "amount_wrong" },
  errors: DisputePartPageProps["errors"] = [],
): GalleryCase {
  const options = partOptions(claim);
  const answers = firstPart(options, { ground, paidAmount: null }, "nl");
  return { name, page: <DisputePartPage {...frame} {...{ question, options, answers, errors }} /> };
}

function story(
  name: string,
  props: Pick<DisputeStoryPageProps, "ground"> & Partial<DisputeStoryPageProps>,
): GalleryCase {
  return {
    name,
    page: <DisputeStoryPage {...frame} {...{ question }} text="" maximum={4_000} errors={[]} {...props} />,
  };
}

function check(name: string, props: Partial<DisputeCheckPageProps> = {}): GalleryCase {
  const amount = asCents(60_00n);
  return {
    name,
    page: (
      <DisputeCheckPage
        {...frame}
        disputeId="dsp_1"
        ground="defective_or_incomplete"
        paid={null}
        scope={{ kind: "amount", amount }}
        invoiceNumbers={[]}
        amount={amount}
        rest={minus(openConsumer.statement.open, amount)}
        text="De onderste taart was ingestort. Ik heb dat dezelfde dag gebeld."
        uploads={[]}
        interestRuns
        arranged={false}
        {...props}
      />
    ),
  };
}

function dispute(name: string, props: Partial<DisputePageProps> = {}): GalleryCase {
  return {
    name,
    page: (
      <DisputePage
        {...frame}
        dispute={openDispute}
        mayFileAnother
        credit={ZERO}
        reply={noReply}
        today={day("2026-11-22")}
        interestRuns
        news={null}
        errors={[]}
        {...props}
      />
    ),
  };
}
