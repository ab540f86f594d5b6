// Draws the icons of the web app manifest from public/favicon.svg. Run it after that drawing changes: `tsx scripts/make-icons.ts`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const PUBLIC = join(import.meta.dirname, "..", "public");
const DRAWING_PIXELS = 32;
const POINTS_PER_INCH = 72;

/** Without round corners: telephones cut their own. */
const drawing = readFileSync(join(PUBLIC, "favicon.svg"), "utf8").replace(' rx="8"', "");

for (const [name, pixels] of [
  ["icon-192.png", 192],
  ["icon-512.png", 512],
  ["apple-touch-icon.png", 180],
] as const) {
  const density = (POINTS_PER_INCH * pixels) / DRAWING_PIXELS;
  const image = sharp(Buffer.from(drawing), { density }).resize(pixels, pixels);
  await image.png({ palette: true, compressionLevel: 9 }).toFile(join(PUBLIC, name));
}
