import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { ChangeRefused } from "#app/domain/arrangement/plan-changes.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { noteHelperAct } from "#app/server/helper-links/note-helper-act.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { acceptCounterOffer, type DebtorAnswerRefusal, withdrawArrangement } from "./answer-as-debtor.server.ts";
import { type DebtorSessionScope } from "./own-arrangement.server.ts";
import { announceMiss, type AnnounceRefusal } from "./announce-miss.server.ts";
import { changePlan, type PlanChangeRefusal } from "./change-plan.server.ts";
import type { DebtorArrangement } from "./debtor-arrangement.server.ts";
import { withdrawMandate } from "./mandate.server.ts";

/** What became of an act of the debtor, told on the page after it. */
export type ActNews =
  | { readonly kind: "accepted" | "proposed" | "postponed" | "skipped" | "miss_announced" | "collection_stopped" }
  | { readonly kind: "not_possible"; readonly status: ArrangementStatus }
  | { readonly kind: "newer_offer" | "offer_expired" | "nothing_open" | "being_collected" }
  | Exclude<ChangeRefused, { kind: "skipped_lately" }>
  | { readonly kind: "skipped_lately"; readonly until: LocalDate };

type Order = { readonly debtor: DebtorSessionScope; readonly arrangementId: string; readonly form: URLSearchParams };

/** Does what a button on the arrangement's page asks; answers the kind of news, or null when there is nothing to tell. */
export async function actOnArrangement(services: Services, { form, ...own }: Order): Promise<ActNews["kind"] | null> {
  const act = form.get("act");
  await noteHelperAct(services.database.prisma, services, { session: own.debtor, kind: "changed" });
  switch (act) {
    case "accept": {
      const accepted = await acceptCounterOffer(services, { ...own, version: wholeNumber(form.get("version")) });
      return accepted.ok ? "accepted" : newsKind(accepted.error);
    }
    case "withdraw": {
      const withdrawn = await withdrawArrangement(services, own);
      return withdrawn.ok ? null : newsKind(withdrawn.error);
    }
    case "postpone":
    case "skip": {
      const changed = await changePlan(services, { ...own, seq: wholeNumber(form.get("seq")), change: act });
      return changed.ok ? (act === "skip" ? "skipped" : "postponed") : newsKind(changed.error);
    }
    case "announce": {
      const announced = await announceMiss(services, { ...own, seq: wholeNumber(form.get("seq")) });
      return announced.ok ? "miss_announced" : newsKind(announced.error);
    }
    case "mandate_withdraw": {
      const withdrawn = await withdrawMandate(services, own);
      return withdrawn.ok ? "collection_stopped" : null;
    }
    default:
      return null;
  }
}

function newsKind({ kind }: DebtorAnswerRefusal | PlanChangeRefusal | AnnounceRefusal): ActNews["kind"] | null {
  if (kind === "not_found") return null;
  return kind === "not_running" ? "not_possible" : kind;
}

const wholeNumber = (text: string | null): number => (/^\d{1,6}$/.test(text ?? "") ? Number(text) : 0);

const PLAIN = [
  "miss_announced",
  "collection_stopped",
  "postponed",
  "skipped",
  "newer_offer",
  "being_collected",
  "offer_expired",
  "nothing_open",
  "unknown_instalment",
  "already_paid",
  "already_late",
  "already_postponed",
  "already_moved",
] as const;

/** The news that an address names, as far as it agrees with the arrangement. */
export function newsOf(
  named: string | null,
  { status, changes }: Pick<DebtorArrangement, "status" | "changes">,
): ActNews | null {
  if (named === "not_possible") return { kind: named, status };
  if (named === "accepted" || named === "proposed") return status === named ? { kind: named } : null;
  if (named === "skipped_lately") return changes.skipFrom && { kind: named, until: changes.skipFrom };
  const kind = PLAIN.find((plain) => plain === named);
  return kind === undefined ? null : { kind };
}
