import type { Cents } from "#app/domain/money.ts";
import { formatAmount } from "#app/ui/format.ts";
import type { ShellCreditor } from "#app/ui/layout/page-header.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { QrFigure } from "#app/ui/parts/qr-figure.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type CheckoutState =
  | {
      readonly state: "ready";
      readonly checkoutUrl: string;
      readonly amount: Cents;
      /** For the camera of the bank's own app. */
      readonly providerQr?: string | undefined;
      /** The checkout address as a QR code, to go on with a phone. */
      readonly handoverQr?: string | undefined;
    }
  /** The answer that carries this one also names the time of the next look, in its `Refresh` header. */
  | { readonly state: "preparing"; readonly amount: Cents }
  | { readonly state: "stuck"; readonly action: string }
  | { readonly state: "ended"; readonly href: string };

export type CheckoutPageProps = {
  creditor: ShellCreditor;
  path: string;
  back?: { readonly href: string } | undefined;
  checkout: CheckoutState;
};

/** Between our form and the bank: a page of our own, because a form may not lead to another house. */
export function CheckoutPage({ creditor, path, back, checkout }: CheckoutPageProps) {
  const { t } = useTranslation();
  return (
    <PageShell creditor={creditor} path={path} back={back} title={t(TITLES[checkout.state])}>
      <CheckoutBody checkout={checkout} path={path} />
    </PageShell>
  );
}

const TITLES = {
  ready: "checkout.ready.title",
  preparing: "checkout.preparing.title",
  stuck: "checkout.stuck.title",
  ended: "checkout.ended.title",
} as const;

function CheckoutBody({ checkout, path }: { checkout: CheckoutState; path: string }) {
  switch (checkout.state) {
    case "ready":
      return <Ready {...checkout} />;
    case "preparing":
      return <Preparing amount={checkout.amount} path={path} />;
    case "stuck":
      return <Stuck action={checkout.action} />;
    case "ended":
      return <Ended href={checkout.href} />;
  }
}

function Ready({ checkoutUrl, amount, providerQr, handoverQr }: CheckoutState & { state: "ready" }) {
  const { t, language } = useTranslation();
  return (
    <>
      <p>
        <RichText text={t("checkout.ready.lead", { amount: formatAmount(amount, language) })} />
      </p>
      <div className="my-6">
        <ButtonLink href={checkoutUrl}>{t("checkout.ready.action")}</ButtonLink>
      </div>
      <p>{t("checkout.ready.after")}</p>
      {(providerQr ?? handoverQr) !== undefined && (
        <section className="hidden md:block print:hidden">
          <h2>{t("checkout.ready.otherDevice")}</h2>
          {providerQr !== undefined && (
            <QrFigure
              src={providerQr}
              alt={t("checkout.ready.providerQrAlt")}
              caption={t("checkout.ready.providerQr")}
            />
          )}
          {handoverQr !== undefined && (
            <QrFigure
              src={handoverQr}
              alt={t("checkout.ready.handoverQrAlt")}
              caption={`${t("checkout.ready.handoverQr")} ${t("checkout.ready.sameAddress")}`}
            />
          )}
        </section>
      )}
    </>
  );
}

function Preparing({ amount, path }: { amount: Cents; path: string }) {
  const { t, language } = useTranslation();
  return (
    <>
      <StatusPanel tone="busy">
        <p>
          <RichText text={t("checkout.preparing.lead", { amount: formatAmount(amount, language) })} />
        </p>
        <p>{t("checkout.preparing.safe")}</p>
      </StatusPanel>
      <ButtonLink href={path} kind="quiet">
        {t("checkout.preparing.refresh")}
      </ButtonLink>
    </>
  );
}

function Stuck({ action }: { action: string }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusPanel tone="problem">
        <p>{t("checkout.stuck.lead")}</p>
      </StatusPanel>
      <form method="post" action={action} className="my-6">
        <Button>{t("checkout.stuck.action")}</Button>
      </form>
      <Note>
        <p>{t("checkout.stuck.other")}</p>
      </Note>
    </>
  );
}

function Ended({ href }: { href: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("checkout.ended.lead")}</p>
      <ButtonLink href={href}>{t("checkout.ended.action")}</ButtonLink>
    </>
  );
}
