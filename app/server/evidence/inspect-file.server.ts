import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";
import type { Converted, ConversionFailure } from "./file-converter.server.ts";
import { safeFileName } from "./file-name.server.ts";
import { sniffFile, type SniffRefusal } from "./sniff-file.server.ts";

/** A file from outside as it may be kept. */
export type InspectedFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Of a PDF, as pictures. */
  readonly pages: readonly Uint8Array[];
  /** quarantined: the scanner said nothing yet. */
  readonly scan: "clean" | "unscanned" | "quarantined";
};

/** Nothing of an infected file is kept; what it was is told, to be written down. */
export type InspectionRefusal =
  | SniffRefusal
  | ConversionFailure
  | { readonly kind: "infected"; readonly mediaType: string; readonly bytes: Uint8Array };

/** Looks at what a file is by its bytes, makes images anew, draws the pages of a PDF, and has it scanned where there is a scanner. */
export async function inspectFile(
  services: Pick<Services, "converter" | "scanner">,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<InspectedFile, InspectionRefusal>> {
  const sniffed = await sniffFile(bytes);
  if (!sniffed.ok) return sniffed;
  const converted = await services.converter.convert({ kind: sniffed.value, bytes });
  if (!converted.ok) return converted;
  const kept = keptOf(converted.value, bytes);
  const verdict = (await services.scanner?.scan(kept.bytes)) ?? "unscanned";
  if (verdict === "infected") return err({ kind: verdict, mediaType: kept.mediaType, bytes: kept.bytes });
  const scan = verdict === "unavailable" ? "quarantined" : verdict;
  return ok({ ...kept, scan, fileName: safeFileName(fileName, kept.mediaType) });
}

function keptOf(converted: Converted, original: Uint8Array) {
  if (converted.kind === "image") return { bytes: converted.bytes, mediaType: converted.mediaType, pages: [] };
  return { bytes: original, mediaType: "application/pdf", pages: converted.pages };
}
