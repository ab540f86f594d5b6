import sharp from "sharp";
import { err, ok } from "#app/domain/result.ts";
import type { ConverterAnswer } from "#app/server/evidence/file-converter.server.ts";
import { formatOf, imageFailure, OPTIONS } from "./convert-image.ts";

/** Twice as many pixels as it takes on a page, for sharp screens. */
const LARGEST = { width: 320, height: 96, fit: "inside", withoutEnlargement: true } as const;

/** A picture as a small PNG, without the empty border that many logos have around them. */
export async function convertLogo(bytes: Uint8Array): Promise<ConverterAnswer> {
  try {
    if ((await formatOf(bytes)) === null) return err({ kind: "broken_image" });
    const upright = await sharp(bytes, OPTIONS).autoOrient().png().toBuffer();
    const trimmed = await sharp(upright)
      .trim()
      .toBuffer()
      .catch(() => upright);
    const logo = await sharp(trimmed).resize(LARGEST).png({ palette: true }).toBuffer();
    return ok({ kind: "image", mediaType: "image/png", bytes: logo });
  } catch (error) {
    return imageFailure(error);
  }
}
