import type { Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";
import type { PaymentProvider, ProviderFailure } from "./payment-provider.server.ts";

/** What can be asked about a payment, a customer or a mandate that exists, in whichever account it is. */
export type ProviderOfPayment = Pick<
  PaymentProvider,
  "fetch" | "cancel" | "refund" | "revokeMandate" | "findByAttempt"
>;

/**
 * The provider of what was begun before: on the key in force, and where that does not see it on the keys that it took the
 * place of, newest first. Null: the creditor collects through no provider.
 */
export function providerOfPayment(
  services: Pick<Services, "providers" | "database">,
  creditor: { readonly id: string; readonly mollieApiKey: string | null },
): ProviderOfPayment | null {
  const inForce = services.providers.of(creditor);
  return inForce && acrossAccounts(inForce, () => earlierProviders(services, creditor.id));
}

async function earlierProviders(
  { providers, database }: Pick<Services, "providers" | "database">,
  creditorId: string,
): Promise<PaymentProvider[]> {
  const keys = await database.prisma.earlierMollieKey.findMany({
    where: { creditorId },
    orderBy: [{ until: "desc" }, { id: "desc" }],
    select: { id: true, apiKey: true },
  });
  return keys.map((key) => providers.ofEarlier(key)).filter((provider) => provider !== null);
}

/**
 * Asks one account after the other until one of them knows what it is asked about. One that does not answer may be the one,
 * so nobody after it is asked, and nothing is known. A key that was withdrawn sees nothing. Where no account knows, the
 * answer is that of the key in force.
 */
export function acrossAccounts(
  inForce: PaymentProvider,
  earlier: () => Promise<readonly PaymentProvider[]>,
): ProviderOfPayment {
  async function ask<T>(
    call: (provider: PaymentProvider) => Promise<Result<T, ProviderFailure>>,
    isThere: (value: T) => boolean = () => true,
  ): Promise<Result<T, ProviderFailure>> {
    const first = await call(inForce);
    if (knows(first, isThere)) return first;
    // The same key twice is one provider.
    for (const provider of new Set(await earlier())) {
      if (provider === inForce) continue;
      const answer = await call(provider);
      if (knows(answer, isThere)) return answer;
    }
    return first;
  }

  return {
    fetch: (providerId) => ask((provider) => provider.fetch(providerId)),
    cancel: (providerId) => ask((provider) => provider.cancel(providerId)),
    refund: (request) => ask((provider) => provider.refund(request)),
    revokeMandate: (mandate) => ask((provider) => provider.revokeMandate(mandate)),
    findByAttempt: (attemptId, since) =>
      ask(
        (provider) => provider.findByAttempt(attemptId, since),
        (found) => found !== null,
      ),
  };
}

const NOT_WITH_THIS_KEY = [401, 403];

function knows<T>(answer: Result<T, ProviderFailure>, isThere: (value: T) => boolean): boolean {
  if (answer.ok) return isThere(answer.value);
  if (answer.error.kind === "refused") return !NOT_WITH_THIS_KEY.includes(answer.error.status);
  return answer.error.kind !== "not_found";
}
