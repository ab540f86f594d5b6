import { useTranslation } from "#app/ui/translation.tsx";
import { INBOX } from "./inbox-addresses.ts";
import { countText } from "./count-text.ts";
import { INBOX_KINDS, type InboxKind } from "./inbox-view.ts";

/** One kind of what waits, or all; a kind of which there is nothing is left out. */
export function KindFilter({ counts, kind }: { counts: Readonly<Record<InboxKind, number>>; kind: InboxKind | null }) {
  const { t } = useTranslation();
  const kinds = INBOX_KINDS.filter((one) => counts[one] > 0 || one === kind);
  if (kinds.length < 2) return null;
  return (
    <nav aria-label={t("inbox.kinds.label")} className="mb-4">
      <ul className="flex flex-wrap gap-x-5">
        <Kind href={INBOX} chosen={kind === null} text={t("inbox.kinds.all")} />
        {kinds.map((one) => (
          <Kind
            key={one}
            href={`${INBOX}?kind=${one}`}
            chosen={one === kind}
            text={t("inbox.kinds.counted", { kind: t(`inbox.kinds.${one}`), count: countText(counts[one]) })}
          />
        ))}
      </ul>
    </nav>
  );
}

function Kind({ href, chosen, text }: { href: string; chosen: boolean; text: string }) {
  return (
    <li>
      <a
        href={href}
        aria-current={chosen ? "true" : undefined}
        className={`inline-flex min-h-target items-center text-small ${chosen ? "font-semibold text-ink no-underline" : "text-ink-soft"}`}
      >
        {text}
      </a>
    </li>
  );
}
