import { brandColours, type Colour } from "#app/domain/contrast.ts";
import { useTranslation } from "#app/ui/translation.tsx";

const LONGEST = 22;

/** What the top of a debtor's page looks like in a colour, in the light and in the dark. */
export function BrandPreview({ colour, name, initials }: { colour: string; name: string; initials: string }) {
  const { t } = useTranslation();
  const { light, dark } = brandColours(colour as Colour);
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  return (
    <div className="my-4 grid gap-4 sm:grid-cols-2">
      <Ground
        label={t("settings.branding.inLight")}
        paper="#faf8f4"
        ink="#1c2430"
        sign={light}
        onSign="#ffffff"
        {...{ shown, initials }}
      />
      <Ground
        label={t("settings.branding.inDark")}
        paper="#12161c"
        ink="#f1efe9"
        sign={dark}
        onSign="#12161c"
        {...{ shown, initials }}
      />
    </div>
  );
}

type GroundProps = {
  label: string;
  paper: string;
  ink: string;
  sign: string;
  onSign: string;
  shown: string;
  initials: string;
};

// Colours as attributes of a drawing: the pages take no styles from anywhere but their own sheet.
function Ground({ label, paper, ink, sign, onSign, shown, initials }: GroundProps) {
  return (
    <figure className="min-w-0">
      <svg viewBox="0 0 280 84" className="h-auto w-full rounded-card border border-line" aria-hidden="true">
        <rect width="280" height="84" fill={paper} />
        <rect x="16" y="10" width="248" height="4" rx="2" fill={sign} />
        <rect x="16" y="28" width="40" height="40" rx="10" fill={sign} />
        <text x="36" y="48" fill={onSign} fontSize="18" fontWeight="700" textAnchor="middle" dominantBaseline="central">
          {initials}
        </text>
        <text x="68" y="48" fill={ink} fontSize="16" fontWeight="600" dominantBaseline="central">
          {shown}
        </text>
      </svg>
      <figcaption className="mt-1 text-small text-ink-soft">{label}</figcaption>
    </figure>
  );
}
