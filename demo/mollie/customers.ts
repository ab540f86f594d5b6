import { createId, type Simulation } from "./simulation.ts";
import type { Customer, Mandate, Payment } from "./state.ts";

/** The account that every simulated payer pays from. */
export const PAYER = {
  consumerName: "T. TEST",
  consumerAccount: "NL17RABO0213698412",
  consumerBic: "RABONL2U",
} as const;

export function createCustomer(
  simulation: Simulation,
  profileId: string,
  wanted: Pick<Customer, "name" | "email" | "locale" | "metadata">,
): Customer {
  const customer = { id: createId("cst"), profileId, createdAt: simulation.clock.now(), ...wanted };
  simulation.state.customers.set(customer.id, customer);
  simulation.changed();
  return customer;
}

export function createMandate(
  simulation: Simulation,
  wanted: Pick<Mandate, "profileId" | "customerId" | "consumerName" | "consumerAccount" | "consumerBic"> & {
    at: number;
    signatureDate?: string | null;
    mandateReference?: string | null;
  },
): Mandate {
  const { at, signatureDate, mandateReference, ...rest } = wanted;
  const id = createId("mdt");
  const mandate: Mandate = {
    ...rest,
    id,
    createdAt: at,
    method: "directdebit",
    mandateReference: mandateReference ?? `SIMULATOR-${id.slice(4, 12).toUpperCase()}`,
    signatureDate: signatureDate ?? new Date(at).toISOString().slice(0, 10),
  };
  simulation.state.mandates.set(id, mandate);
  simulation.changed();
  return mandate;
}

/** A paid first payment of a customer gives leave to collect from the same account. */
export function mandateAfterFirstPayment(simulation: Simulation, payment: Payment, at: number): Mandate | null {
  if (payment.sequenceType !== "first" || payment.customerId === null) return null;
  return createMandate(simulation, { profileId: payment.profileId, customerId: payment.customerId, ...PAYER, at });
}
