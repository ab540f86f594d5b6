/** unavailable: nothing was said about the file, so it waits and is asked about again. */
export type ScanVerdict = "clean" | "infected" | "unavailable";

/** Looks for malware in what a debtor sent. Never throws. */
export type FileScanner = { readonly scan: (bytes: Uint8Array) => Promise<ScanVerdict> };
