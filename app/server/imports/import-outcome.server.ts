/** Something about a row: the line of the file and the field it is about, and what a developer or clerk can do about it. */
export type RowFinding = {
  readonly line: number | null;
  readonly field: string;
  readonly code: string;
  readonly message: string;
};

/** What became of one invoice or credit note of a file. */
export type RowOutcome = {
  readonly result: "created" | "unchanged" | "credited" | "failed";
  readonly line: number | null;
  readonly reference: string | null;
  readonly claimId: string | null;
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
};

/** On whose behalf a file is taken in. */
export type ImportContext = {
  readonly creditorId: string;
  readonly actor: string;
  /** Checks everything and stores nothing. */
  readonly dryRun: boolean;
};
