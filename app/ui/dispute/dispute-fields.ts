/** The names of the fields of the questions. */
export const DISPUTE_FIELDS = {
  ground: "ground",
  paidOn: "paidOn",
  paidAmount: "paidAmount",
  fromAccount: "fromAccount",
  toAccount: "toAccount",
  part: "part",
  parts: "parts",
  amount: "amount",
  story: "story",
  reply: "reply",
} as const;
