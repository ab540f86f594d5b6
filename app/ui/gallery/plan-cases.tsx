import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { ArrangementView } from "#app/ui/arrangement/arrangement-view.ts";
import { ArrangementPage, type ArrangementPageProps } from "#app/ui/pages/arrangement-page.tsx";
import { bakery, dentist } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";
import { ALL_PAID, base, countered, inDecember, paidOn, running, THREE_PAID, TODAY, TWO_PAID } from "./plan-samples.ts";

/** Every state of an arrangement. */
export const PLAN_CASES: readonly GalleryCase[] = [
  page("proposed", { ...base, decideBefore: day("2026-11-27") }),
  page("proposed-spare-only", {
    ...base,
    decideBefore: day("2026-11-27"),
    offer: { ...base.offer, schedule: [] },
    asked: { schedule: [], perInstalment: asCents(5_00n) },
  }),
  page("countered", countered("Fijn dat u het laat weten. In zes keer is voor ons te lang, maar vier keer kan.\nDe eerste keer mag pas na uw salaris, op 1 januari.", day("2026-12-06"))), // prettier-ignore
  page("countered-spare-only", { ...countered("", day("2026-12-06")), asked: { schedule: [], perInstalment: asCents(5_00n) } }), // prettier-ignore
  page("countered-newer", countered("Dit is ons laatste voorstel.", day("2026-12-06")), {
    news: { kind: "newer_offer" },
  }),
  page("just-accepted", { ...running("2026-08-20", { paid: [] }), changes: { postpone: [{ seq: 1, dueOn: day("2026-09-15") }], skip: [{ seq: 1, dueOn: day("2027-03-01") }], announce: [1], announced: [], skipFrom: null } }, { news: { kind: "accepted" } }), // prettier-ignore
  page("running", running("2026-11-22", { paid: THREE_PAID, changes: inDecember })),
  page(
    "due-today",
    running("2026-12-01", { paid: [...THREE_PAID, paidOn("2026-11-20", 10_00n)], changes: inDecember }),
  ),
  page("postponed", running("2026-11-22", { paid: THREE_PAID, changed: { 4: { dueOn: day("2026-12-15"), postponed: true } }, changes: { ...inDecember, postpone: [] } }), { news: { kind: "postponed" } }), // prettier-ignore
  page("miss-announced", running("2026-11-22", { paid: THREE_PAID, changes: { ...inDecember, announce: [], announced: [4] } }), { news: { kind: "miss_announced" } }), // prettier-ignore
  page("skipped", running("2026-11-22", { paid: THREE_PAID, changed: { 4: { dueOn: day("2027-03-01"), skipped: true } }, changes: { postpone: [{ seq: 5, dueOn: day("2027-01-15") }], skip: [], announce: [5], announced: [], skipFrom: day("2027-05-22") } })), // prettier-ignore
  page("payment-under-way", running("2026-11-22", { paid: THREE_PAID, changes: inDecember }), { openPayment: { id: "pay_1", claimIds: [], amount: asCents(27_05n), collected: false } }), // prettier-ignore
  page("late", running("2026-11-04", { paid: TWO_PAID, changes: inDecember })),
  page("late-twice", running("2026-12-03", { paid: [...TWO_PAID, paidOn("2026-11-03", 7_05n)], changes: { ...inDecember, postpone: [], skip: [] } })), // prettier-ignore
  page("moved-to-end", running("2026-11-08", { paid: TWO_PAID, changed: { 3: { dueOn: day("2027-03-01"), movedFrom: day("2026-11-01") } }, changes: inDecember })), // prettier-ignore
  page("last-letter", running("2026-12-10", { paid: TWO_PAID, changed: { 3: { dueOn: day("2027-03-01"), movedFrom: day("2026-11-01") } }, lastLetterOn: day("2026-12-08"), changes: { ...inDecember, postpone: [{ seq: 5, dueOn: day("2027-01-15") }], skip: [] } })), // prettier-ignore
  page("automatic", running("2026-11-22", { paid: THREE_PAID, changes: inDecember, method: "sepa_dd", mandate: { status: "valid" } })), // prettier-ignore
  page("automatic-to-begin", running("2026-08-20", { paid: [], method: "sepa_dd", mandate: { status: "pending" } })),
  page("automatic-stopped", running("2026-11-22", { paid: THREE_PAID, method: "sepa_dd", mandate: { status: "withdrawn" } }), { news: { kind: "collection_stopped" } }), // prettier-ignore
  page("costs-waived", running("2026-11-22", { paid: THREE_PAID, waivedCosts: asCents(40_00n) })),
  page("completed", { ...running("2026-11-22", { paid: ALL_PAID }), status: "completed" }),
  page("declined", { ...base, status: "declined", decisionText: "Uw vorige regeling is net gestopt. Bel ons, dan kijken we samen wat wel kan.", proposeFrom: day("2026-11-29") }, { creditor: dentist }), // prettier-ignore
  page("declined-may-propose", { ...base, status: "declined", decisionText: "Het bedrag per keer is te laag.", proposeFrom: TODAY }), // prettier-ignore
  page("withdrawn", { ...base, status: "withdrawn", proposeFrom: TODAY }),
  page("offer-let-go", { ...countered("", day("2026-12-06")), status: "withdrawn", proposeFrom: TODAY }),
  page("expired", { ...base, status: "expired", proposeFrom: TODAY }),
  page("offer-expired", { ...countered("", day("2026-11-20")), status: "expired", proposeFrom: TODAY }, { news: { kind: "offer_expired" } }), // prettier-ignore
  page("cancelled", { ...running("2026-11-22", { paid: TWO_PAID }), status: "cancelled", decisionText: "Uw verzekering betaalt de rest.", proposeFrom: null }), // prettier-ignore
  page("proposal-cancelled", { ...base, status: "cancelled", proposeFrom: TODAY }),
  page("broken", { ...running("2026-12-24", { paid: TWO_PAID }), status: "broken", proposeFrom: day("2026-12-24") }),
];

function page(name: string, arrangement: ArrangementView, changes: Partial<ArrangementPageProps> = {}): GalleryCase {
  const props: ArrangementPageProps = {
    creditor: bakery,
    arrangement,
    openPayment: null,
    news: null,
    newHref: "/claim/arrangement?new=1",
    backHref: "/claim",
    path: "/claim/arrangement",
    ...changes,
  };
  return { name: `arrangement-${name}`, page: <ArrangementPage {...props} /> };
}
