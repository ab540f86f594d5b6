import { err, ok, type Result } from "./result.ts";

declare const colour: unique symbol;

/** `#rrggbb` in small letters. */
export type Colour = string & { readonly [colour]: true };

/** The least contrast of text, WCAG 2.2 criterion 1.4.6 (AAA). */
export const LEAST_CONTRAST = 7;

/** What text and signs stand on. A card is the harder of the two in the dark, the paper in the light. */
export const LIGHT_GROUND = "#faf8f4" as Colour;
export const DARK_GROUND = "#1a2028" as Colour;

/** Reads `#8b3a1e`, `8B3A1E` or `#abc`. */
export function parseColour(text: string): Result<Colour, { readonly kind: "not_a_colour" }> {
  const bare = text.trim().toLowerCase().replace(/^#/, "");
  if (/^[0-9a-f]{6}$/.test(bare)) return ok(`#${bare}` as Colour);
  if (/^[0-9a-f]{3}$/.test(bare)) return ok(`#${[...bare].map((digit) => digit + digit).join("")}` as Colour);
  return err({ kind: "not_a_colour" });
}

/** From 1 (the same) to 21 (black and white), as WCAG 2.2 defines it. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Lightness is looked at in thousandths. */
const STEPS = 1_000;

/**
 * The colour itself where text in it can be read on that ground, else the nearest in lightness that can, with the same hue:
 * darker on a light ground, lighter on a dark one.
 */
export function readableOn(wanted: Colour, ground: Colour, least = LEAST_CONTRAST): Colour {
  if (contrast(wanted, ground) >= least) return wanted;
  const [hue, saturation, lightness] = toHsl(wanted);
  const step = luminance(ground) > 0.5 ? -1 : 1;
  const at = (distance: number) => fromHsl([hue, saturation, lightness + (step * distance) / STEPS]);
  // Further from the ground's lightness is always better, so the nearest is found by halving.
  let [near, far] = [0, Math.floor((step < 0 ? lightness : 1 - lightness) * STEPS)];
  while (near < far) {
    const middle = Math.floor((near + far) / 2);
    if (contrast(at(middle), ground) >= least) far = middle;
    else near = middle + 1;
  }
  if (contrast(at(far), ground) >= least) return at(far);
  return (step < 0 ? "#000000" : "#ffffff") as Colour;
}

/** A creditor's colour as the pages use it: as chosen in the light, and a lighter one of the same hue in the dark. */
export function brandColours(chosen: Colour): { readonly light: Colour; readonly dark: Colour } {
  return { light: chosen, dark: readableOn(chosen, DARK_GROUND) };
}

type Channels = readonly [number, number, number];

function channelsOf(of: Colour): Channels {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(of.slice(at, at + 2), 16) / 255);
  return [red, green, blue];
}

/** Relative luminance, WCAG 2.2. */
function luminance(of: Colour): number {
  const [red, green, blue] = channelsOf(of).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
function toHsl(of: Colour): Channels {
  const [red, green, blue] = channelsOf(of);
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const lightness = most - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  if (most === red) return [60 * (((green - blue) / spread + 6) % 6), saturation, lightness];
  const hue = most === green ? 60 * ((blue - red) / spread + 2) : 60 * ((red - green) / spread + 4);
  return [hue, saturation, lightness];
}

function fromHsl([hue, saturation, lightness]: Channels): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const place = (offset + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}` as Colour;
}
