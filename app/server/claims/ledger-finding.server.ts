/** Something that the ledger and what is stored beside it disagree about. Ids and amounts only. */
export type LedgerFinding = {
  readonly check: string;
  /** Id of the entry, claim, payment or creditor it is about. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
};
