import sharp from "sharp";
import { err, ok } from "#app/domain/result.ts";
import type { ConverterAnswer, ImageType } from "#app/server/evidence/file-converter.server.ts";

const MOST_PIXELS = 40_000_000;
const LARGEST_BYTES = 10_000_000;
/** Of a picture that comes out larger than it may be: enough to read a page of small print. */
const SMALLER = { width: 3_000, height: 3_000, fit: "inside", withoutEnlargement: true } as const;

const READABLE = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: READABLE });
sharp.cache(false);
sharp.concurrency(1);

/** For every picture that comes from outside. */
export const OPTIONS = { failOn: "error", limitInputPixels: MOST_PIXELS } as const;

/**
 * The same picture, made anew: upright, in sRGB, and nothing along with it, neither where it was taken nor what was hidden
 * in the file. Of moving pictures the first. A picture of more than 10 MB becomes a smaller JPEG.
 */
export async function convertImage(bytes: Uint8Array): Promise<ConverterAnswer> {
  try {
    const format = await formatOf(bytes);
    if (format === null) return err({ kind: "broken_image" });
    const written = await write(bytes, format);
    if (written.byteLength <= LARGEST_BYTES)
      return ok({ kind: "image", mediaType: MEDIA_TYPES[format], bytes: written });
    const smaller = await sharp(bytes, OPTIONS).autoOrient().resize(SMALLER).flatten({ background: "white" }).jpeg({ quality: 75 }).toBuffer(); // prettier-ignore
    return ok({ kind: "image", mediaType: "image/jpeg", bytes: smaller });
  } catch (error) {
    return imageFailure(error);
  }
}

/** Null: none of the three that are taken. */
export async function formatOf(bytes: Uint8Array): Promise<keyof typeof MEDIA_TYPES | null> {
  const { format } = await sharp(bytes, OPTIONS).metadata();
  return format === "jpeg" || format === "png" || format === "webp" ? format : null;
}

export function imageFailure(error: unknown): ConverterAnswer {
  const tooMany = error instanceof Error && /pixel limit/.test(error.message);
  return err({ kind: tooMany ? "too_many_pixels" : "broken_image" });
}

function write(bytes: Uint8Array, format: keyof typeof MEDIA_TYPES): Promise<Uint8Array> {
  const upright = sharp(bytes, OPTIONS).autoOrient();
  if (format === "jpeg") return upright.jpeg({ quality: 85 }).toBuffer();
  return format === "png" ? upright.png().toBuffer() : upright.webp({ quality: 85 }).toBuffer();
}

const MEDIA_TYPES = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" } as const satisfies Record<
  string,
  ImageType
>;
