import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { type EvidenceError, evidenceErrors } from "#app/ui/evidence/evidence-errors.ts";
import { EvidenceForm } from "#app/ui/evidence/evidence-form.tsx";
import { type EvidenceFile, EvidenceList } from "#app/ui/evidence/evidence-list.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type EvidencePageProps = ClaimFrame & {
  readonly continueHref: string;
  /** The files belong to an answer that is being written. */
  readonly forAnswer: boolean;
  readonly files: readonly EvidenceFile[];
  readonly errors: readonly EvidenceError[];
};

/** Photos and papers that help: add, look over, take away, and on. */
export function EvidencePage({
  creditor,
  path,
  backHref,
  continueHref,
  forAnswer,
  files,
  ...props
}: EvidencePageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = evidenceErrors(props.errors, translator);
  const onward = forAnswer ? "evidence.backToAnswer" : files.length === 0 ? "evidence.continueWithout" : "common.continue"; // prettier-ignore
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("evidence.title")}>
      <ErrorSummary errors={errors} />
      <p>{t("evidence.lead")}</p>
      <p>{t("evidence.rules")}</p>
      <EvidenceList files={files} />
      <EvidenceForm path={path} errors={errors} />
      <p className="mt-4 text-small text-ink-soft">{t("evidence.privacy", { creditor: creditor.name })}</p>
      <Stack>
        <ButtonLink href={continueHref}>{t(onward)}</ButtonLink>
      </Stack>
    </ClaimShell>
  );
}
