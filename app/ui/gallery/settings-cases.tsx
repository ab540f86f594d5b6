import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { SettingsBankPage } from "#app/ui/pages/settings-bank-page.tsx";
import { SettingsBrandingPage } from "#app/ui/pages/settings-branding-page.tsx";
import { SettingsKeyPage } from "#app/ui/pages/settings-key-page.tsx";
import { SettingsKeysPage } from "#app/ui/pages/settings-keys-page.tsx";
import { SettingsLinkKeyPage } from "#app/ui/pages/settings-link-key-page.tsx";
import { SettingsMemberPage } from "#app/ui/pages/settings-member-page.tsx";
import { SettingsMolliePage } from "#app/ui/pages/settings-mollie-page.tsx";
import { SettingsPage } from "#app/ui/pages/settings-page.tsx";
import { SettingsCollectorPage } from "#app/ui/pages/settings-collector-page.tsx";
import { SettingsHelpContactsPage } from "#app/ui/pages/settings-help-contacts-page.tsx";
import { SettingsNewLinkKeyPage } from "#app/ui/pages/settings-new-link-key-page.tsx";
import { SettingsPolicyEditPage } from "#app/ui/pages/settings-policy-edit-page.tsx";
import { SettingsPolicyPage } from "#app/ui/pages/settings-policy-page.tsx";
import { SettingsProfilePage } from "#app/ui/pages/settings-profile-page.tsx";
import { SettingsTeamPage } from "#app/ui/pages/settings-team-page.tsx";
import type { ApiKeyView } from "#app/ui/settings/key-view.ts";
import { SCOPES } from "#app/ui/settings/key-text.ts";
import type { GalleryCase } from "./gallery-case.ts";
import { A_LOGO, FRAME, LOOKING } from "./settings-samples.ts";

const PER_MONTH = { perMonth1: ["10,00"], perMonth2: ["25,00"], perMonth3: ["50,00"] };

const TRIED = {
  claims: 212,
  results: [
    { perMonth: asCents(10_00n), accepted: 12, countered: 151, person: 49, byReason: { instalment_too_low: 180, too_many_instalments: 143 } }, // prettier-ignore
    { perMonth: asCents(25_00n), accepted: 148, countered: 60, person: 4, byReason: { too_many_instalments: 51 } },
    { perMonth: asCents(50_00n), accepted: 209, countered: 3, person: 0, byReason: {} },
  ],
} as const;

const AGENCY = { name: ["Incassobureau Kalm"], registerNumber: ["RIN-0042"], phone: ["020 123 45 67"] };

const HELPS = {
  "name-1": ["Buurtteam Oost"],
  "text-1": ["Kijkt met u naar uw geld"],
  "phone-1": ["020 765 43 21"],
  "url-1": ["https://buurtteam.example"],
};

const SIGNER = { iss: "crd_01kaghtw0078v5w3drzqyj9c34", aud: "https://voldaan.example" };

const ANSWERS = {
  ...PER_MONTH,
  enabled: ["yes"],
  counterOffer_enabled: ["yes"],
  pauseRemindersWhileActive: ["yes"],
  autoAccept_maxInstalments: ["6"],
  autoAccept_minInstalment: ["25,00"],
  autoAccept_maxDurationDays: ["190"],
  review_maxInstalments: ["12"],
  review_maxDurationMonths: ["12"],
  decisionTermWorkingDays: ["5"],
  counterOffer_validDays: ["14"],
  minClaim: ["50,00"],
  hardMax_months: ["36"],
  maxOpenProposals: ["1"],
  cooldownAfterRejectionDays: ["7"],
  frequencies: ["weekly", "monthly"],
  allowedDays: ["1-28"],
  monthEnd: ["yes"],
  firstPaymentWithinDays: ["14"],
  methods: ["ideal_link"],
  extraPayments: ["next"],
  interestDuringArrangement: ["freeze"],
  costsDuringArrangement: ["keep"],
  downPaymentPercent: ["0"],
  settlementDiscountPercent: ["0"],
  waiveCostsIfRemainderBelow: ["5,00"],
  graceDays: ["5"],
  missedAllowed: ["1"],
  requireBudgetForm_above: ["1000,00"],
  requireBudgetForm_aboveMonths: ["12"],
  band0_upTo: ["250,00"],
  band0_autoAccept_maxInstalments: ["4"],
};

const KEY: ApiKeyView = {
  id: "key_1",
  name: "Boekhouding",
  begins: "vk_4f8a91c2",
  scopes: ["claims:read", "claims:write", "payments:read", "events:read"],
  madeBy: { kind: "you" },
  createdAt: "2026-09-01T08:00:00.000Z",
  lastUsedAt: "2026-11-22T09:12:00.000Z",
  lastDay: day("2027-08-31"),
  revokedAt: null,
  state: "active",
};

