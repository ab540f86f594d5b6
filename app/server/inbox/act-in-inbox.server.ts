import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import {
  acceptProposal,
  cancelArrangement,
  declineProposal,
  type DecisionRefusal,
} from "#app/server/arrangements/answer-as-creditor.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { readDecisionText, type TextFault } from "./read-decision-text.server.ts";

export type DoneInInbox = "accepted" | "declined" | "cancelled";

/** decided: by somebody else, or it ended meanwhile. */
export type RefusedInInbox = "decided" | "newer_offer" | "no_schedule" | "nothing_open";

export type InboxActFault =
  | { readonly kind: "not_found" }
  | { readonly kind: "refused"; readonly why: RefusedInInbox }
  | {
      readonly kind: "incomplete";
      readonly errors: { readonly act: "decline" | "cancel"; readonly kind: TextFault; readonly reason: string };
    };

type Order = { readonly grant: CreditorGrant; readonly arrangementId: string; readonly form: URLSearchParams };

/** Does what a form on an arrangement's page asks, in the name of the user who sent it. */
export async function actInInbox(
  services: Services,
  { grant, arrangementId, form }: Order,
): Promise<Result<DoneInInbox, InboxActFault>> {
  const act = form.get("act");
  const deciding = decidingOf({ grant, arrangementId, form });
  if (act === "accept") return done(await acceptProposal(services, deciding), "accepted");
  if (act !== "decline" && act !== "cancel") return err({ kind: "not_found" });
  const typed = form.get(`${act}Reason`) ?? "";
  const reason = readDecisionText(typed);
  if (!reason.ok)
    return err({ kind: "incomplete", errors: { act, kind: reason.error, reason: typed.slice(0, 5_000) } });
  const decided = { ...deciding, reason: reason.value };
  return act === "decline"
    ? done(await declineProposal(services, decided), "declined")
    : done(await cancelArrangement(services, decided), "cancelled");
}

/** Who decides about what, and which version they saw; a form that names none saw none. */
export function decidingOf({ grant, arrangementId, form }: Order) {
  const version = form.get("version") ?? "";
  return {
    creditorId: grant.creditorId,
    arrangementId,
    version: /^\d{1,6}$/.test(version) ? Number(version) : 0,
    actor: `user:${grant.userId}`,
  };
}

/** What the page says when a decision was not taken. */
export function refusedInInbox({ kind }: DecisionRefusal): InboxActFault {
  if (kind === "arrangement_not_found") return { kind: "not_found" };
  return { kind: "refused", why: kind === "not_possible" ? "decided" : kind };
}

function done<Kind>(decided: Result<null, DecisionRefusal>, kind: Kind): Result<Kind, InboxActFault> {
  return decided.ok ? ok(kind) : err(refusedInInbox(decided.error));
}
