import { printIban, type Iban } from "#app/domain/bank-transfer/iban.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatInstant } from "#app/ui/format.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { LinkList, type ListedLink } from "#app/ui/parts/link-list.tsx";
import {
  BANK,
  BRANDING,
  COLLECTOR,
  HELP_CONTACTS,
  KEYS,
  PAYMENTS_KEY,
  POLICY,
  PROFILE,
  TEAM,
  WEBHOOKS,
} from "#app/ui/settings/settings-addresses.ts";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsOverviewView = {
  readonly takesProposals: boolean;
  readonly liveKeys: number;
  readonly endpoints: number;
  readonly brokenEndpoints: number;
  readonly people: number;
  readonly mollie: { readonly kind: "own"; readonly end: string } | { readonly kind: "installation" | "none" };
  readonly iban: string;
  /** RFC 3339. */
  readonly bankChangesAt: string | null;
  readonly ownLook: boolean;
  /** Who collects for the creditor; null: itself. */
  readonly collector: string | null;
  readonly helpContacts: number;
};

/** Everything that can be set, each with how it stands. */
export function SettingsPage({ frame, overview }: { frame: SettingsFrame; overview: SettingsOverviewView }) {
  const translator = useTranslation();
  return (
    <InboxShell user={frame.user} path={frame.path} title={translator.t("settings.index.title")}>
      <LinkList links={linksOf(overview, translator)} />
    </InboxShell>
  );
}

function linksOf(overview: SettingsOverviewView, translator: Translator): ListedLink[] {
  const { t } = translator;
  const { takesProposals, liveKeys, people, ownLook, collector, helpContacts } = overview;
  return [
    {
      href: POLICY,
      text: t("settings.index.policy"),
      meta: t(takesProposals ? "settings.index.state.policyOn" : "settings.index.state.policyOff"),
    },
    {
      href: BRANDING,
      text: t("settings.index.branding"),
      meta: t(ownLook ? "settings.index.state.own" : "settings.index.state.house"),
    },
    { href: PROFILE, text: t("settings.index.profile") },
    {
      href: COLLECTOR,
      text: t("settings.index.collector"),
      meta: collector ?? t("settings.index.state.collectorNone"),
    },
    {
      href: HELP_CONTACTS,
      text: t("settings.index.helpContacts"),
      ...(helpContacts > 0 ? { meta: t("settings.index.state.helpContacts", { count: helpContacts }) } : {}),
    },
    { href: BANK, text: t("settings.index.bank"), meta: bankLine(overview, translator) },
    { href: PAYMENTS_KEY, text: t("settings.index.mollie"), meta: mollieLine(overview, translator) },
    { href: TEAM, text: t("settings.index.team"), meta: t("settings.index.state.team", { count: people }) },
    { href: KEYS, text: t("settings.index.keys"), meta: t("settings.index.state.keys", { count: liveKeys }) },
    { href: WEBHOOKS, text: t("settings.index.webhooks"), meta: endpointsLine(overview, translator) },
  ];
}

function bankLine({ iban, bankChangesAt }: SettingsOverviewView, { t, language }: Translator): string {
  const written = printIban(iban as Iban);
  if (bankChangesAt === null) return written;
  return `${written} · ${t("settings.index.state.bankWaits", { at: formatInstant(bankChangesAt, language) })}`;
}

function mollieLine({ mollie }: SettingsOverviewView, { t }: Translator): string {
  if (mollie.kind === "own") return t("settings.index.state.mollieOwn", { end: mollie.end });
  return t(mollie.kind === "none" ? "settings.index.state.mollieNone" : "settings.index.state.mollieInstalled");
}

function endpointsLine({ endpoints, brokenEndpoints }: SettingsOverviewView, { t }: Translator): string {
  const line = t("settings.index.state.webhooks", { count: endpoints });
  return brokenEndpoints === 0 ? line : `${line} · ${t("settings.index.state.broken", { count: brokenEndpoints })}`;
}
