import type { Translator } from "#app/i18n/translator.ts";
import { formatNumber } from "#app/ui/format.ts";
import type { DocumentView } from "./correspondence.ts";

export type FileSort = "pdf" | "image" | "sheet" | "other";

/** `pdf, 84 kB`: what will be opened and how much it takes. */
export function fileDescription({ fileName, size }: DocumentView, { t, language }: Translator): string {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(fileName)?.[1];
  return t("letters.file", {
    type: extension?.toLowerCase() ?? t("letters.fileType"),
    size: fileSize(size, language),
  });
}

/** What sort of file it is, in the words people have for it. */
export function fileSort({ mediaType }: Pick<DocumentView, "mediaType">): FileSort {
  if (mediaType === "application/pdf") return "pdf";
  if (mediaType.startsWith("image/")) return "image";
  return /spreadsheet|csv/.test(mediaType) ? "sheet" : "other";
}

/** `84 kB`, `1,2 MB` (Dutch) or `1.2 MB` (English). */
export function fileSize(bytes: number, language: Translator["language"]): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  const [size, unit] = kilobytes < 1000 ? [kilobytes, "kB"] : [kilobytes / 1000, "MB"];
  return `${formatNumber(size, language)}\u00a0${unit}`;
}
