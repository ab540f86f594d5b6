/** Something about a row: the line of the file and the field it is about, and what a developer or clerk can do about it. */
export type RowFinding = {
  readonly line: number | null;
  readonly field: string;
  readonly code: string;
  readonly message: string;
};

/** What became of one claim or credit note of a file. */
export type RowOutcome = {
  readonly row: number;
  readonly line: number | null;
  /** Name of the file within a zip. */
  readonly source: string | null;
  readonly reference: string | null;
  readonly result: RowResult;
  readonly claimId: string | null;
  /** Of a claim that a dry run would have made. */
  readonly fingerprint: Uint8Array<ArrayBuffer> | null;
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
};

export type RowResult = "created" | "unchanged" | "credited" | "failed";

export const ROW_RESULTS = ["created", "unchanged", "credited", "failed"] as const satisfies readonly RowResult[];