const LINK_KEY = { id: "lky_1", kid: "kantoor-2026", alg: "EdDSA", createdAt: KEY.createdAt, revokedAt: null };

const KEYS = {
  registered: false,
  frame: FRAME,
  keys: [
    KEY,
    { ...KEY, id: "key_2", name: "Proef", scopes: ["*"], lastUsedAt: null },
    { ...KEY, id: "key_3", name: "Oude koppeling", state: "revoked", revokedAt: "2026-10-02T12:00:00.000Z" },
  ],
  linkKeys: [LINK_KEY],
  scopes: SCOPES.map((scope) => scope.replace(/_(read|write)$/, ":$1").replace("_", "-")),
  answers: { reach: ["some"], expiresOn: ["2027-11-21"] },
  revoked: false,
} as const;

const OWNER = {
  id: "usr_1",
  email: FRAME.user.email,
  role: "owner",
  isYou: true,
  lastSignInAt: KEY.lastUsedAt,
} as const;
const TEAM = [
  OWNER,
  { id: "usr_2", email: "peter@bakkerijjansen.example", role: "handler", isYou: false, lastSignInAt: null },
  { id: "usr_3", email: "accountant@kantoor-aan-de-gracht.example", role: "reader", isYou: false, lastSignInAt: null },
] as const;

const ACCOUNT = { iban: "NL91ABNA0417164300", accountHolder: "Bakkerij Jansen B.V." };
const CHANGE = {
  id: "bch_1",
  iban: "NL02RABO0123456789",
  accountHolder: "Bakkerij Jansen Holding B.V.",
  askedBy: { kind: "colleague", email: "peter@bakkerijjansen.example" },
  askedAt: "2026-11-22T10:15:00.000Z",
  appliesAt: "2026-11-24T10:15:00.000Z",
} as const;

const BANK = { frame: FRAME, account: ACCOUNT, change: null, answers: { accountHolder: [ACCOUNT.accountHolder] }, done: null }; // prettier-ignore
const MOLLIE = { frame: FRAME, mollie: { kind: "own", end: "XsDM", live: true }, saved: false } as const;
const BRANDING = { frame: FRAME, name: "Bakkerij Jansen", initials: "BJ", brand: { colour: null, logo: null }, saved: false }; // prettier-ignore

const PROFILE = {
  name: ["Bakkerij Jansen"],
  address: ["Dorpsstraat 1, 1234 AB Ons Dorp"],
  phone: ["0123 456 789"],
  email: ["administratie@bakkerijjansen.example"],
  complaintsText: ["Bel of mail ons. Wij antwoorden binnen vijf werkdagen, tenzij u reeds een klacht heeft ingediend."],
  disputeAnswerDays: ["14"],
  pauseMonths: ["4"],
  pauseMonthsMost: ["8"],
  postalDays: ["2"],
  pauseFreezesInterest: ["no"],
  formOfAddress: ["formal"],
  minimumPartPayment: ["10,00"],
};

const OVERVIEW = {
  takesProposals: true,
  liveKeys: 2,
  endpoints: 2,
  brokenEndpoints: 1,
  people: 3,
  mollie: { kind: "own", end: "XsDM" },
  iban: ACCOUNT.iban,
  bankChangesAt: CHANGE.appliesAt,
  ownLook: true,
  collector: "Incassobureau Kalm",
  helpContacts: 1,
} as const;

