import { brandColours, type Colour } from "#app/domain/contrast.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** A creditor's own look: a colour that was checked, and where its logo is. Null: as the house has it. */
export type BrandView = { readonly colour: string | null; readonly logo: string | null };

type Branded = { readonly name: string; readonly initials: string; readonly brand?: BrandView | undefined };

/** The sign that stands beside a creditor's name: its logo, or its initials in its colour. */
export function BrandSign({ creditor: { name, initials, brand } }: { creditor: Branded }) {
  const { t } = useTranslation();
  if (brand?.logo) {
    return (
      // White behind it, also in the dark: most logos are made for paper.
      <img
        src={brand.logo}
        alt={t("common.logoOf", { name })}
        className="h-12 w-auto max-w-[10rem] shrink-0 rounded-lg bg-white object-contain p-1"
        height={48}
      />
    );
  }
  if (!brand?.colour) {
    return (
      <span
        aria-hidden="true"
        className="grid h-10 w-10 shrink-0 place-items-center rounded-[10px] bg-badge font-bold text-white"
      >
        {initials}
      </span>
    );
  }
  const { light, dark } = brandColours(brand.colour as Colour);
  return (
    <span aria-hidden="true" className="shrink-0">
      <Tile fill={light} ink="#ffffff" initials={initials} className="dark:hidden" />
      <Tile fill={dark} ink="#12161c" initials={initials} className="hidden dark:block" />
    </span>
  );
}

/** A thin strip in the creditor's colour above its pages. */
export function BrandStrip({ brand }: { brand: BrandView | undefined }) {
  if (!brand?.colour) return null;
  const { light, dark } = brandColours(brand.colour as Colour);
  return (
    <span aria-hidden="true" className="mb-1 block w-full print:hidden">
      <Strip fill={light} className="dark:hidden" />
      <Strip fill={dark} className="hidden dark:block" />
    </span>
  );
}

// Colours as attributes of a drawing: the pages take no styles from anywhere but their own sheet.
function Tile({ fill, ink, initials, className }: { fill: string; ink: string; initials: string; className: string }) {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" className={className}>
      <rect width="40" height="40" rx="10" fill={fill} />
      <text x="20" y="20" fill={ink} fontSize="18" fontWeight="700" textAnchor="middle" dominantBaseline="central">
        {initials}
      </text>
    </svg>
  );
}

function Strip({ fill, className }: { fill: string; className: string }) {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" className={`h-1 w-full ${className}`}>
      <rect width="100" height="4" rx="2" fill={fill} />
    </svg>
  );
}
