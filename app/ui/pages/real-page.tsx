import { CODE_PAGE, HELP_PAGE } from "#app/ui/addresses.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { Steps } from "#app/ui/parts/steps.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** The names of the fields; the error summary leads to them. */
export type RealField = "reference" | "amount" | "iban";

export type RealError = {
  readonly field: RealField;
  readonly kind: "reference_missing" | "amount_missing" | "amount_unreadable" | "amount_ambiguous" | "iban_wrong";
};

export type RealOutcome =
  { readonly kind: "match"; readonly words: readonly [string, string] } | { readonly kind: "no_match" };

export type RealPageProps = {
  path: string;
  /** Where a code is typed, as one types it. */
  codeAddress: string;
  /** What was typed, kept as it was. */
  answers?: Readonly<Record<RealField, string>> | undefined;
  errors?: readonly RealError[] | undefined;
  outcome?: RealOutcome | undefined;
};

/** Whether a message can be genuine. Shows nothing about a claim but that what was typed agrees with one. */
export function RealPage({ path, codeAddress, answers, errors = [], outcome }: RealPageProps) {
  const { t } = useTranslation();
  const messages = errors.map(({ field, kind }) => ({ field, message: t(`real.error.${kind}`) }));
  const fieldOf = (name: RealField) => ({
    name,
    value: answers?.[name],
    error: errorAt(messages, name),
    label: t(`real.${name}.label`),
    hint: t(`real.${name}.hint`),
  });
  return (
    <PageShell path={path} back={{ href: "/" }} title={outcome ? t(`real.${outcome.kind}.title`) : t("real.title")}>
      <ErrorSummary errors={messages} />
      {outcome ? <Outcome outcome={outcome} /> : <p>{t("real.lead")}</p>}
      {!outcome && <ByCode address={codeAddress} />}
      <h2>{t(outcome ? "real.again" : "real.byFacts.heading")}</h2>
      <p>{t("real.byFacts.lead")}</p>
      <form method="post" action={path} noValidate>
        <Field {...fieldOf("reference")} />
        <Field
          {...fieldOf("amount")}
          check={{
            kind: "amount",
            wrong: t("real.error.amount_unreadable"),
            ambiguous: t("real.error.amount_ambiguous"),
          }}
          amount
        />
        <Field
          {...fieldOf("iban")}
          check={{ kind: "ibanEnd", wrong: t("real.error.iban_wrong") }}
          inputMode="numeric"
        />
        <OfflineNote />
        <Stack>
          <Button kind={outcome ? "second" : "main"}>{t("real.action")}</Button>
        </Stack>
      </form>
      {outcome && <ByCode address={codeAddress} />}
      <LinkList
        links={[
          { href: CODE_PAGE, text: t("real.typeCode") },
          { href: HELP_PAGE, text: t("real.help") },
        ]}
      />
    </PageShell>
  );
}

/** For whoever has a code, which is all that a mail or text message brings. */
function ByCode({ address }: { address: string }) {
  const { t } = useTranslation();
  const heading = t("overview.checkWords.heading");
  return (
    <section>
      <h2>{t("real.byCode.heading")}</h2>
      <p>{t("real.byCode.lead")}</p>
      <Steps
        items={[
          t("real.byCode.go", { address }),
          t("real.byCode.type"),
          t("real.byCode.compare", { heading }),
          t("real.byCode.differ"),
        ]}
      />
      <p>{t("real.byCode.none")}</p>
    </section>
  );
}

function Outcome({ outcome }: { outcome: RealOutcome }) {
  const { t } = useTranslation();
  if (outcome.kind === "no_match") {
    return (
      <>
        <StatusPanel tone="problem">
          <p>{t("real.no_match.text")}</p>
        </StatusPanel>
        <h2>{t("real.next")}</h2>
        <Steps items={[t("real.no_match.typo"), t("real.no_match.wait"), t("real.no_match.ask")]} />
      </>
    );
  }
  return (
    <>
      <StatusPanel tone="done">
        <p>{t("real.match.text")}</p>
      </StatusPanel>
      <p className="mb-1">{t("real.match.words")}</p>
      <p lang="nl" className="text-title font-bold">
        <bdi>{outcome.words.join(", ")}</bdi>
      </p>
      <h2>{t("real.next")}</h2>
      <Steps items={[t("real.match.compare"), t("real.match.open"), t("real.match.differ")]} />
    </>
  );
}
