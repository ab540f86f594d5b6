import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createMollieClient } from "@mollie/api-client";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMollieSimulator, type MollieSimulator } from "../../demo/mollie/simulator.ts";

/** Mollie's OpenAPI description is not ours to distribute: whoever has it names its path. */
const descriptionPath = process.env.MOLLIE_OPENAPI;
const withDescription = test.runIf(descriptionPath !== undefined);

type Schema = { readonly $ref?: string; readonly readOnly?: boolean };
type Description = {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
type Yaml = { load: (text: string, options: { schema: unknown }) => unknown; CORE_SCHEMA: unknown };

const { load, CORE_SCHEMA } = createRequire(import.meta.url)("js-yaml") as Yaml;

let simulator: MollieSimulator;
let answers: Ajv2020;
let requests: Ajv2020;
let paths: string[];

beforeAll(async () => {
  if (descriptionPath === undefined) return;
  simulator = await startMollieSimulator({ port: 0, allowUnauthenticatedControl: true, cancelable: true });
  const description = load(readFileSync(descriptionPath, "utf8"), { schema: CORE_SCHEMA }) as Description;
  paths = Object.keys(description.paths);
  answers = validatorOf(description);
  requests = validatorOf(withoutReadOnlyRequirements(description));
});

afterAll(async () => {
  if (descriptionPath !== undefined) await simulator.close();
});

function validatorOf(description: unknown): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false, allErrors: true });
  ajv.addSchema(description as object, "mollie");
  return ajv;
}

/** What only answers have cannot be required of a request, although the schemas are shared. */
function withoutReadOnlyRequirements(description: Description): unknown {
  function isReadOnly(property: Schema | undefined): boolean {
    const target = property?.$ref?.split("/").at(-1);
    return property?.readOnly ?? (target !== undefined && isReadOnly(description.components.schemas[target]));
  }

  function relaxed(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(relaxed);
    if (node === null || typeof node !== "object") return node;
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, relaxed(value)]));
    const properties = copy.properties as Record<string, Schema> | undefined;
    if (Array.isArray(copy.required) && properties) {
      copy.required = copy.required.filter((name: string) => !isReadOnly(properties[name]));
    }
    return copy;
  }

  return relaxed(description);
}

/** The schema at a place of the description; nothing that it does not name is allowed beside it. */
function schemaAt(ajv: Ajv2020, place: readonly string[], extra: readonly string[] = []): ValidateFunction {
  const pointer = place.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  return ajv.compile({
    $ref: `mollie#/${pointer}`,
    properties: Object.fromEntries(extra.map((name) => [name, true])),
    unevaluatedProperties: false,
  });
}

function check(validate: ValidateFunction, value: unknown): void {
  validate(value);
  expect({ value, errors: validate.errors ?? [] }).toEqual({ value, errors: [] });
}

function templateOf(path: string): string {
  const parts = path.split("/");
  const fitting = paths.filter((template) => {
    const pattern = template.split("/");
    return (
      pattern.length === parts.length && pattern.every((part, index) => part.startsWith("{") || part === parts[index])
    );
  });
  return fitting.toSorted((left, right) => left.split("{").length - right.split("{").length)[0] ?? "not described";
}

