import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DeliveryTrigger } from "#app/server/webhooks/claim-deliveries.server.ts";
import { findEndpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";

export type DeliveryStatus = "pending" | "delivered" | "failed" | "held";

/** One event on its way to one endpoint, with every attempt so far, oldest first. */
export type LoggedDelivery = {
  readonly id: string;
  readonly event: { readonly id: string; readonly type: string; readonly occurredAt: Date };
  readonly claimId: string | null;
  /** The body that every attempt posts, to the byte. */
  readonly body: string;
  readonly status: DeliveryStatus;
  /** When the next attempt may go, at the earliest; null when there is none to come. */
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
  readonly attempts: readonly LoggedAttempt[];
};

export type LoggedAttempt = {
  readonly number: number;
  readonly trigger: DeliveryTrigger;
  readonly startedAt: Date;
  /** What was posted besides the body: the address of that moment and our own headers; null: not kept yet at the time. */
  readonly request: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | null;
  readonly durationMs: number;
  readonly statusCode: number | null;
  /** The class of what went wrong when no answer came: never an address or a message of our own network. */
  readonly failure: string | null;
  /** The first kilobyte of the answer. */
  readonly responseBody: string;
};

const attemptColumns = {
  number: true,
  trigger: true,
  startedAt: true,
  url: true,
  requestHeaders: true,
  durationMs: true,
  statusCode: true,
  failure: true,
  responseBody: true,
} as const;

/** The delivery log of an endpoint, newest first: at most `limit`, from the one after the delivery `after` on. */
export async function listDeliveries(
  services: Services,
  page: EndpointScope & {
    readonly limit: number;
    readonly after?: string | undefined;
    readonly status?: DeliveryStatus | undefined;
  },
): Promise<Result<LoggedDelivery[], { readonly kind: "not_found" }>> {
  const { prisma } = services.database;
  const endpoint = await findEndpoint(prisma, page);
  if (!endpoint) return err({ kind: "not_found" });
  const rows = await prisma.delivery.findMany({
    where: {
      endpointId: page.endpointId,
      creditorId: page.creditorId,
      ...(page.status === undefined ? {} : { status: page.status }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: page.limit,
    ...(page.after === undefined ? {} : { cursor: { id: page.after }, skip: 1 }),
    select: {
      id: true,
      claimId: true,
      status: true,
      nextAt: true,
      createdAt: true,
      deliveredAt: true,
      event: { select: { id: true, type: true, occurredAt: true, body: true } },
      attempts: { orderBy: { id: "asc" }, select: attemptColumns },
    },
  });
  return ok(
    rows.map(({ nextAt, event: { body, ...event }, attempts, ...row }) => ({
      ...row,
      event,
      body,
      nextAttemptAt: row.status === "pending" ? later(nextAt, endpoint.breakerOpenUntil) : null,
      attempts: attempts.map(loggedAttempt),
    })),
  );
}

type AttemptRow = Omit<LoggedAttempt, "request"> & { readonly url: string | null; readonly requestHeaders: unknown };

/** Only headers of ours were ever stored. */
function loggedAttempt({ url, requestHeaders, ...attempt }: AttemptRow): LoggedAttempt {
  const headers = requestHeaders as Readonly<Record<string, string>> | null;
  return { ...attempt, request: url === null || headers === null ? null : { url, headers } };
}

function later(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}
