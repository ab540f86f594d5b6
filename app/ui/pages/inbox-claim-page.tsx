import { ZERO } from "#app/domain/money.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { AmountsTable } from "#app/ui/inbox/amounts-table.tsx";
import { AuditLines } from "#app/ui/inbox/audit-lines.tsx";
import { ClaimFacts } from "#app/ui/inbox/claim-facts.tsx";
import { ClaimLetters } from "#app/ui/inbox/claim-letters.tsx";
import { ClaimLinks } from "#app/ui/inbox/claim-links.tsx";
import { ClaimMatters } from "#app/ui/inbox/claim-matters.tsx";
import type { DoneOnClaim, InboxClaimView } from "#app/ui/inbox/claims-view.ts";
import { claimActHref, CLAIMS, NEW_CLAIM, pauseHref } from "#app/ui/inbox/inbox-addresses.ts";
import { DebtorLines } from "#app/ui/inbox/debtor-lines.tsx";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { TwoColumns } from "#app/ui/inbox/two-columns.tsx";
import { Amount } from "#app/ui/parts/amount.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxClaimPageProps = {
  user: InboxUser;
  path: string;
  claim: InboxClaimView;
  /** A reader looks and does nothing. */
  mayDecide: boolean;
  done: DoneOnClaim | null;
};

const ACTS = "acts";

/** A claim on one screen: what is open and why, who owes it, what was said, what can be done. */
export function InboxClaimPage({ user, path, claim, mayDecide, done }: InboxClaimPageProps) {
  const { t, language } = useTranslation();
  const { reference, description, status, statement, debtor } = claim;
  const under = [debtor.name, description].filter((text) => text !== "").join(" · ");
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: CLAIMS, label: t("inboxClaims.title") }}
      title={t("inboxClaim.title", { reference })}
      wide
    >
      {done !== null && (
        <StatusPanel tone="done">
          <p>{t(`inboxClaim.done.${done}`)}</p>
        </StatusPanel>
      )}
      {mayDecide && (done === "added" || done === "file") && <NextSteps claim={claim} done={done} />}
      <p className="text-ink-soft [overflow-wrap:anywhere]">{under}</p>
      <Amount cents={statement.open} size="large" />
      <p className="text-ink-soft">{t(`inboxClaim.status.${status}`)}</p>
      {statement.credit > ZERO && <p>{t("inboxClaim.credit", { amount: formatAmount(statement.credit, language) })}</p>}
      {mayDecide && (
        <p className="lg:hidden print:hidden">
          <a href={`#${ACTS}`} className="inline-flex min-h-target items-center">
            {t("inboxClaim.acts.heading")}
          </a>
        </p>
      )}
      <TwoColumns
        main={
          <>
            <section>
              <h2>{t("inboxClaim.amounts.heading")}</h2>
              <AmountsTable statement={statement} />
              <Terms claim={claim} />
            </section>
            <Invoices claim={claim} />
            <ClaimFacts facts={claim.facts} />
            <ClaimLetters letters={claim.letters} />
          </>
        }
        aside={
          <>
            {mayDecide && <Acts claim={claim} />}
            <Debtor claim={claim} />
            <ClaimMatters matters={claim.matters} />
            <ClaimLinks links={claim.links} mayDecide={mayDecide} />
            <AuditLines lines={claim.audit} />
          </>
        }
      />
    </InboxShell>
  );
}

/** A claim that was just made reaches nobody before its link does. */
function NextSteps({ claim: { id, debtor }, done }: { claim: InboxClaimView; done: "added" | "file" }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <ButtonLink href={claimActHref(id, "link")}>
        {t(debtor.email === null ? "inboxClaim.next.link" : "inboxClaim.next.mail")}
      </ButtonLink>
      <ButtonLink kind="second" href={claimActHref(id, "invoice-file")}>
        {t(done === "added" ? "inboxClaim.next.file" : "inboxClaim.next.anotherFile")}
      </ButtonLink>
      <ButtonLink kind="second" href={NEW_CLAIM}>
        {t("inboxClaim.next.another")}
      </ButtonLink>
    </Stack>
  );
}

