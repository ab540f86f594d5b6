import { CODE_PAGE, HELP_PAGE } from "#app/ui/addresses.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { Steps } from "#app/ui/parts/steps.tsx";

/** Where a new link goes: an address of which no more shows than its owner needs to know it. */
export type NewLinkTo = { readonly channel: "email" | "sms"; readonly address: string };

/** What became of the link. `action` is where the button's form is sent. */
export type LandingState =
  | { readonly kind: "valid"; readonly action: string }
  | { readonly kind: "expired"; readonly action: string; readonly to: NewLinkTo | null }
  | { readonly kind: "refused" }
  | { readonly kind: "busy" };

export type LandingPageProps = {
  path: string;
  state: LandingState;
  realHref?: string | undefined;
  notMineHref?: string | undefined;
};

/** The first page behind a link. It names no creditor, no person and no amount, whoever opens it. */
export function LandingPage({ path, state, realHref, notMineHref }: LandingPageProps) {
  const { t } = useTranslation();
  const smallPrint = [
    realHref === undefined ? [] : [{ href: realHref, text: t("landing.real") }],
    notMineHref === undefined ? [] : [{ href: notMineHref, text: t("landing.notMine") }],
    [{ href: HELP_PAGE, text: t("landing.help") }],
  ].flat();
  return (
    <PageShell path={path} title={t(TITLES[state.kind])}>
      <LandingBody state={state} />
      <nav aria-label={t("landing.smallPrint")} className="mt-8 text-small">
        <LinkList links={smallPrint} />
      </nav>
    </PageShell>
  );
}

const TITLES = {
  valid: "landing.valid.title",
  expired: "landing.expired.title",
  refused: "landing.refused.title",
  busy: "landing.busy.title",
} as const;

function LandingBody({ state }: { state: LandingState }) {
  switch (state.kind) {
    case "valid":
      return <Valid action={state.action} />;
    case "expired":
      return <Expired action={state.action} to={state.to} />;
    case "refused":
      return <Refused />;
    case "busy":
      return <Busy />;
  }
}

function Valid({ action }: { action: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("landing.valid.lead")}</p>
      <form method="post" action={action} className="my-6">
        <Button>{t("landing.valid.action")}</Button>
      </form>
      <p className="text-small text-ink-soft">{t("landing.valid.private")}</p>
    </>
  );
}

function Expired({ action, to }: { action: string; to: NewLinkTo | null }) {
  const { t } = useTranslation();
  return (
    <>
      {to === null ? (
        <p>{t("landing.expired.none")}</p>
      ) : (
        <>
          <p>{t(`landing.expired.${to.channel}`, { address: to.address })}</p>
          <form method="post" action={action} className="my-6">
            <HiddenFields values={{ intent: "new-link" }} />
            <Button>{t("landing.expired.action")}</Button>
          </form>
        </>
      )}
      <p>{t("landing.expired.code")}</p>
      <ButtonLink href={CODE_PAGE} kind="second">
        {t("landing.typeCode")}
      </ButtonLink>
      <Note>
        <p>{t("landing.expired.safe")}</p>
      </Note>
    </>
  );
}

function Refused() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("landing.refused.lead")}</p>
      <h2>{t("landing.refused.next")}</h2>
      <Steps items={[t("landing.refused.retry"), t("landing.refused.code"), t("landing.refused.contact")]} />
      <ButtonLink href={CODE_PAGE}>{t("landing.typeCode")}</ButtonLink>
    </>
  );
}

function Busy() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("landing.busy.lead")}</p>
      <Note tone="wait">
        <p>{t("landing.busy.safe")}</p>
      </Note>
    </>
  );
}
