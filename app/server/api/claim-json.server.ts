import { asCents } from "#app/domain/money.ts";
import { preferredChannel } from "#app/domain/preferred-channel.ts";
import type { ClaimDetails } from "#app/server/claims/claim-details.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { ClaimJson } from "./schemas/claim-schemas.server.ts";

/** A claim as the API gives it: the body that made it, with ids, status and times. */
export function claimJson(claim: ClaimDetails): ClaimJson {
  return {
    id: claim.id,
    reference: claim.reference,
    kind: claim.kind,
    status: claim.status,
    description: claim.description,
    debtor: debtorJson(claim.debtor),
    invoices: claim.invoices.map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      issuedOn: fromDateColumn(invoice.issuedOn),
      dueOn: fromDateColumn(invoice.dueOn),
      amount: moneyJson(asCents(invoice.amount)),
      description: invoice.description,
    })),
    interest: interestJson(claim),
    collectionCosts: costsJson(claim),
    metadata: claim.metadata as Record<string, string>,
    paymentReference: claim.paymentReference,
    pause: pauseJson(claim),
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
  };
}

function pauseJson({ pauses: [pause] }: ClaimDetails): ClaimJson["pause"] {
  if (!pause) return null;
  const { reason, untilOn, startedOn } = pause;
  return { reason, until: untilOn && fromDateColumn(untilOn), startedOn: fromDateColumn(startedOn) };
}

function debtorJson(debtor: ClaimDetails["debtor"]): ClaimJson["debtor"] {
  const { id, type, name, language, reference, email, phone, companyNumber } = debtor;
  const channel = preferredChannel(debtor.channel);
  const address = addressJson(debtor);
  return {
    id,
    type,
    name,
    language,
    ...(reference === null ? {} : { reference }),
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
    ...(channel === null ? {} : { channel }),
    ...(companyNumber === null ? {} : { companyNumber }),
    ...(address === null ? {} : { address }),
  };
}

function addressJson(debtor: ClaimDetails["debtor"]): ClaimJson["debtor"]["address"] | null {
  const { street, houseNumber, addressLine2, postalCode, city, country } = debtor;
  if (street === null || postalCode === null || city === null || country === null) return null;
  return {
    street,
    ...(houseNumber === null ? {} : { houseNumber }),
    ...(addressLine2 === null ? {} : { addition: addressLine2 }),
    postalCode,
    city,
    country,
  };
}

function interestJson(claim: ClaimDetails): ClaimJson["interest"] {
  if (claim.interestType !== "contractual") return { type: claim.interestType };
  return { type: claim.interestType, ratePercent: claim.interestRate ?? "" };
}

function costsJson(claim: ClaimDetails): ClaimJson["collectionCosts"] {
  if (claim.costsType === "none") return { type: "none" };
  const notice = claim.noticeDeliveredOn === null ? {} : { noticeDeliveredOn: fromDateColumn(claim.noticeDeliveredOn) };
  if (claim.costsType === "statutory") return { type: claim.costsType, ...notice };
  return { type: claim.costsType, amount: moneyJson(asCents(claim.fixedCosts ?? 0n)), ...notice };
}
