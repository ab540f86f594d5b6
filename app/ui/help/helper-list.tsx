import type { HelperRights } from "#app/domain/access.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDay, formatInstant } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { HELPER_FIELDS } from "./helper-fields.ts";

/** Somebody whom the debtor let look along. */
export type HelperView = {
  readonly id: string;
  readonly name: string;
  readonly rights: HelperRights;
  readonly state: "open" | "withdrawn" | "over";
  readonly until: LocalDate;
  /** Newest first; RFC 3339. */
  readonly looks: readonly { readonly kind: "opened" | "proposed" | "changed"; readonly at: string }[];
};

/** Who looks along, what they did, and a button to end it. */
export function HelperList({ helpers }: { helpers: readonly HelperView[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("helper.list.heading")}</h2>
      {helpers.length === 0 ? (
        <p>{t("helper.list.none")}</p>
      ) : (
        <ul>
          {helpers.map((helper) => (
            <li key={helper.id} className="mb-4 break-inside-avoid rounded-card border border-line bg-card p-4">
              <Helper helper={helper} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Helper({ helper: { id, name, rights, state, until, looks } }: { helper: HelperView }) {
  const { t, language } = useTranslation();
  return (
    <>
      <h3 className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{name}</bdi>
      </h3>
      <p className="mb-1 text-ink-soft">{t(`helper.right.${rights}`)}</p>
      <p>
        {state === "withdrawn"
          ? t("helper.list.state.withdrawn")
          : t(`helper.list.state.${state}`, { day: formatDay(until, language) })}
      </p>
      <h4 className="font-semibold">{t("helper.list.looks")}</h4>
      {looks.length === 0 ? (
        <p>{t("helper.list.noLooks")}</p>
      ) : (
        <ul className="mb-2 text-small">
          {looks.map(({ kind, at }, index) => (
            <li key={`${at} ${index}`}>
              <time dateTime={at}>{formatInstant(at, language)}</time>
              {": "}
              {t(`helper.list.look.${kind}`)}
            </li>
          ))}
        </ul>
      )}
      {state === "open" && (
        <form method="post">
          <HiddenFields values={{ [HELPER_FIELDS.helperId]: id }} />
          <Button kind="second" name={HELPER_FIELDS.act} value="withdraw">
            {t("helper.list.withdraw", { name })}
          </Button>
        </form>
      )}
    </>
  );
}
