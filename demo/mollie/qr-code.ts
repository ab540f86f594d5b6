import { toDataURL } from "qrcode";

export const QR_SIZE = 240;

/** A QR code of `text` as a PNG in a data: address. */
export async function qrCode(text: string): Promise<{ width: number; height: number; src: string }> {
  return { width: QR_SIZE, height: QR_SIZE, src: await toDataURL(text, { width: QR_SIZE, margin: 2 }) };
}
