import { isLanguage, languageName } from "#app/i18n/languages.ts";
import { addressLines } from "#app/ui/claim/address-lines.ts";
import { StatementBreakdown } from "#app/ui/claim/statement-breakdown.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Amount } from "#app/ui/parts/amount.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type ClaimAnswersView, claimFaultText, claimFields, type NewClaimCheckView } from "./new-claim-view.ts";
import { RefusedNote } from "./refused-note.tsx";

type CheckProps = {
  answers: ClaimAnswersView;
  check: NewClaimCheckView;
  changed: boolean;
  creditor: string;
  action: string;
};

/** What the debtor will see and what the creditor should think about, before anything is stored. */
export function NewClaimCheck({ answers, check, changed, creditor, action }: CheckProps) {
  const { t } = useTranslation();
  const { claim, shown } = check;
  return (
    <>
      {changed && <RefusedNote text={t("inboxClaim.act.changed")} />}
      <p>{t("inboxNewClaim.checkLead")}</p>
      <WhoOwes check={check} />
      <Warnings check={check} />
      <h2>{t("inboxNewClaim.shown")}</h2>
      <p className="text-small text-ink-soft">{t("inboxNewClaim.shownLead")}</p>
      <Amount cents={claim.statement.open} size="large" />
      {claim.description !== "" && <p className="[overflow-wrap:anywhere]">{claim.description}</p>}
      <StatementBreakdown claim={claim} creditor={creditor} />
      <form method="post" action={action}>
        <HiddenFields values={{ ...claimFields(answers), shown }} />
        <Stack>
          <Button name="act" value="do">
            {t("inboxNewClaim.do")}
          </Button>
          <Button kind="second" name="act" value="edit">
            {t("inboxClaim.act.edit")}
          </Button>
        </Stack>
      </form>
    </>
  );
}

function WhoOwes({ check: { claim, debtor } }: { check: NewClaimCheckView }) {
  const { t, language } = useTranslation();
  const { name, reference, email, address } = debtor;
  const lines = address ? addressLines({ ...address, addressLine2: null }, language) : [];
  const spoken = isLanguage(debtor.language) ? languageName(debtor.language) : debtor.language;
  const kind = t(claim.kind === "commercial" ? "inboxNewClaim.company" : "inboxNewClaim.person");
  const rows = [
    { term: t("inboxNewClaim.field.reference"), value: claim.reference },
    { term: t("inboxNewClaim.field.name"), value: name },
    { term: t("inboxNewClaim.debtor"), value: kind },
    ...(reference === null ? [] : [{ term: t("inboxNewClaim.field.customerNumber"), value: reference }]),
    ...(email === null ? [] : [{ term: t("inboxNewClaim.field.email"), value: email }]),
    ...(lines.length === 0 ? [] : [{ term: t("inboxNewClaim.field.address"), value: lines.join(", ") }]),
    { term: t("inboxNewClaim.field.language"), value: spoken },
  ];
  return (
    <DefinitionList
      rows={rows.map(({ term, value }) => ({ term, value: <span className="[overflow-wrap:anywhere]">{value}</span> }))}
    />
  );
}

function Warnings({ check: { debtor, warnings } }: { check: NewClaimCheckView }) {
  const translator = useTranslation();
  const { t } = translator;
  const lines = [
    ...warnings.map((warning) => claimFaultText(warning, translator)),
    ...(debtor.email === null ? [t("inboxNewClaim.noEmail")] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t("inboxNewClaim.warnings")}</h2>
      <Note tone="wait">
        {lines.map((line) => (
          <p key={line} className="[overflow-wrap:anywhere]">
            {line}
          </p>
        ))}
      </Note>
    </section>
  );
}
