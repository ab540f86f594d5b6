import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { RateLimitRule } from "#app/server/platform/rate-limit/rate-limit.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { NOTICE_CHANNEL } from "./payment-notifications.server.ts";

export type Notice = {
  /** What the notice says: a payment's id at the provider. */
  readonly providerId: string;
  /** Our attempt in the address that the notice came to; null when there is none. */
  readonly attemptId: string | null;
  /** Who brought it. */
  readonly from: string;
};

export type NoticeOutcome = "stored" | "unknown" | "limited";

/** Each guess at a payment that we do not know costs a call with the creditor's key. */
const GUESSES: RateLimitRule = { name: "notice", points: 60, seconds: 60 };

/**
 * Puts a notice of the provider in the inbox and wakes the workers; it is committed when this is done. It is worth only
 * the question it raises, so an id that nobody can be asking about is dropped: neither the id of a known payment, nor
 * sent to the address of an attempt whose payment we still miss. Known ids are never limited.
 */
export async function receiveNotice(services: Services, notice: Notice): Promise<NoticeOutcome> {
  if (!/^tr_[A-Za-z0-9]{1,40}$/.test(notice.providerId)) return "unknown";
  const attemptId = notice.attemptId !== null && isId("pay", notice.attemptId) ? notice.attemptId : null;
  const subject = await whatItIsAbout(services, { providerId: notice.providerId, attemptId });
  if (subject === "nothing") return "unknown";
  if (subject === "awaited" && !(await services.limiter.count(GUESSES, notice.from)).allowed) return "limited";
  await storeNotice(services, { providerId: notice.providerId, attemptId });
  return "stored";
}

async function whatItIsAbout(
  services: Services,
  { providerId, attemptId }: { providerId: string; attemptId: string | null },
): Promise<"known" | "awaited" | "nothing"> {
  const { rows } = await services.database.pool.query<{ known: boolean; awaited: boolean }>(
    `select exists (select from payment where provider_id = $1) as known,
            exists (select from payment where id = $2 and provider = 'mollie' and provider_id is null) as awaited`,
    [providerId, attemptId],
  );
  return rows[0]?.known ? "known" : rows[0]?.awaited ? "awaited" : "nothing";
}

/** One row waits for each payment: a repeat raises its version, so that whoever works on it looks once more. */
export async function storeNotice(
  services: Pick<Services, "database" | "clock">,
  { providerId, attemptId }: { providerId: string; attemptId: string | null },
): Promise<void> {
  await services.database.pool.query(
    `with stored as (
       insert into provider_notice (provider, provider_id, attempt_id, received_at, next_at)
       values ('mollie', $1, $2, $3, $3)
       on conflict (provider, provider_id) where processed_at is null do update set
         version = provider_notice.version + 1,
         attempt_id = coalesce(provider_notice.attempt_id, excluded.attempt_id),
         next_at = least(provider_notice.next_at, excluded.next_at)
       returning id)
     select pg_notify($4, '') from stored`,
    [providerId, attemptId, services.clock.now(), NOTICE_CHANNEL],
  );
}
