import QRCode from "qrcode";

export type QrContent = string | Uint8Array;

/** The squares of a QR code, without the quiet zone that has to be left free around it. */
export type QrModules = { readonly size: number; readonly isDark: (row: number, column: number) => boolean };

/** As many squares as have to stay free on each side (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** Bytes in UTF-8, error correction M. Throws RangeError for content that does not fit: limits are the caller's to check. */
export function qrModules(content: QrContent, largestVersion: number): QrModules {
  const data = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const code = encode(data);
  if (code === null || code.version > largestVersion) {
    throw new RangeError(`${data.length} bytes do not fit a QR code of version ${largestVersion}`);
  }
  return { size: code.modules.size, isDark: (row, column) => code.modules.get(row, column) === 1 };
}

function encode(data: Uint8Array): QRCode.QRCode | null {
  // 2331 bytes is what version 40 holds at level M (ISO/IEC 18004, table 7).
  if (data.length > 2331) return null;
  return QRCode.create([{ data, mode: "byte" }], { errorCorrectionLevel: "M" });
}
