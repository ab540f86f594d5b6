import type { LocalDate } from "#app/domain/calendar.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDay } from "#app/ui/format.ts";
import { ClaimActShell, type ClaimHeadView } from "#app/ui/inbox/claim-act-shell.tsx";
import { claimActHref } from "#app/ui/inbox/inbox-addresses.ts";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Card } from "#app/ui/parts/card.tsx";
import { CopyableValue } from "#app/ui/parts/copyable-value.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { QrFigure } from "#app/ui/parts/qr-figure.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type MadeLinkView = {
  readonly url: string;
  readonly code: string;
  readonly codeUrl: string;
  readonly qr: string;
  readonly checkWords: readonly string[];
  readonly expiresOn: LocalDate;
};

export type NotMailedView =
  | "claim_not_found"
  | "expiry_out_of_range"
  | "no_address"
  | "address_stopped"
  | "claim_paused"
  | "claim_settled"
  | "claim_closed"
  | "sms_off";

/** Those that say what to do. */
const EXPLAINED = ["no_address", "address_stopped", "claim_paused", "claim_settled", "claim_closed"] as const;

export type InboxClaimLinkPageProps = {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  /** Made with the form: the same form again sends nothing more, and makes no other link. */
  mailingId: string;
  made?: MadeLinkView | undefined;
  /** Why nothing was mailed or made. */
  notMailed?: NotMailedView | undefined;
};

/** A way in for the debtor: mailed, or made here and shown this once, to print or to hand over. */
export function InboxClaimLinkPage({ user, path, head, mailingId, made, notMailed }: InboxClaimLinkPageProps) {
  const { t } = useTranslation();
  return (
    <ClaimActShell
      {...{ user, path, head }}
      errors={[]}
      title={t(made ? "inboxClaim.link.madeTitle" : "inboxClaim.link.title")}
    >
      {notMailed && (
        <RefusedNote text={t(`inboxClaim.link.notMailed.${EXPLAINED.find((why) => why === notMailed) ?? "other"}`)} />
      )}
      {made ? <Made {...{ path, made }} /> : <Choice {...{ path, head, mailingId }} />}
    </ClaimActShell>
  );
}

function Choice({
  path,
  head: { id, email },
  mailingId,
}: Pick<InboxClaimLinkPageProps, "path" | "head" | "mailingId">) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("inboxClaim.link.what")}</p>
      {email !== null && <p className="[overflow-wrap:anywhere]">{t("inboxClaim.link.mailTo", { email })}</p>}
      <form method="post" action={path}>
        <HiddenFields values={{ mailingId }} />
        <Stack>
          {email !== null && (
            <Button name="act" value="mail">
              {t("inboxClaim.link.mail")}
            </Button>
          )}
          <Button kind={email === null ? "main" : "second"} name="act" value="show">
            {t("inboxClaim.link.show")}
          </Button>
        </Stack>
      </form>
      <form method="post" action={claimActHref(id, "letter")} className="my-3">
        <HiddenFields values={{ mailingId }} />
        <Button kind="second">{t("inboxClaim.link.letter")}</Button>
      </form>
      <p className="text-small text-ink-soft">{t("inboxClaim.link.letterHint")}</p>
      <p className="text-small text-ink-soft">{t("inboxClaim.link.hours")}</p>
    </>
  );
}

function Made({ path, made }: { path: string; made: MadeLinkView }) {
  const { url, code, codeUrl, qr, checkWords, expiresOn } = made;
  const { t, language } = useTranslation();
  return (
    <>
      <Note tone="wait">
        <p>{t("inboxClaim.link.once")}</p>
        <p>
          <a href={path}>{t("inboxClaim.link.missed")}</a>
        </p>
      </Note>
      <QrFigure src={qr} alt={t("inboxClaim.link.qr")} caption={t("inboxClaim.link.qrCaption")} />
      <Card>
        <dl>
          <CopyableValue label={t("inboxClaim.link.codeUrl")} value={codeUrl} />
          <CopyableValue label={t("inboxClaim.link.code")} value={code} />
          <CopyableValue label={t("inboxClaim.link.words")} value={checkWords.join(", ")} />
          <CopyableValue label={t("inboxClaim.link.url")} value={url} />
        </dl>
      </Card>
      <p>{t("inboxClaim.link.wordsHint")}</p>
      <p className="text-ink-soft">{t("inboxClaim.link.expires", { day: formatDay(expiresOn, language) })}</p>
    </>
  );
}
