import type { RowFinding } from "./import-outcome.server.ts";

/** One row of a file, read as far as its format goes. */
export type ImportItem =
  ClaimItem | { readonly kind: "ubl"; readonly source: string | null; readonly bytes: Uint8Array } | RefusedItem;

/** The body of a claim, not yet checked by its schema, with what reading it found. */
export type ClaimItem = {
  readonly kind: "claim";
  readonly line: number;
  readonly reference: string | null;
  /** Roughly how many bytes of the file it is. */
  readonly size: number;
  readonly body: unknown;
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
  /** Where a field of the body stands in the file. */
  readonly placeOf: (path: string) => { readonly line: number; readonly field: string };
};

export type RefusedItem = {
  readonly kind: "refused";
  readonly line: number | null;
  readonly source: string | null;
  readonly reference: string | null;
  readonly errors: readonly RowFinding[];
};

/** Rows count from 1, in the order of the file. */
export type NumberedItem = { readonly row: number; readonly item: ImportItem };

/** A file as rows. Both read it anew, piece by piece, and throw `UnreadableFile` where it is none of its format. */
export type ImportSource = {
  /** Walks the whole file: what is wrong with it as a whole shows before anything is taken in. */
  readonly count: () => Promise<number>;
  readonly rowsAfter: (row: number) => AsyncGenerator<NumberedItem>;
};

/** What is wrong with a file as a whole: nothing of it is taken in. */
export type FileFault = {
  readonly code:
    | "column_repeated"
    | "columns_missing"
    | "columns_unknown"
    | "encoding_broken"
    | "line_too_long"
    | "no_rows"
    | "not_text"
    | "not_a_zip"
    | "password"
    | "quote_not_closed"
    | "spreadsheet"
    | "too_many_rows"
    | "unpacks_too_large";
  readonly message: string;
};

export class UnreadableFile extends Error {
  readonly fault: FileFault;

  constructor(code: FileFault["code"], message: string) {
    super(message);
    this.fault = { code, message };
  }
}
