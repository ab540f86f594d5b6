import { z } from "zod";
import { LEDGER_ENTRY_TYPES } from "#app/domain/ledger.ts";
import { allocationSchema, amountText, daySchema, EXAMPLE_IDS } from "./shared-schemas.server.ts";

const settled = { total: amountText, waived: amountText.optional(), paid: amountText, open: amountText };

/** The amounts of a claim as of the end of a day; its type is that of `statementJson`. */
export const statementSchema = z
  .strictObject({
    claim: z.string().meta({ example: EXAMPLE_IDS.claim }),
    asOf: daySchema,
    principal: z.strictObject({ total: amountText, credited: amountText, paid: amountText, open: amountText }),
    interest: z.strictObject({
      ...settled,
      lines: z.array(
        z.strictObject({
          invoice: z.string().meta({ example: EXAMPLE_IDS.invoice }),
          from: daySchema,
          to: daySchema,
          days: z.int(),
          ratePercent: z.string().meta({ example: "4.00" }),
          base: amountText,
          amount: amountText,
        }),
      ),
    }),
    costs: z.strictObject({
      ...settled,
      state: z.enum(["due", "notice_running", "no_notice", "waived", "none"]),
      dueFrom: z.string().nullable().meta({ format: "date", example: "2026-07-06" }),
    }),
    vat: z.strictObject({ ratePercent: z.string().meta({ example: "21.00" }), ...settled }),
    entries: z.array(
      z.strictObject({
        date: daySchema,
        type: z.enum(LEDGER_ENTRY_TYPES).exclude(["principal"]),
        amount: amountText,
        allocation: allocationSchema,
      }),
    ),
    open: amountText,
    credit: amountText,
    disputed: amountText.optional().meta({
      description: "How much of `open` the debtor does not agree with; there only while a dispute of that day runs.",
    }),
  })
  .meta({
    id: "Statement",
    description:
      "In euro, as plain strings. In each part total − credited or waived − paid = open; `waived` is there only when the creditor gave something up.",
  });

export const STATEMENT_EXAMPLE = {
  claim: EXAMPLE_IDS.claim,
  asOf: "2026-11-22",
  principal: { total: "120.00", credited: "0.00", paid: "0.00", open: "120.00" },
  interest: {
    total: "2.31",
    paid: "0.00",
    open: "2.31",
    lines: [
      { invoice: EXAMPLE_IDS.invoice, from: "2026-05-31", to: "2026-11-22", days: 176, ratePercent: "4.00", base: "120.00", amount: "2.31" }, // prettier-ignore
    ],
  },
  costs: { total: "40.00", paid: "0.00", open: "40.00", state: "due", dueFrom: "2026-07-06" },
  vat: { ratePercent: "21.00", total: "0.00", paid: "0.00", open: "0.00" },
  entries: [],
  open: "162.31",
  credit: "0.00",
} as const;
