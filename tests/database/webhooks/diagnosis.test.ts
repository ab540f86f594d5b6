import { afterEach, beforeEach, expect, test } from "vitest";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { diagnoseEndpoint, type ReceiverDiagnosis } from "#app/server/webhooks/diagnose-endpoint.server.ts";
import { explainDiagnosis } from "#app/server/webhooks/explain-diagnosis.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const SECOND = 1_000;

let scenario: Scenario;
let endpointId: string;
beforeEach(async () => {
  scenario = await openScenario();
  endpointId = (await scenario.addEndpoint()).id;
});
afterEach(() => scenario.close());

async function diagnose(): Promise<ReceiverDiagnosis> {
  const { services, creditorId } = scenario;
  const found = await diagnoseEndpoint(services, { creditorId, endpointId });
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
}

const codes = ({ faults }: ReceiverDiagnosis) => faults.map(({ code }) => code);

test("an endpoint that got nothing yet, and one that works", async () => {
  expect(await diagnose()).toMatchObject({
    state: "untried",
    faults: [{ code: "untried" }],
    looked: { attempts: 0, failures: 0 },
    lastAttempt: null,
    lastSuccessAt: null,
    missing: { waiting: 0, held: 0, givenUp: 0 },
    missingSince: null,
    nextAttemptAt: null,
    disabledAt: null,
  });
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.work();
  const now = scenario.services.clock.now();
  expect(await diagnose()).toMatchObject({ state: "working", faults: [{ code: "fine" }], lastSuccessAt: now });
});

test.each([
  [301, "redirect"],
  [400, "signature_refused"],
  [401, "signature_refused"],
  [403, "signature_refused"],
  [404, "not_found"],
  [413, "too_large"],
  [422, "refused"],
  [429, "overloaded"],
  [500, "broken"],
  [503, "overloaded"],
])("an answer of %d says %s, and that nothing is lost", async (status, code) => {
  const { clock } = scenario.services;
  scenario.receiver.answerWith(() => (response) => response.writeHead(status).end("kapot"));
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid");
  await scenario.work();
  const found = await diagnose();
  expect(found).toMatchObject({
    state: "failing",
    faults: [{ code, values: { status } }],
    looked: { attempts: 1, failures: 1 },
    lastAttempt: { eventType: "claim.opened", statusCode: status, responseBody: "kapot" },
    missing: { waiting: 2, held: 0, givenUp: 0 },
    missingSince: clock.now(),
    disabledAt: new Date("2026-11-27T10:00:00.000Z"),
  });
  const { meaning, faults } = explainDiagnosis(found, translatorFor("nl"));
  expect(meaning).toBe("Er gaat niets verloren. Wij bewaren de 2 berichten die wachten en blijven het vijf dagen proberen."); // prettier-ignore
  expect(faults[0]?.happened).toContain(`antwoordde ${status}`);
});

test("no answer at all says why, without an address", async () => {
  const { database } = scenario.services;
  await database.prisma.webhookEndpoint.update({ where: { id: endpointId }, data: { url: "http://127.0.0.1:1/hook" } });
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.work();
  const found = await diagnose();
  expect(codes(found)).toEqual(["blocked_address"]);
  for (const language of LANGUAGES) {
    expect(JSON.stringify(explainDiagnosis(found, translatorFor(language)))).not.toContain("127.0.0.1");
  }
  await database.prisma.webhookEndpoint.update({ where: { id: endpointId }, data: { url: scenario.receiver.url() } });
  scenario.receiver.answerWith(() => (response) => response.destroy());
  scenario.services.clock.advance(5 * SECOND);
  await scenario.work();
  expect(codes(await diagnose())).toEqual(["reset"]);
});

test("one that rests says so, and why", async () => {
  scenario.receiver.answerWith(() => 401);
  for (let n = 0; n < 20; n += 1) await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.work();
  const found = await diagnose();
  expect(found).toMatchObject({
    state: "resting",
    faults: [
      { code: "resting", values: { failures: 12, attempts: 12 } },
      { code: "signature_refused", values: { status: 401 } },
    ],
    missing: { waiting: 20 },
    nextAttemptAt: new Date("2026-11-22T10:00:30.000Z"),
  });
  expect(explainDiagnosis(found, translatorFor("en"))).toMatchObject({
    title: "Your receiver fails too often and is given a rest",
    meaning:
      "Nothing is lost: 20 events are waiting. We try with one at a time. Once it arrives, the rest follows in order.",
  });
});

test("one that is disabled says by whom, and that everything is kept", async () => {
  const { services, creditorId } = scenario;
  scenario.receiver.answerWith(() => 410);
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.work();
  expect(await diagnose()).toMatchObject({
    state: "disabled",
    faults: [{ code: "disabled_gone" }],
    missing: { waiting: 0, held: 1, givenUp: 0 },
    nextAttemptAt: null,
    disabledAt: null,
  });
  await updateEndpoint(services, { creditorId, endpointId, status: "enabled", actor: "operator" });
  await updateEndpoint(services, { creditorId, endpointId, status: "disabled", actor: "operator" });
  const found = await diagnose();
  expect(codes(found)).toEqual(["disabled_by_you"]);
  expect(explainDiagnosis(found, translatorFor("nl")).meaning).toBe(
    "Er gaat niets verloren. Wij bewaren het bericht dat wacht tot u het adres weer aanzet.",
  );
});

test("an endpoint of somebody else is as absent as one that never was", async () => {
  const { services } = scenario;
  const scope = { creditorId: await scenario.addCreditor(), endpointId };
  expect(await diagnoseEndpoint(services, scope)).toEqual({ ok: false, error: { kind: "not_found" } });
});
