const SIGNATURES: readonly { readonly mimeType: string; readonly bytes: readonly number[] }[] = [
  { mimeType: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mimeType: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mimeType: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIPPED = new Set([
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.spreadsheet",
]);

/**
 * The type of a document by its first bytes, where that agrees with the type it is said to be; null where it does not.
 * PDF, PNG and JPEG are also recognised where nothing is said (`""`, `"application/octet-stream"`).
 */
export function sniffDocument(bytes: Uint8Array, said: string): string | null {
  const signed = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.mimeType;
  if (signed !== undefined)
    return said === signed || said === "" || said === "application/octet-stream" ? signed : null;
  if (startsWith(bytes, ZIP)) return ZIPPED.has(said) ? said : null;
  return said === "text/csv" && !bytes.includes(0) ? said : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