/** Every page of the settings but those of webhooks. */
export const SETTINGS_CASES: readonly GalleryCase[] = [
  { name: "settings", page: <SettingsPage frame={FRAME} overview={OVERVIEW} /> },
  {
    name: "settings-policy",
    page: <SettingsPolicyPage frame={FRAME} policy={DEFAULT_POLICY} perMonth={PER_MONTH} saved={false} tried={TRIED} />,
  },
  {
    name: "settings-policy-reader",
    page: (
      <SettingsPolicyPage
        frame={LOOKING}
        policy={{
          ...DEFAULT_POLICY,
          allowedDays: [1, 25, "month_end"],
          downPaymentPercent: 10,
          settlementDiscountPercent: 5,
          bands: [{ upTo: asCents(250_00n), downPaymentPercent: 0, autoAccept: DEFAULT_POLICY.autoAccept }],
        }}
        perMonth={{ ...PER_MONTH, perMonth1: ["tien"] }}
        saved={false}
        faults={[{ field: "perMonth1", kind: "amount" }]}
      />
    ),
  },
  { name: "settings-policy-edit", page: <SettingsPolicyEditPage frame={FRAME} answers={ANSWERS} bands={2} /> },
  {
    name: "settings-policy-edit-tried",
    page: <SettingsPolicyEditPage frame={FRAME} answers={ANSWERS} bands={2} tried={TRIED} />,
  },
  {
    name: "settings-policy-edit-wrong",
    page: (
      <SettingsPolicyEditPage
        frame={FRAME}
        answers={ANSWERS}
        bands={2}
        faults={[
          { field: "review_maxInstalments", kind: "below_auto_accept", min: 6 },
          { field: "band0_upTo", kind: "not_ascending" },
        ]}
      />
    ),
  },
  { name: "settings-keys", page: <SettingsKeysPage {...KEYS} /> },
  {
    name: "settings-keys-made",
    page: (
      <SettingsKeysPage
        {...KEYS}
        made={{
          name: "Boekhouding",
          key: "vk_4f8a91c2_7c1f0a6be95d4e3d8f20c6a4b7e1d9035a",
        }}
      />
    ),
  },
  {
    name: "settings-keys-wrong",
    page: (
      <SettingsKeysPage
        {...KEYS}
        faults={[
          { field: "name", kind: "name_missing" },
          { field: "scopes", kind: "scopes_missing" },
        ]}
      />
    ),
  },
  { name: "settings-key", page: <SettingsKeyPage frame={FRAME} apiKey={KEY} /> },
  { name: "settings-link-key", page: <SettingsLinkKeyPage frame={FRAME} linkKey={LINK_KEY} /> },
  {
    name: "settings-team",
    page: <SettingsTeamPage frame={FRAME} team={TEAM} answers={{ role: ["handler"] }} done="invited" />,
  },
  {
    name: "settings-team-wrong",
    page: (
      <SettingsTeamPage
        frame={FRAME}
        team={TEAM}
        answers={{ role: ["handler"], email: ["peter"] }}
        done={null}
        error="not_an_email_address"
      />
    ),
  },
  { name: "settings-member", page: <SettingsMemberPage frame={FRAME} member={OWNER} lastOwner /> },
  { name: "settings-mollie", page: <SettingsMolliePage {...MOLLIE} checked="works" /> },
  {
    name: "settings-mollie-refused",
    page: <SettingsMolliePage {...MOLLIE} mollie={{ kind: "none" }} error={{ kind: "refused" }} />,
  },
  { name: "settings-bank", page: <SettingsBankPage {...BANK} /> },
  { name: "settings-bank-waits", page: <SettingsBankPage {...BANK} change={CHANGE} done="asked" /> },
  {
    name: "settings-bank-wrong",
    page: <SettingsBankPage {...BANK} faults={[{ field: "iban", kind: "iban_digits" }]} />,
  },
  { name: "settings-branding", page: <SettingsBrandingPage {...BRANDING} /> },
  {
    name: "settings-branding-too-light",
    page: <SettingsBrandingPage {...BRANDING} tooLight={{ colour: "#ff8800", contrast: 2.2, nearest: "#7a4100" }} />,
  },
  {
    name: "settings-branding-own",
    page: (
      <SettingsBrandingPage {...BRANDING} brand={{ colour: "#123f7a", logo: A_LOGO }} saved logoError="not_an_image" />
    ),
  },
  { name: "settings-profile", page: <SettingsProfilePage frame={FRAME} answers={PROFILE} saved={false} /> },
  {
    name: "settings-profile-wrong",
    page: (
      <SettingsProfilePage
        frame={FRAME}
        answers={PROFILE}
        saved={false}
        faults={[{ field: "pauseMonthsMost", kind: "order", min: 4 }]}
      />
    ),
  },
  { name: "settings-collector", page: <SettingsCollectorPage frame={FRAME} answers={AGENCY} saved /> },
  {
    name: "settings-collector-wrong",
    page: (
      <SettingsCollectorPage
        frame={FRAME}
        answers={{ ...AGENCY, name: [] }}
        saved={false}
        faults={[{ field: "name", kind: "missing" }]}
      />
    ),
  },
  { name: "settings-collector-reader", page: <SettingsCollectorPage frame={LOOKING} answers={AGENCY} saved={false} /> },
  { name: "settings-help", page: <SettingsHelpContactsPage frame={FRAME} answers={HELPS} rows={3} saved={false} /> },
  {
    name: "settings-help-wrong",
    page: (
      <SettingsHelpContactsPage
        frame={FRAME}
        answers={HELPS}
        rows={3}
        saved={false}
        faults={[{ field: "url-1", kind: "web" }]}
      />
    ),
  },
  { name: "settings-help-reader", page: <SettingsHelpContactsPage frame={LOOKING} answers={HELPS} rows={3} saved={false} /> }, // prettier-ignore
  {
    name: "settings-link-key-new",
    page: (
      <SettingsNewLinkKeyPage
        frame={FRAME}
        signer={SIGNER}
        answers={{}}
        fault={{ field: "jwk", kind: "private_key" }}
      />
    ),
  },
  { name: "settings-profile-reader", page: <SettingsProfilePage frame={LOOKING} answers={PROFILE} saved={false} /> },
];
