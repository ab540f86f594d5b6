import type { BrandView } from "#app/ui/layout/brand.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { EmailText } from "#app/ui/parts/email-text.tsx";
import { HelpEntry } from "#app/ui/parts/help-entry.tsx";
import { telephoneLink } from "#app/ui/parts/telephone-link.ts";
import { HelpWays } from "#app/ui/help/help-ways.tsx";
import { MoreMoneyHelp } from "#app/ui/help/more-money-help.tsx";
import { MoneyHelp } from "#app/ui/parts/money-help.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type HelpContact = {
  readonly name: string;
  readonly initials: string;
  readonly brand?: BrandView | undefined;
  readonly reached: ReachedView;
};

/** Whom one reaches: the creditor, or who collects for it. */
export type ReachedView = {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
};

export type HelpPageProps = {
  path: string;
  back?: { readonly href: string } | undefined;
  /** Known only where a session is open. */
  creditor?: HelpContact | undefined;
  /** Who else helps, as the creditor named them. */
  contacts?: readonly CreditorHelp[];
  /** Whether the reader is the debtor, in a session of their own: then what they can arrange here comes first. */
  ways?: boolean;
};

export type CreditorHelp = {
  readonly name: string;
  readonly text?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
};

/** Who helps, free of charge, without a form. */
export function HelpPage({ path, back, creditor, contacts = [], ways = false }: HelpPageProps) {
  const { t } = useTranslation();
  return (
    <PageShell creditor={creditor} path={path} back={back} title={t("help.title")} helpHref={null}>
      <p>{t("help.lead")}</p>
      {ways && <HelpWays />}
      <h2>{t("help.money.heading")}</h2>
      <MoneyHelp />
      <MoreMoneyHelp />
      {contacts.length > 0 && <h2>{t("help.money.ofCreditor")}</h2>}
      {contacts.map(({ name, text, phone, url }) => (
        <HelpEntry
          key={name}
          name={name}
          text={text ?? ""}
          phone={phone}
          site={url === undefined ? undefined : { href: url, name: new URL(url).host }}
        />
      ))}
      <h2>{t("help.law.heading")}</h2>
      <HelpEntry
        name="Juridisch Loket"
        text={t("help.law.text")}
        phone="0800-8020"
        site={{ href: "https://www.juridischloket.nl", name: "juridischloket.nl" }}
      />
      {creditor === undefined ? <AnySender /> : <Contact reached={creditor.reached} />}
      {!ways && (
        <>
          <h2>{t("help.together.heading")}</h2>
          <p>{t("help.together.text")}</p>
        </>
      )}
      <h2>{t("help.crisis.heading")}</h2>
      <HelpEntry
        name="113"
        text={t("help.crisis.text")}
        phone="113"
        site={{ href: "https://www.113.nl", name: "113.nl" }}
      />
    </PageShell>
  );
}

function AnySender() {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("help.sender.heading")}</h2>
      <p>{t("help.sender.text")}</p>
    </>
  );
}

const CONTACT = "inline-flex min-h-target items-center font-semibold";

function Contact({ reached: { name, phone, email, address } }: { reached: ReachedView }) {
  const { t } = useTranslation();
  const rows = [
    phone === undefined
      ? []
      : [
          {
            term: t("help.creditor.phone"),
            value: (
              <a href={telephoneLink(phone)} className={CONTACT}>
                {phone}
              </a>
            ),
          },
        ],
    email === undefined
      ? []
      : [
          {
            term: t("help.creditor.email"),
            value: (
              <a href={`mailto:${email}`} className={CONTACT}>
                <span>
                  <EmailText email={email} />
                </span>
              </a>
            ),
          },
        ],
    address === undefined ? [] : [{ term: t("help.creditor.address"), value: address }],
  ].flat();
  return (
    <>
      <h2>{t("help.creditor.heading", { name })}</h2>
      <p>{t("help.creditor.text")}</p>
      <dl className="mb-4">
        {rows.map(({ term, value }) => (
          <div key={term} className="border-b border-line py-2">
            <dt className="text-small text-ink-soft">{term}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
