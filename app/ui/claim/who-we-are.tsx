import type { ReactNode } from "react";
import { fullStopAfter } from "#app/i18n/full-stop.ts";
import { EmailText } from "#app/ui/parts/email-text.tsx";
import { PhoneText } from "#app/ui/parts/phone-text.tsx";
import { telephoneLink } from "#app/ui/parts/telephone-link.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { AddressedTo } from "./addressed-to.tsx";
import type { AddresseeView, CollectorView, ComplaintsView, ContactView, CreditorView } from "./claim-view.ts";
import { reachable } from "./contact-links.tsx";

/** Who is asked to pay, who is owed, who collects, and where to complain about either. */
export function WhoWeAre({ creditor, addressee }: { creditor: CreditorView; addressee: AddresseeView }) {
  const { t } = useTranslation();
  const { name, contact, collector, complaints } = creditor;
  return (
    <section>
      <h2>{t("overview.who.heading")}</h2>
      <p className="mb-1">
        {t("overview.who.creditor")}
        <strong className="block">{name}</strong>
      </p>
      <Details of={contact} />
      {collector !== null && (
        <>
          <p className="mb-1 mt-4">
            {t("overview.who.collector", { creditor: name })}
            <strong className="block">{collector.name}</strong>
          </p>
          <Details of={collector} registerNumber={collector.registerNumber} />
        </>
      )}
      <AddressedTo addressee={addressee} name={reachable(creditor).name} />
      <Complaints complaints={complaints} />
    </section>
  );
}

function Details({ of, registerNumber }: { of: ContactView | CollectorView; registerNumber?: string | undefined }) {
  const { t } = useTranslation();
  const { address, phone, email } = of;
  const website = "website" in of ? of.website : undefined;
  return (
    <dl className="mb-3 text-small">
      {address !== undefined && <Row term={t("overview.who.address")}>{address}</Row>}
      {phone !== undefined && (
        <Row term={t("overview.who.phone")}>
          <a href={telephoneLink(phone)}>
            <PhoneText phone={phone} />
          </a>
        </Row>
      )}
      {email !== undefined && (
        <Row term={t("overview.who.email")}>
          <a href={`mailto:${email}`}>
            <EmailText email={email} />
          </a>
        </Row>
      )}
      {website !== undefined && (
        <Row term={t("overview.who.website")}>
          <a href={website} rel="noreferrer">
            <bdi dir="ltr">{website.replace(/^https?:\/\//, "").replace(/\/$/, "")}</bdi>
          </a>
        </Row>
      )}
      {registerNumber !== undefined && <Row term={t("overview.who.registerNumber")}>{registerNumber}</Row>}
    </dl>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="border-b border-line py-2">
      <dt className="text-ink-soft">{term}</dt>
      <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

/** Where to go with a complaint, as far as the creditor told. */
export function Complaints({ complaints: { text, email, url, outsideBody } }: { complaints: ComplaintsView }) {
  const { t } = useTranslation();
  if (text === undefined && email === undefined && url === undefined && outsideBody === undefined) return null;
  return (
    <>
      <h3 className="mb-2 mt-6 font-bold">{t("overview.who.complaintsHeading")}</h3>
      {text !== undefined && <p dir="auto">{text}</p>}
      {email !== undefined && (
        <p className="[overflow-wrap:anywhere]">
          {t("overview.who.complaintsEmail")}{" "}
          <a href={`mailto:${email}`}>
            <EmailText email={email} />
          </a>
          .
        </p>
      )}
      {url !== undefined && (
        <p>
          <a href={url} rel="noreferrer">
            {t("overview.who.complaintsUrl")}
          </a>
        </p>
      )}
      {outsideBody !== undefined && (
        <p>
          {t("overview.who.outsideBody")}{" "}
          <a href={outsideBody.url} rel="noreferrer">
            <bdi>{outsideBody.name}</bdi>
          </a>
          {fullStopAfter(outsideBody.name)} {t("overview.who.outsideBodyAfter")}
        </p>
      )}
    </>
  );
}
