import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { AmountChoice } from "./amount-choice.tsx";
import { LiveTotal } from "./live-total.tsx";
import { isFieldError, PAY_FIELDS, type PayError, payErrorText } from "./pay-errors.ts";
import type { PayAnswers, PayOptions } from "./pay-options.ts";

export type PayFormProps = {
  /** This page's own, with its query. */
  path: string;
  /** Made with the form, so that sending it twice asks for one payment. */
  paymentId: string;
  options: PayOptions;
  answers: PayAnswers;
  errors: readonly PayError[];
  /** `iDEAL | Wero` */
  method: string;
  /** False when this creditor takes bank transfers only. */
  providerOn: boolean;
};

export const hasChoice = ({ undisputed, part, chosen, instalment }: PayOptions): boolean =>
  undisputed !== null || part !== null || chosen !== null || instalment !== null;

export function PayForm({ path, paymentId, options, answers, errors, method, providerOn }: PayFormProps) {
  const translator = useTranslation();
  const told = errors.map((error) => payErrorText(error, { method, translator }));
  const atFields = told.filter(isFieldError);
  const elsewhere = told.filter((error) => !isFieldError(error));
  return (
    <form method="post" action={path}>
      {elsewhere.map(({ message }) => (
        <div key={message} role="alert">
          <Note tone="problem">
            <p>{message}</p>
          </Note>
        </div>
      ))}
      <ErrorSummary errors={atFields} />
      <HiddenFields values={{ paymentId, ...(hasChoice(options) ? {} : { [PAY_FIELDS.choice]: "all" }) }} />
      {hasChoice(options) && <AmountChoice options={options} answers={answers} errors={atFields} />}
      <OfflineNote />
      {providerOn ? <Ways options={options} method={method} /> : <TransferOnly />}
    </form>
  );
}

/** Both ways send the same choice; Enter in a field is the first of them. */
function Ways({ options, method }: Pick<PayFormProps, "options" | "method">) {
  const { t } = useTranslation();
  return (
    <>
      <Stack>
        <LiveTotal options={options} method={method} />
        {/* Room for two lines on a telephone, so that nothing moves when the amount joins. */}
        <div className="max-sm:[&>button]:min-h-[4.75rem]">
          <Button name="act" value="pay">
            {t("pay.button", { method })}
          </Button>
        </div>
      </Stack>
      <p className="text-small text-ink-soft">{t("pay.buttonHint")}</p>
      <h2>{t("pay.otherWay")}</h2>
      <p className="text-ink-soft">{t("pay.transferHint")}</p>
      <Stack>
        <Button name="act" value="transfer" kind="second">
          {t("pay.transfer")}
        </Button>
      </Stack>
    </>
  );
}

function TransferOnly() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Button name="act" value="transfer">
        {t("pay.transfer")}
      </Button>
    </Stack>
  );
}
