import { allOwn, own, type ApiCall } from "./api-call.ts";
import { notFound, type Answer } from "./answers.ts";
import { customerBody, mandateBody } from "./bodies.ts";
import { createCustomer, createMandate } from "./customers.ts";
import { listAnswer } from "./lists.ts";
import { createCustomerRequest, createMandateRequest, readRequest } from "./requests.ts";
import { route } from "./routing.ts";

export const customerRoutes = [
  route("POST /v2/customers", create),
  route("GET /v2/customers", list),
  route("GET /v2/customers/:id", read),
  route("POST /v2/customers/:id/mandates", mandate),
  route("GET /v2/customers/:id/mandates", listMandates),
  route("GET /v2/customers/:id/mandates/:mandateId", readMandate),
  route("DELETE /v2/customers/:id/mandates/:mandateId", revokeMandate),
];

function create(call: ApiCall): Answer {
  const request = readRequest(createCustomerRequest, call.body);
  if ("refused" in request) return request.refused;
  const { name = null, email = null, locale = null, metadata = null } = request.value;
  const customer = createCustomer(call.simulation, call.profileId, { name, email, locale, metadata });
  return { status: 201, body: customerBody(call.simulation, customer) };
}

function list(call: ApiCall): Promise<Answer> {
  return listAnswer({
    name: "customers",
    path: "/customers",
    query: call.query,
    all: allOwn(call, call.simulation.state.customers),
    body: (customer) => customerBody(call.simulation, customer),
  });
}

function read(call: ApiCall, id: string): Answer {
  const customer = own(call, call.simulation.state.customers, id);
  return customer ? { status: 200, body: customerBody(call.simulation, customer) } : notFound("customer", id);
}

function mandate(call: ApiCall, customerId: string): Answer {
  const { simulation, profileId } = call;
  if (!own(call, simulation.state.customers, customerId)) return notFound("customer", customerId);
  const request = readRequest(createMandateRequest, call.body);
  if ("refused" in request) return request.refused;
  const {
    consumerName,
    consumerAccount,
    consumerBic = null,
    signatureDate = null,
    mandateReference = null,
  } = request.value;
  const made = createMandate(simulation, {
    ...{ profileId, customerId, consumerName, consumerAccount, consumerBic, signatureDate, mandateReference },
    at: simulation.clock.now(),
  });
  return { status: 201, body: mandateBody(made) };
}

async function listMandates(call: ApiCall, customerId: string): Promise<Answer> {
  const { state } = call.simulation;
  if (!own(call, state.customers, customerId)) return notFound("customer", customerId);
  return listAnswer({
    name: "mandates",
    path: `/customers/${customerId}/mandates`,
    query: call.query,
    all: allOwn(call, state.mandates).filter((item) => item.customerId === customerId),
    body: mandateBody,
  });
}

function readMandate(call: ApiCall, customerId: string, id: string): Answer {
  const found = own(call, call.simulation.state.mandates, id);
  return found?.customerId === customerId ? { status: 200, body: mandateBody(found) } : notFound("mandate", id);
}

function revokeMandate(call: ApiCall, customerId: string, id: string): Answer {
  const found = own(call, call.simulation.state.mandates, id);
  if (found?.customerId !== customerId) return notFound("mandate", id);
  call.simulation.state.mandates.delete(id);
  call.simulation.changed();
  return { status: 204, body: null };
}
