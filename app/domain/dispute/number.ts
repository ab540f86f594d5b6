/** What a person calls a dispute by, on paper and on the telephone: `B-7K2M-9QXZ`, from the last characters of its id. */
export function disputeNumber(id: string): string {
  const end = id.slice(-8).toUpperCase();
  return `B-${end.slice(0, 4)}-${end.slice(4)}`;
}