/** One request to the simulator, in which the body and the answer are held against the description. */
async function call(method: string, target: string, body?: unknown, key = "test_firstShop"): Promise<{ id: string }> {
  const response = await fetch(`${simulator.url}/v2${target}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const operation = ["paths", templateOf(`/v2${target.split("?")[0] ?? ""}`), method.toLowerCase()];
  if (body !== undefined && response.ok) {
    check(schemaAt(requests, [...operation, "requestBody", "content", "application/json", "schema"]), body);
  }
  if (response.status === 204) return { id: "" };
  const json = (await response.json()) as { id: string };
  const schema = response.ok
    ? [...operation, "responses", String(response.status), "content", "application/hal+json", "schema"]
    : ["components", "schemas", "error-response"];
  // `?embed=` adds a part that the description shows with its own examples only.
  check(schemaAt(answers, schema, target.includes("embed=") ? ["_embedded"] : []), json);
  return json;
}

const PAYMENT = {
  amount: { currency: "EUR", value: "187.50" },
  description: "Factuur 2026-00123",
  redirectUrl: "https://portal.example/back",
  webhookUrl: "https://portal.example/hook",
  method: "ideal",
  locale: "nl_NL",
  metadata: { attempt: "pay_1" },
};

test.runIf(descriptionPath === undefined)("Mollie's description was not given, so nothing was compared with it", () => {
  console.log("MOLLIE_OPENAPI is not set: the simulator was not compared with Mollie's OpenAPI description");
});

withDescription("payments in every status agree with the description", async () => {
  const { id } = await call("POST", "/payments?include=details.qrCode", PAYMENT);
  await call("GET", `/payments/${id}?include=details.qrCode`);
  await call("PATCH", `/payments/${id}`, { description: "Factuur 2" });
  await call("DELETE", `/payments/${id}`);
  for (const status of ["pending", "paid", "failed", "expired", "canceled"] as const) {
    const payment = await call("POST", "/payments", { ...PAYMENT, method: undefined, locale: undefined });
    simulator.control.setStatus({ paymentId: payment.id, status });
    await call("GET", `/payments/${payment.id}?embed=refunds,chargebacks`);
  }
  await call("GET", "/payments?limit=2");
});

withDescription("refunds and chargebacks agree with the description", async () => {
  const { id } = await call("POST", "/payments", PAYMENT);
  simulator.control.setStatus({ paymentId: id, status: "paid" });
  const body = { amount: { currency: "EUR", value: "1.00" }, description: "Coulance", metadata: { refund: "rfd_1" } };
  const refund = await call("POST", `/payments/${id}/refunds`, body);
  await call("GET", `/payments/${id}/refunds/${refund.id}`);
  await call("GET", `/payments/${id}/refunds`);
  await call("GET", "/refunds");
  await call("DELETE", `/payments/${id}/refunds/${refund.id}`);
  const chargeback = simulator.control.chargeback({ paymentId: id });
  await call("GET", `/payments/${id}/chargebacks/${chargeback.id}`);
  simulator.control.reverseChargeback({ chargebackId: chargeback.id });
  await call("GET", `/payments/${id}/chargebacks`);
  await call("GET", "/chargebacks");
  await call("GET", `/payments/${id}?embed=refunds,chargebacks`);
});

withDescription("customers, mandates and recurring payments agree with the description", async () => {
  const { id } = await call("POST", "/customers", { name: "J. de Vries", email: "j@example.nl" });
  await call("GET", `/customers/${id}`);
  await call("GET", "/customers");
  const first = await call("POST", "/payments", { ...PAYMENT, customerId: id, sequenceType: "first" });
  simulator.control.setStatus({ paymentId: first.id, status: "paid" });
  await call("GET", `/payments/${first.id}`);
  const { redirectUrl: _, ...recurring } = {
    ...PAYMENT,
    method: "directdebit",
    customerId: id,
    sequenceType: "recurring",
  };
  const collected = await callUnchecked(recurring);
  await call("GET", `/payments/${collected}`);
  await call("GET", `/customers/${id}/payments`);
  const account = { method: "directdebit", consumerName: "J. de Vries", consumerAccount: "NL91ABNA0417164300" };
  const mandate = await call("POST", `/customers/${id}/mandates`, account);
  await call("GET", `/customers/${id}/mandates/${mandate.id}`);
  await call("GET", `/customers/${id}/mandates`);
  await call("DELETE", `/customers/${id}/mandates/${mandate.id}`);
});

withDescription("methods agree with the description", async () => {
  await call("GET", "/methods");
  await call("GET", "/methods/ideal");
});

withDescription("errors agree with the description", async () => {
  await call("GET", "/payments/tr_nothing");
  await call("GET", "/payments", undefined, "live_shop");
  await call("POST", "/payments", { ...PAYMENT, amount: { currency: "EUR", value: "1" } });
  await call("GET", "/payments?from=tr_nothing");
});

withDescription("what the client sends agrees with the description", async () => {
  process.env.MOLLIE_SIMULATOR_URL = simulator.url;
  await import(new URL("../../demo/mollie/redirect.mjs", import.meta.url).href);
  simulator.control.clearRequests();
  const mollie = createMollieClient({ apiKey: "test_firstShop" });
  const customer = await mollie.customers.create({ name: "J. de Vries", email: "j@example.nl" });
  const payment = await mollie.payments.create({
    ...(PAYMENT as object as Parameters<typeof mollie.payments.create>[0]),
    include: "details.qrCode" as never,
    idempotencyKey: "attempt-1",
    customerId: customer.id,
  });
  simulator.control.setStatus({ paymentId: payment.id, status: "paid" });
  await mollie.paymentRefunds.create({
    paymentId: payment.id,
    amount: { currency: "EUR", value: "1.00" },
    description: "Coulance",
    metadata: { refund: "rfd_1" },
  });
  const sent = simulator.control.requests().filter(({ method }) => method === "POST");
  expect(sent.map(({ path }) => templateOf(path))).toEqual([
    "/v2/customers",
    "/v2/payments",
    "/v2/payments/{paymentId}/refunds",
  ]);
  for (const { path, body } of sent) {
    const place = ["paths", templateOf(path), "post", "requestBody", "content", "application/json", "schema"];
    check(schemaAt(requests, place), body);
  }
});

/** The description requires a redirect address of every payment; a collection has no payer to send back. */
async function callUnchecked(body: unknown): Promise<string> {
  const response = await fetch(`${simulator.url}/v2/payments`, {
    method: "POST",
    headers: { authorization: "Bearer test_firstShop" },
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { id: string }).id;
}
