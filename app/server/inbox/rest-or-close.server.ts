import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { closeClaim } from "#app/server/claims/close-claim.server.ts";
import { pauseByCreditor } from "#app/server/pauses/pause-by-creditor.server.ts";
import { findRunningPause } from "#app/server/pauses/pause-record.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { readDay, readTyped, typedIn } from "./read-typed.server.ts";
import { type Step, takeStep } from "./take-step.server.ts";

const FIELDS = ["until", "reason"] as const;

export type RestAnswers = Readonly<Record<(typeof FIELDS)[number], string>>;

export type RestFault =
  | { readonly field: "until"; readonly kind: "not_a_day" | "past" }
  /** The debtor's own pause lasts longer already; null: until somebody ends it. */
  | { readonly field: "until"; readonly kind: "rests_longer"; readonly untilOn: LocalDate | null }
  | { readonly field: "reason"; readonly kind: "missing" | "too_long" }
  /** It was paid or closed meanwhile. */
  | { readonly field: "reason"; readonly kind: "over" };

export type RestCheck = { readonly reason: string; readonly untilOn: LocalDate | null; readonly open: Cents };

type Order = {
  readonly grant: CreditorGrant;
  readonly claim: ClaimRecord;
  readonly open: Cents;
  readonly form: URLSearchParams;
};

type RestStep = Step<RestAnswers, RestCheck & { readonly shown: string }, RestFault>;

/** As long as a reason by API may be. */
const LONGEST_REASON = 500;

/** Lets a claim rest, after a page that says what that means. */
export async function pauseInSteps(services: Services, { grant, claim, open, form }: Order): Promise<RestStep> {
  const answers = typedIn(form, FIELDS);
  const { creditorId, id: claimId } = claim;
  return takeStep({
    form,
    answers,
    read: () => read(answers, services.clock.today()),
    check: async (ready) => ok({ ...ready, open, shown: claim.status }),
    async isDone({ reason: text, untilOn }) {
      const running = await findRunningPause(services.database.prisma, { creditorId, claimId });
      return running?.reason === "creditor" && running.text === text && running.untilOn === untilOn;
    },
    async perform({ reason: text, untilOn }) {
      const paused = await pauseByCreditor(services, { creditorId, claimId, text, untilOn, actor: `user:${grant.userId}` }); // prettier-ignore
      if (!paused.ok) return err([{ field: "reason", kind: "over" } as const]);
      return paused.value.changed ? paused : err([{ field: "until", kind: "rests_longer", untilOn: paused.value.untilOn } as const]); // prettier-ignore
    },
  });
}

/** Closes a claim, after a page that says that it cannot be undone. */
export async function closeInSteps(services: Services, { grant, claim, open, form }: Order): Promise<RestStep> {
  const answers = { ...typedIn(form, FIELDS), until: "" };
  const { creditorId, id: claimId } = claim;
  return takeStep({
    form,
    answers,
    read: () => read(answers, services.clock.today()),
    // What is open may have been paid since.
    check: async (ready) => ok({ ...ready, open, shown: `${claim.status} ${open}` }),
    isDone: async () => claim.status === "closed",
    async perform({ reason }) {
      const closed = await closeClaim(services, { creditorId, claimId, reason, actor: `user:${grant.userId}` });
      return closed.ok ? closed : err([{ field: "reason", kind: "over" } as const]);
    },
  });
}

function read(
  answers: RestAnswers,
  today: LocalDate,
): Result<{ reason: string; untilOn: LocalDate | null }, readonly RestFault[]> {
  const reason = readTyped(answers.reason, LONGEST_REASON);
  const until = readDay(answers.until);
  const errors: RestFault[] = [];
  if (!until.ok && until.error === "not_a_day") errors.push({ field: "until", kind: until.error });
  if (until.ok && until.value < today) errors.push({ field: "until", kind: "past" });
  if (!reason.ok) errors.push({ field: "reason", kind: reason.error });
  if (!reason.ok || errors.length > 0) return err(errors);
  return ok({ reason: reason.value, untilOn: until.ok ? until.value : null });
}
