import { type Cents, ZERO } from "#app/domain/money.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { ClaimActShell, type ClaimHeadView } from "#app/ui/inbox/claim-act-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type PayBackView = { readonly provider: Cents; readonly outside: Cents; readonly shown: string };

export type InboxClaimPayBackPageProps = {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  choice: PayBackView;
  refused?: "changed" | "failed" | undefined;
};

/** What a customer paid too much goes back: by the provider, or by the creditor itself, who says so here. */
export function InboxClaimPayBackPage({ user, path, head, choice, refused }: InboxClaimPayBackPageProps) {
  const { t } = useTranslation();
  return (
    <ClaimActShell {...{ user, path, head }} title={t("inboxClaim.payBack.title")} errors={[]}>
      {refused === "changed" && <RefusedNote text={t("inboxClaim.act.changed")} />}
      {refused === "failed" && <RefusedNote text={t("inboxClaim.payBack.failed")} />}
      {choice.provider === ZERO && choice.outside === ZERO && (
        <Note>
          <p>{t("inboxClaim.payBack.nothing")}</p>
        </Note>
      )}
      <Way way="provider" path={path} choice={choice} />
      <Way way="outside" path={path} choice={choice} />
    </ClaimActShell>
  );
}

function Way({ way, path, choice }: { way: "provider" | "outside"; path: string; choice: PayBackView }) {
  const { t, language } = useTranslation();
  if (choice[way] === ZERO) return null;
  const amount = formatAmount(choice[way], language);
  return (
    <section>
      <h2>{t(`inboxClaim.payBack.${way}.heading`, { amount })}</h2>
      <p>{t(`inboxClaim.payBack.${way}.what`)}</p>
      <form method="post" action={path}>
        <HiddenFields values={{ shown: choice.shown }} />
        <Button
          name="act"
          value={way}
          {...(way === "outside" && choice.provider > ZERO ? { kind: "second" as const } : {})}
        >
          {t(`inboxClaim.payBack.${way}.do`, { amount })}
        </Button>
      </form>
    </section>
  );
}
