import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { SpecialAnswers } from "#app/domain/special-case.ts";
import { HelperContext } from "#app/ui/helper-context.ts";
import { HelpHelperMadePage } from "#app/ui/pages/help-helper-made-page.tsx";
import { HelpHelperPage, type HelpHelperPageProps } from "#app/ui/pages/help-helper-page.tsx";
import { HelpPage } from "#app/ui/pages/help-page.tsx";
import { HelpPausePage, type HelpPausePageProps } from "#app/ui/pages/help-pause-page.tsx";
import { HelpSpecialPage } from "#app/ui/pages/help-special-page.tsx";
import { HelperRefusedPage } from "#app/ui/pages/helper-refused-page.tsx";
import { NotMePage } from "#app/ui/pages/not-me-page.tsx";
import { NotMeThanksPage } from "#app/ui/pages/not-me-thanks-page.tsx";
import { bakery, dentist } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";

const PAUSE: HelpPausePageProps = {
  creditor: bakery,
  path: "/claim/help/pause",
  pauses: [],
  ask: { untilOn: day("2027-03-22"), interestPerDay: asCents(2n) },
  mayEnd: false,
  extendUntil: null,
  news: null,
  helpedBy: "",
  wrong: false,
};

const RUNNING: HelpPausePageProps = {
  ...PAUSE,
  ask: null,
  pauses: [{ reason: "help_sought", untilOn: day("2027-03-22") }],
  mayEnd: true,
  extendUntil: day("2027-07-22"),
};

const EMPTY: SpecialAnswers = { kind: "", name: "", contact: "", reference: "", day: "", text: "" };

const SPECIAL = { creditor: bakery, path: "/claim/help/counsellor", messageId: "msg_1", answers: EMPTY, errors: [], sent: false }; // prettier-ignore

const HELPER: HelpHelperPageProps = {
  creditor: bakery,
  path: "/claim/help/helper",
  helperId: "hlp_1",
  answers: { name: "", rights: "", days: "14" },
  errors: [],
  mostDays: 30,
  helpers: [],
  madeBefore: false,
};

const HELPERS: HelpHelperPageProps["helpers"] = [
  {
    id: "hlp_2",
    name: "Fatima van het wijkteam",
    rights: "propose",
    state: "open",
    until: day("2026-12-06"),
    looks: [
      { kind: "proposed", at: "2026-11-22T10:15:00.000Z" },
      { kind: "opened", at: "2026-11-22T10:02:00.000Z" },
    ],
  },
  { id: "hlp_3", name: "Mijn zus", rights: "look", state: "open", until: day("2026-11-29"), looks: [] },
  { id: "hlp_4", name: "Buurman", rights: "look", state: "withdrawn", until: day("2026-11-20"), looks: [] },
  { id: "hlp_5", name: "Karel", rights: "look", state: "over", until: day("2026-11-01"), looks: [] },
];

const MADE = {
  name: "Fatima",
  url: "https://portal.example.nl/l/eyJhbGciOiJFZERTQSIsInR5cCI6Im1hZ2ljLWxpbmsrand0In0.eyJzdWIiOiJjbG1fMDFrYSJ9.c2lnbmF0dXVy",
  code: "1A2B-3C4D-5E6F-7G8H-9J0K-1M2N-3P",
  codePage: "https://portal.example.nl/c",
  until: day("2026-12-06"),
};

const LOOKING = { debtorName: "J. de Vries", rights: "look" } as const;

/** Help, pauses, looking along and special cases. */
export const HELP_CASES: readonly GalleryCase[] = [
  {
    name: "help-ways",
    page: (
      <HelpPage
        path="/help"
        back={{ href: "/claim" }}
        creditor={{
          name: "Bakkerij Jansen",
          initials: "BJ",
          reached: { name: "Bakkerij Jansen", phone: "078 123 45 67" },
        }}
        contacts={[
          {
            name: "Sociaal raadslieden Ons Dorp",
            text: "Inloop op maandag",
            phone: "010 123 45 67",
            url: "https://raad.example",
          },
          { name: "Buurthuis De Linde" },
        ]}
        ways
      />
    ),
  },
  { name: "pause-ask", page: <HelpPausePage {...PAUSE} /> },
  {
    name: "pause-ask-interest-rests",
    page: <HelpPausePage {...PAUSE} creditor={dentist} ask={{ untilOn: day("2027-03-22"), interestPerDay: null }} />,
  },
  { name: "pause-nothing", page: <HelpPausePage {...PAUSE} ask={null} /> },
  { name: "pause-ended", page: <HelpPausePage {...PAUSE} news="ended" /> },
  { name: "pause-running", page: <HelpPausePage {...RUNNING} news="began" /> },
  { name: "pause-extend-wrong", page: <HelpPausePage {...RUNNING} wrong /> },
  {
    name: "pause-extended",
    page: (
      <HelpPausePage
        {...RUNNING}
        pauses={[{ reason: "help_sought", untilOn: day("2027-07-22") }]}
        extendUntil={null}
        news="extended"
      />
    ),
  },
  {
    name: "pause-by-creditor",
    page: (
      <HelpPausePage
        {...PAUSE}
        pauses={[
          { reason: "creditor", untilOn: null },
          { reason: "wsnp", untilOn: null },
        ]}
      />
    ),
  },
  { name: "counsellor", page: <HelpSpecialPage {...SPECIAL} about="counsellor" /> },
  {
    name: "counsellor-wrong",
    page: (
      <HelpSpecialPage
        {...SPECIAL}
        about="counsellor"
        answers={{ ...EMPTY, contact: "010 123 45 67" }}
        errors={[
          { field: "kind", kind: "kind" },
          { field: "name", kind: "name" },
        ]}
      />
    ),
  },
  { name: "counsellor-sent", page: <HelpSpecialPage {...SPECIAL} about="counsellor" sent /> },
  { name: "bankrupt", page: <HelpSpecialPage {...SPECIAL} about="bankrupt" path="/claim/help/bankrupt" /> },
  { name: "deceased", page: <HelpSpecialPage {...SPECIAL} about="deceased" path="/claim/help/deceased" /> },
  { name: "deceased-sent", page: <HelpSpecialPage {...SPECIAL} about="deceased" path="/claim/help/deceased" sent /> },
  { name: "helper", page: <HelpHelperPage {...HELPER} /> },
  { name: "helper-wrong", page: <HelpHelperPage {...HELPER} errors={["nameMissing", "rightsMissing", "daysWrong"]} /> },
  { name: "helper-list", page: <HelpHelperPage {...HELPER} helpers={HELPERS} madeBefore /> },
  { name: "helper-made", page: <HelpHelperMadePage creditor={bakery} path="/claim/help/helper" made={MADE} /> },
  {
    name: "helper-refused",
    page: (
      <HelperContext.Provider value={LOOKING}>
        <HelperRefusedPage path="/claim/details" />
      </HelperContext.Provider>
    ),
  },
  {
    name: "helper-help",
    page: (
      <HelperContext.Provider value={{ ...LOOKING, rights: "propose" }}>
        <HelpPage path="/help" back={{ href: "/claim" }} />
      </HelperContext.Provider>
    ),
  },
  { name: "not-me", page: <NotMePage path="/l/token/not-me" backHref="/l/token" wrong={false} /> },
  { name: "not-me-wrong", page: <NotMePage path="/l/token/not-me" backHref="/l/token" wrong /> },
  { name: "not-me-thanks", page: <NotMeThanksPage path="/not-me" /> },
];
