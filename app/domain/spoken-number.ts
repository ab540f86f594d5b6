/** `7K2M-9QXZ`: what a person calls something by, on paper and on the telephone; the last characters of its id. */
function spokenNumber(id: string): string {
  const end = id.slice(-8).toUpperCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}

/** What a person calls a dispute (bezwaar) by: `B-7K2M-9QXZ`. */
export function disputeNumber(id: string): string {
  return `B-${spokenNumber(id)}`;
}

/** What a person calls a complaint (klacht) by: `K-7K2M-9QXZ`. */
export function complaintNumber(id: string): string {
  return `K-${spokenNumber(id)}`;
}
