import { type QrContent, type QrModules, qrModules, QUIET_ZONE } from "./qr-modules.server.ts";

export type QrOptions = {
  /** What a screen reader says instead of the picture; plain text. */
  readonly label: string;
  /** Refuses content that needs a finer code than this; 13 is the limit of a SEPA transfer code (EPC069-12). */
  readonly largestVersion?: number;
};

/**
 * A QR code as inline SVG: one path on its own white ground, so it also scans from a dark page, and no size of its own.
 * Bytes in UTF-8, error correction M. Throws RangeError for content that does not fit: limits are the caller's to check.
 */
export function qrSvg(content: QrContent, { label, largestVersion = 40 }: QrOptions): string {
  const { size, isDark } = qrModules(content, largestVersion);
  const side = size + 2 * QUIET_ZONE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeAttribute(label)}"` +
    ` shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path fill="#000" d="${darkRuns(size, isDark)}"/></svg>`
  );
}

/** The same picture for the `src` of an image. */
export function qrDataUrl(content: QrContent, options: QrOptions): string {
  return `data:image/svg+xml;base64,${Buffer.from(qrSvg(content, options), "utf8").toString("base64")}`;
}

function darkRuns(size: number, isDark: QrModules["isDark"]): string {
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column < size && isDark(row, column)) column += 1;
      path += `M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${column - start}v1H${start + QUIET_ZONE}z`;
    }
  }
  return path;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
