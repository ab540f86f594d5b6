import { asCents } from "#app/domain/money.ts";
import { day } from "#app/domain/calendar.ts";
import { FiguresPage } from "#app/ui/pages/figures-page.tsx";
import { SettingsEndpointPage } from "#app/ui/pages/settings-endpoint-page.tsx";
import { SettingsReceiverPage } from "#app/ui/pages/settings-receiver-page.tsx";
import { SettingsWebhooksPage } from "#app/ui/pages/settings-webhooks-page.tsx";
import type { EndpointView, ReceiverView } from "#app/ui/settings/endpoint-view.ts";
import type { GalleryCase } from "./gallery-case.ts";
import { FRAME, LOOKING } from "./settings-samples.ts";

const ENDPOINT: EndpointView = {
  id: "whe_1",
  url: "https://boekhouding.bakkerijjansen.example/webhooks/voldaan",
  events: ["payment.paid", "claim.settled", "dispute.opened"],
  description: "Boekhouding",
  signature: "v1",
  status: "enabled",
  condition: "failing",
  previousSecretUntil: "2026-11-23T10:15:00.000Z",
};

const FAILED = {
  number: 2,
  startedAt: "2026-11-22T10:21:00.000Z",
  durationMs: 412,
  statusCode: 401,
  failure: null,
  request: {
    url: ENDPOINT.url,
    headers: { "content-type": "application/json", "webhook-id": "evt_01kah2v9x3k8t5m1c7q4d0w6pz" },
  },
  responseBody: '{"error":"signature does not match"}',
} as const;

const RECEIVER: ReceiverView = {
  title: "Uw ontvanger geeft fouten",
  meaning: "Er gaat niets verloren. Wij bewaren de 3 berichten die wachten en blijven het vijf dagen proberen.",
  tone: "problem",
  faults: [
    {
      code: "signature_refused",
      happened: "Uw ontvanger antwoordde 401. Meestal klopt dan de controle van de handtekening niet.",
      next: "Controleer over de rauwe bytes, met het geheim van dit adres. Weet u het niet meer, neem dan een nieuw geheim.",
    },
    {
      code: "given_up",
      happened: "Eén bericht kwam na twaalf pogingen niet aan. Wij proberen het niet meer.",
      next: "Herstel de oorzaak en vraag ze opnieuw aan. Dat kan tot 90 dagen na het bericht.",
    },
  ],
  looked: { attempts: 20, failures: 7 },
  lastAttempt: { ...FAILED, type: "payment.paid" },
  lastSuccessAt: "2026-11-21T16:40:00.000Z",
  missing: { waiting: 3, held: 0, givenUp: 1 },
  nextAttemptAt: "2026-11-22T10:40:00.000Z",
  disabledAt: "2026-11-27T09:00:00.000Z",
};

const BODY =
  '{"type":"payment.paid","timestamp":"2026-11-22T10:15:00.000Z","data":{"sequence":4,"claim":{"id":"clm_01kah2v9x3k8t5m1c7q4d0w6pz","reference":"2026-0412"},"payment":{"id":"pay_1","amount":"40.00"}}}';

const DELIVERIES = {
  status: null,
  items: [
    {
      id: "dlv_2",
      eventId: "evt_2",
      type: "payment.paid",
      occurredAt: "2026-11-22T10:15:00.000Z",
      status: "pending",
      nextAttemptAt: "2026-11-22T10:40:00.000Z",
      body: BODY,
      attempts: [
        { ...FAILED, number: 1, statusCode: null, failure: "timeout", responseBody: "", request: null },
        FAILED,
      ],
    },
    {
      id: "dlv_1",
      eventId: "evt_1",
      type: "claim.opened",
      occurredAt: "2026-11-21T16:40:00.000Z",
      status: "delivered",
      nextAttemptAt: null,
      body: BODY,
      attempts: [{ ...FAILED, number: 1, statusCode: 204, responseBody: "" }],
    },
  ],
  next: "dlv_1",
} as const;

const ANSWERS = { url: [ENDPOINT.url], description: ["Boekhouding"], reach: ["some"], events: ENDPOINT.events };
const PAGE = { frame: FRAME, endpoint: ENDPOINT, receiver: RECEIVER, deliveries: DELIVERIES, answers: ANSWERS, formId: "frm_1", done: null }; // prettier-ignore
const LIST = { frame: FRAME, endpoints: [ENDPOINT, { ...ENDPOINT, id: "whe_2", description: "", condition: "on" }], answers: { reach: ["all"], signature: ["v1"] }, deleted: false } as const; // prettier-ignore
const SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

const MONTH = { month: day("2026-11-01"), registered: 128, opened: 96, paid: 71, paidAmount: asCents(11_302_45n), arranged: 14, disputed: 3 }; // prettier-ignore

/** Where messages go, what went there, and the figures. */
export const SETTINGS_WEBHOOK_CASES: readonly GalleryCase[] = [
  { name: "settings-webhooks", page: <SettingsWebhooksPage {...LIST} /> },
  { name: "settings-webhooks-made", page: <SettingsWebhooksPage {...LIST} made={{ secret: SECRET, until: null }} /> },
  {
    name: "settings-webhooks-wrong",
    page: (
      <SettingsWebhooksPage
        {...LIST}
        answers={{ ...LIST.answers, url: ["http://127.0.0.1"], reach: ["some"] }}
        faults={[
          { field: "url", kind: "not_https" },
          { field: "events", kind: "no_events" },
        ]}
      />
    ),
  },
  { name: "settings-endpoint", page: <SettingsEndpointPage {...PAGE} /> },
  {
    name: "settings-endpoint-rotated",
    page: <SettingsEndpointPage {...PAGE} made={{ secret: SECRET, until: "2026-11-23T10:15:00.000Z" }} />,
  },
  {
    name: "settings-endpoint-off",
    page: (
      <SettingsEndpointPage
        {...PAGE}
        endpoint={{ ...ENDPOINT, status: "disabled", condition: "off" }}
        refused
        faults={[{ field: "until", kind: "until_before_since" }]}
        answers={{ ...ANSWERS, since: ["2026-11-20"], until: ["2026-11-19"] }}
      />
    ),
  },
  { name: "settings-endpoint-reader", page: <SettingsEndpointPage {...PAGE} frame={LOOKING} /> },
  {
    name: "settings-receiver",
    page: <SettingsReceiverPage frame={FRAME} endpoint={ENDPOINT} receiver={RECEIVER} />,
  },
  {
    name: "figures",
    page: (
      <FiguresPage
        user={FRAME.user}
        path="/creditor/figures"
        countedAt="2026-11-22T10:15:00.000Z"
        months={[
          MONTH,
          { ...MONTH, month: day("2026-10-01"), registered: 1_204, paidAmount: asCents(104_302_45n) },
          { ...MONTH, month: day("2026-09-01"), registered: 0, opened: 0, paid: 0, paidAmount: asCents(0n), arranged: 0, disputed: 0 }, // prettier-ignore
        ]}
      />
    ),
  },
  {
    name: "figures-nothing",
    page: <FiguresPage user={FRAME.user} path="/creditor/figures" countedAt={null} months={[]} />,
  },
];
