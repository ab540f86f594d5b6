import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { FieldError } from "#app/ui/forms/field-error.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatNumber } from "#app/ui/format.ts";
import type { BrandView } from "#app/ui/layout/brand.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { BrandPreview } from "#app/ui/settings/brand-preview.tsx";
import { ColourField } from "#app/ui/settings/colour-field.tsx";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** A colour in which text cannot be read, and the nearest in which it can. */
export type TooLightView = { readonly colour: string; readonly contrast: number; readonly nearest: string };

export type SettingsBrandingPageProps = {
  frame: SettingsFrame;
  name: string;
  initials: string;
  brand: BrandView;
  saved: boolean;
  tooLight?: TooLightView | undefined;
  error?: "not_a_colour" | undefined;
  logoError?:
    "no_file" | "not_an_image" | "too_many_pixels" | "broken_image" | "busy" | "too_large" | "not_read" | undefined;
};

const HOUSE_COLOUR = "#8b3a1e";

/** The colour and the logo that stand on debtors' pages beside the name. */
export function SettingsBrandingPage(props: SettingsBrandingPageProps) {
  const { frame, name, initials, brand, saved, tooLight, error, logoError } = props;
  const { t } = useTranslation();
  const colourMessage = error && t("settings.branding.error.not_a_colour");
  const logoMessage = logoError && t(`settings.branding.error.${logoError}`);
  const errors = [
    ...(colourMessage === undefined ? [] : [{ field: "colour", message: colourMessage }]),
    ...(logoMessage === undefined ? [] : [{ field: "logo", message: logoMessage }]),
  ];
  const colour = brand.colour ?? HOUSE_COLOUR;
  return (
    <SettingsShell frame={frame} title={t("settings.branding.title")}>
      <ErrorSummary errors={errors} />
      {saved && !tooLight && errors.length === 0 && (
        <StatusPanel tone="done">
          <p>{t("settings.saved")}</p>
        </StatusPanel>
      )}
      {tooLight && <TooLight tooLight={tooLight} name={name} initials={initials} />}
      <section>
        <h2>{t("settings.branding.colour")}</h2>
        {!tooLight && <BrandPreview colour={colour} name={name} initials={initials} />}
        <p>{t("settings.branding.rule")}</p>
        {frame.mayChange && (
          <form method="post">
            <HiddenFields values={{ act: "colour" }} />
            <ColourField
              name="colour"
              label={t("settings.branding.choose")}
              hint={t("settings.branding.chooseHint")}
              value={tooLight?.colour ?? colour}
            />
            <Stack>
              <Button>{t("settings.branding.save")}</Button>
            </Stack>
          </form>
        )}
        {frame.mayChange && brand.colour !== null && <SmallAct act="house" text={t("settings.branding.house")} />}
      </section>
      <Logo {...{ frame, name, brand, logoMessage }} />
    </SettingsShell>
  );
}

function TooLight({ tooLight, name, initials }: { tooLight: TooLightView; name: string; initials: string }) {
  const { t, language } = useTranslation();
  const { colour, contrast, nearest } = tooLight;
  return (
    <section role="alert">
      <Note tone="problem">
        <p>{t("settings.branding.tooLight", { colour, contrast: formatNumber(contrast, language) })}</p>
      </Note>
      <h2>{t("settings.branding.nearest", { colour: nearest })}</h2>
      <BrandPreview colour={nearest} name={name} initials={initials} />
      <form method="post">
        <HiddenFields values={{ act: "colour", colour: nearest }} />
        <Stack>
          <Button>{t("settings.branding.take")}</Button>
        </Stack>
      </form>
    </section>
  );
}

type LogoProps = Pick<SettingsBrandingPageProps, "frame" | "name" | "brand"> & { logoMessage: string | undefined };

function Logo({ frame, name, brand, logoMessage }: LogoProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("settings.branding.logo")}</h2>
      {brand.logo !== null && (
        <p>
          <img
            src={brand.logo}
            alt={t("common.logoOf", { name })}
            className="h-24 w-auto max-w-full rounded-card border border-line bg-white object-contain p-3"
          />
        </p>
      )}
      <p>{t(brand.logo === null ? "settings.branding.noLogo" : "settings.branding.hasLogo")}</p>
      {frame.mayChange && (
        <form method="post" encType="multipart/form-data">
          <div className={`my-4 ${logoMessage === undefined ? "" : "border-s-[5px] border-red ps-3"}`}>
            <label htmlFor="logo" className="mb-1 block font-semibold">
              {t("settings.branding.file")}
            </label>
            <p id="logo-hint" className="mb-2 text-small text-ink-soft">
              {t("settings.branding.fileHint")}
            </p>
            {logoMessage !== undefined && <FieldError id="logo-error" message={logoMessage} />}
            <input
              type="file"
              id="logo"
              name="logo"
              accept="image/png,image/jpeg,image/webp"
              aria-describedby={logoMessage === undefined ? "logo-hint" : "logo-hint logo-error"}
              className="block min-h-target w-full rounded-lg border-2 border-ink-soft bg-card p-2 text-small"
            />
          </div>
          <Stack>
            <Button kind="second">{t("settings.branding.upload")}</Button>
          </Stack>
        </form>
      )}
      {frame.mayChange && brand.logo !== null && <SmallAct act="no-logo" text={t("settings.branding.removeLogo")} />}
    </section>
  );
}

function SmallAct({ act, text }: { act: string; text: string }) {
  return (
    <form method="post">
      <HiddenFields values={{ act }} />
      <Button kind="quiet">{text}</Button>
    </form>
  );
}
