import type { ApiCall } from "./api-call.ts";
import { documentation, halLink, notFound, type Answer } from "./answers.ts";
import { LARGEST_IDEAL_AMOUNT, SMALLEST_AMOUNT } from "./requests.ts";
import { route } from "./routing.ts";

export const methodRoutes = [
  route("GET /v2/methods", list),
  route("GET /v2/methods/:id", (_call: ApiCall, id) => read(id)),
];

const METHODS = { ideal: "iDEAL | Wero", directdebit: "SEPA Direct Debit" } as const;

function list({ query }: ApiCall): Answer {
  const methods = [methodBody(query.get("sequenceType") === "recurring" ? "directdebit" : "ideal")];
  return {
    status: 200,
    body: {
      count: methods.length,
      _embedded: { methods },
      _links: { self: halLink("/methods"), ...documentation("list-methods") },
    },
  };
}

function read(id: string): Answer {
  return id === "ideal" || id === "directdebit"
    ? { status: 200, body: methodBody(id) }
    : notFound("payment method", id);
}

function methodBody(id: keyof typeof METHODS): Record<string, unknown> {
  const icon = `https://www.mollie.com/external/icons/payment-methods/${id}`;
  return {
    resource: "method",
    id,
    description: METHODS[id],
    minimumAmount: SMALLEST_AMOUNT,
    maximumAmount: LARGEST_IDEAL_AMOUNT,
    image: { size1x: `${icon}.png`, size2x: `${icon}%402x.png`, svg: `${icon}.svg` },
    status: "activated",
    _links: { self: halLink(`/methods/${id}`), ...documentation("get-method") },
  };
}
