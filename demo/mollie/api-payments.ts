import { allOwn, listParameter, own, type ApiCall } from "./api-call.ts";
import { notFound, problem, type Answer } from "./answers.ts";
import { paymentBody } from "./bodies.ts";
import { listAnswer } from "./lists.ts";
import { changeStatus, createPayment, isCancelable } from "./payments.ts";
import { createPaymentRequest, readRequest, updatePaymentRequest } from "./requests.ts";
import { route } from "./routing.ts";
import type { Mandate, Payment } from "./state.ts";

export const paymentRoutes = [
  route("POST /v2/payments", (call: ApiCall) => create(call, null)),
  route("GET /v2/payments", (call: ApiCall) => list(call, null)),
  route("GET /v2/payments/:id", read),
  route("PATCH /v2/payments/:id", update),
  route("DELETE /v2/payments/:id", cancel),
  route("POST /v2/customers/:id/payments", (call: ApiCall, customerId) => create(call, customerId)),
  route("GET /v2/customers/:id/payments", (call: ApiCall, customerId) => list(call, customerId)),
];

async function create(call: ApiCall, ofCustomer: string | null): Promise<Answer> {
  const request = readRequest(createPaymentRequest, call.body);
  if ("refused" in request) return request.refused;
  const { method, sequenceType = "oneoff", redirectUrl, cancelUrl, webhookUrl, locale } = request.value;
  const customerId = ofCustomer ?? request.value.customerId ?? null;
  if (customerId !== null && !own(call, call.simulation.state.customers, customerId)) {
    return ofCustomer === null
      ? problem(422, "The customer id is invalid", "customerId")
      : notFound("customer", customerId);
  }
  if (sequenceType !== "oneoff" && customerId === null) {
    return problem(422, "A customer is required for this sequence type", "customerId");
  }
  const only = Array.isArray(method) ? (method.length === 1 ? method[0] : undefined) : method;
  const mandate = sequenceType === "recurring" ? findMandate(call, customerId, request.value.mandateId) : null;
  if (sequenceType === "recurring" && !mandate) {
    return problem(422, "The customer has no valid mandate for this payment", "mandateId");
  }
  if (sequenceType !== "recurring" && only === "directdebit") {
    return problem(422, "The payment method is not enabled for this sequence type", "method");
  }
  if (sequenceType !== "recurring" && !redirectUrl) {
    return problem(422, "The 'redirectUrl' field is missing", "redirectUrl");
  }
  const payment = createPayment(call.simulation, call.profileId, {
    amount: request.value.amount,
    description: request.value.description,
    metadata: request.value.metadata ?? null,
    billingAddress: request.value.billingAddress ?? null,
    sequenceType,
    customerId,
    mandateId: mandate?.id ?? null,
    method: only ?? null,
    redirectUrl: redirectUrl ?? null,
    cancelUrl: cancelUrl ?? null,
    webhookUrl: webhookUrl ?? null,
    locale: locale ?? null,
  });
  return { status: 201, body: await paymentBody(call.simulation, payment, viewOf(call)) };
}

function list(call: ApiCall, customerId: string | null): Promise<Answer> {
  const all = allOwn(call, call.simulation.state.payments);
  return listAnswer({
    name: "payments",
    path: customerId === null ? "/payments" : `/customers/${customerId}/payments`,
    query: call.query,
    all: customerId === null ? all : all.filter((payment) => payment.customerId === customerId),
    body: (payment) => paymentBody(call.simulation, payment, { embed: [], include: [] }),
  });
}

async function read(call: ApiCall, id: string): Promise<Answer> {
  const payment = own(call, call.simulation.state.payments, id);
  if (!payment) return notFound("payment", id);
  return { status: 200, body: await paymentBody(call.simulation, payment, viewOf(call)) };
}

async function update(call: ApiCall, id: string): Promise<Answer> {
  const payment = own(call, call.simulation.state.payments, id);
  if (!payment) return notFound("payment", id);
  const request = readRequest(updatePaymentRequest, call.body);
  if ("refused" in request) return request.refused;
  const { method, ...fields } = request.value;
  const { description, redirectUrl, cancelUrl, webhookUrl, locale, metadata, billingAddress } = fields;
  Object.assign(payment, definedOf({ description, redirectUrl, cancelUrl, webhookUrl, locale, metadata }));
  if (billingAddress !== undefined) payment.billingAddress = billingAddress;
  if (method !== undefined) payment.method = typeof method === "string" ? method : null;
  call.simulation.changed();
  return { status: 200, body: await paymentBody(call.simulation, payment, viewOf(call)) };
}

async function cancel(call: ApiCall, id: string): Promise<Answer> {
  const { simulation } = call;
  const payment = own(call, simulation.state.payments, id);
  if (!payment) return notFound("payment", id);
  if (!isCancelable(simulation, payment)) return problem(422, "The payment cannot be canceled");
  changeStatus(simulation, { payment, status: "canceled", at: simulation.clock.now() });
  return { status: 200, body: await paymentBody(simulation, payment, { embed: [], include: [] }) };
}

function findMandate(call: ApiCall, customerId: string | null, id: string | null | undefined): Mandate | null {
  const ofCustomer = allOwn(call, call.simulation.state.mandates).filter(
    (mandate) => mandate.customerId === customerId,
  );
  return ofCustomer.find((mandate) => id == null || mandate.id === id) ?? null;
}

function viewOf({ query }: ApiCall) {
  return { embed: listParameter(query, "embed"), include: listParameter(query, "include") };
}

function definedOf(fields: Record<string, unknown>): Partial<Payment> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
