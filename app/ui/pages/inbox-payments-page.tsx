import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { claimHref, QUARANTINE } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { methodText } from "#app/ui/inbox/method-text.ts";
import type { ListedPaymentView } from "#app/ui/inbox/payments-view.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxPaymentsPageProps = {
  user: InboxUser;
  path: string;
  payments: readonly ListedPaymentView[];
  quarantined: number;
  /** Where the next page is; null: this is the last. */
  nextHref: string | null;
};

/** What was paid, newest first, each leading to its claims; on top what does not fit and waits for somebody. */
export function InboxPaymentsPage({ user, path, payments, quarantined, nextHref }: InboxPaymentsPageProps) {
  const { t } = useTranslation();
  return (
    <InboxShell user={user} path={path} title={t("inboxPayment.title")} wide>
      {quarantined > 0 && (
        <Note tone="wait">
          <p>{t("inboxPayment.quarantine.waiting", { count: quarantined })}</p>
          <p>
            <a href={QUARANTINE} className="inline-flex min-h-target items-center font-semibold text-ink">
              {t("inboxPayment.quarantine.look")}
            </a>
          </p>
        </Note>
      )}
      {payments.length === 0 ? (
        <p>{t("inboxPayment.none")}</p>
      ) : (
        <ul className="mb-4 border-t border-line">
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-x-6">
        {nextHref !== null && (
          <a href={nextHref} className="inline-flex min-h-target items-center">
            {t("inboxPayment.next")}
          </a>
        )}
        {quarantined === 0 && (
          <a href={QUARANTINE} className="inline-flex min-h-target items-center">
            {t("inboxPayment.quarantine.seen")}
          </a>
        )}
      </p>
    </InboxShell>
  );
}

function PaymentRow({ payment }: { payment: ListedPaymentView }) {
  const translator = useTranslation();
  const { language } = translator;
  const { debtor, claims, on, method, reference, amount } = payment;
  const how = [methodText(method, translator), reference ?? ""].filter((text) => text !== "").join(" · ");
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 border-b border-line py-3 lg:grid-cols-[4fr_4fr_2fr] lg:items-baseline">
      <span className="min-w-0">
        <span className="block font-semibold">{debtor}</span>
        <span className="block text-small">
          {claims.map(({ id, reference: name }) => (
            <a
              key={id}
              href={claimHref(id)}
              className="me-3 inline-flex min-h-target items-center text-ink [overflow-wrap:anywhere]"
            >
              {name}
            </a>
          ))}
        </span>
      </span>
      <span className="order-last col-span-2 min-w-0 text-small text-ink-soft [overflow-wrap:anywhere] lg:order-none lg:col-span-1">
        {formatDay(on, language)} · {how}
      </span>
      <span className="text-end">
        <span className="block font-semibold">
          <Amount cents={amount} />
        </span>
        {stateLines(payment, translator).map((line) => (
          <span key={line} className="block text-small tabular-nums text-ink-soft">
            {line}
          </span>
        ))}
      </span>
    </li>
  );
}

function stateLines({ status, refunded, chargedBack }: ListedPaymentView, { t, language }: Translator): string[] {
  return [
    t(`inboxPayment.status.${status}`),
    ...(refunded > 0n ? [t("inboxPayment.refunded", { amount: formatAmount(refunded, language) })] : []),
    ...(chargedBack > 0n ? [t("inboxPayment.chargedBack", { amount: formatAmount(chargedBack, language) })] : []),
  ];
}