/** Why interest and costs are what they are, in a line each. */
function Terms({ claim }: { claim: InboxClaimView }) {
  const { t, language } = useTranslation();
  const { kind, interestType, asksCosts, noticeDeliveredOn, statement, paymentReference } = claim;
  const { state, dueFrom } = statement.costs;
  const day = dueFrom === null ? "" : formatDay(dueFrom, language);
  const lines = [
    t(`inboxClaim.terms.kind.${kind}`),
    t(`inboxClaim.terms.interest.${interestType}`),
    asksCosts ? t(`inboxClaim.terms.costs.${state === "notice_running" && day === "" ? "no_notice" : state}`, { day }) : t("inboxClaim.terms.costs.none"), // prettier-ignore
    ...(noticeDeliveredOn === null ? [] : [t("inboxClaim.terms.notice", { day: formatDay(noticeDeliveredOn, language) })]), // prettier-ignore
    t("inboxClaim.terms.paymentReference", { reference: paymentReference }),
  ];
  return (
    <ul className="text-small text-ink-soft">
      {lines.map((line) => (
        <li key={line} className="[overflow-wrap:anywhere]">
          {line}
        </li>
      ))}
    </ul>
  );
}

function Invoices({ claim: { invoices } }: { claim: InboxClaimView }) {
  const { t, language } = useTranslation();
  return (
    <section>
      <h2>{t("inboxClaim.invoices.heading")}</h2>
      <ul className="border-t border-line">
        {invoices.map(({ id, number, description, issuedOn, dueOn, amount, open, limitation }) => (
          <li key={id} className="grid grid-cols-[1fr_auto] gap-x-6 border-b border-line py-3">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="block font-semibold">{number}</span>
              <span className="block text-small text-ink-soft">
                {[description, t("inboxClaim.invoices.days", { issued: formatDay(issuedOn, language), due: formatDay(dueOn, language) })] // prettier-ignore
                  .filter((text) => text !== "")
                  .join(" · ")}
              </span>
            </span>
            <span className="text-end">
              <span className="block">
                <Amount cents={amount} />
              </span>
              <span className="block text-small tabular-nums text-ink-soft">
                {t("inboxClaim.invoices.open", { amount: formatAmount(open, language) })}
              </span>
            </span>
            {limitation !== null && (
              <span className="col-span-2 mt-1 text-small">
                {t(`inboxClaim.invoices.limitation.${limitation.kind}`, {
                  day: formatDay(limitation.lastDay, language),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ claim: { id, status, pauseId, statement } }: { claim: InboxClaimView }) {
  const { t, language } = useTranslation();
  const overpaid = formatAmount(statement.credit, language);
  const running = status !== "settled" && status !== "closed";
  const rest = pauseId === null ? { href: claimActHref(id, "pause"), text: t("inboxClaim.acts.pause") } : { href: pauseHref(pauseId), text: t("inboxClaim.acts.resume") }; // prettier-ignore
  return (
    <section id={ACTS} tabIndex={-1} className="focus:outline-none">
      <h2>{t("inboxClaim.acts.heading")}</h2>
      <LinkList
        links={[
          ...(statement.credit > ZERO ? [{ href: claimActHref(id, "pay-back"), text: t("inboxClaim.acts.payBack", { amount: overpaid }) }] : []), // prettier-ignore
          { href: claimActHref(id, "invoice-file"), text: t("inboxInvoiceFile.title") },
          { href: claimActHref(id, "payment"), text: t("inboxClaim.acts.payment") },
          ...(running ? [{ href: claimActHref(id, "link"), text: t("inboxClaim.acts.link") }] : []),
          { href: claimActHref(id, "credit"), text: t("inboxClaim.acts.credit") },
          ...(running ? [rest, { href: claimActHref(id, "close"), text: t("inboxClaim.acts.close") }] : []),
        ]}
      />
    </section>
  );
}

function Debtor({ claim: { debtor } }: { claim: InboxClaimView }) {
  const { t } = useTranslation();
  return (
    <section>
      <DebtorLines debtor={debtor} without={t("inboxClaim.noContact")} />
    </section>
  );
}
