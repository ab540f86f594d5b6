import { z } from "zod";

export const EXAMPLE_IDS = {
  claim: "clm_01kaghtw0078v5w3drzqyj9c2m",
  invoice: "inv_01kaghtw0078v5w3drzqyj9c2n",
  debtor: "dbt_01kaghtw0078v5w3drzqyj9c2p",
  payment: "pay_01kaghtw0078v5w3drzqyj9c2q",
  refund: "rfd_01kaghtw0078v5w3drzqyj9c32",
  link: "lnk_01kaghtw0078v5w3drzqyj9c2r",
  linkKey: "lky_01kaghtw0078v5w3drzqyj9c33",
  message: "msg_01kaghtw0078v5w3drzqyj9c2s",
  import: "imp_01kaghtw0078v5w3drzqyj9c2t",
  endpoint: "whe_01kaghtw0078v5w3drzqyj9c2v",
  event: "evt_01kaghtw0078v5w3drzqyj9c2w",
  arrangement: "arr_01kaghtw0078v5w3drzqyj9c30",
  dispute: "dsp_01kaghtw0078v5w3drzqyj9c31",
  document: "doc_01kaghtw0078v5w3drzqyj9c33",
} as const;

/** An id in an answer. */
export function idSchema(kind: keyof typeof EXAMPLE_IDS) {
  return z.string().meta({ example: EXAMPLE_IDS[kind] });
}

/** An id as part of the address. */
export function idParam(kind: keyof typeof EXAMPLE_IDS) {
  return z.string().meta({ description: `Id of the ${kind}.`, example: EXAMPLE_IDS[kind] });
}

export const claimParam = z.strictObject({
  claim: z.string().meta({
    description: "Id of the claim, or `ref:` and your own reference, URL-encoded.",
    example: EXAMPLE_IDS.claim,
  }),
});

export const timeSchema = z.string().meta({ format: "date-time", example: "2026-11-22T10:15:00.000Z" });

export const daySchema = z.string().meta({ format: "date", example: "2026-11-22" });

/** A moment in a request, in any zone. */
export const timeInput = z.iso
  .datetime({ offset: true, error: "must be an RFC 3339 time such as 2026-11-22T10:15:00Z" })
  .transform((text) => new Date(text));

/** An amount in a statement: a plain string in euro, below zero only for what went back. */
export const amountText = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ example: "120.00" });

export const allocationSchema = z
  .strictObject({ costs: amountText, vat: amountText, interest: amountText, principal: amountText, credit: amountText })
  .meta({ id: "Allocation", description: "Where an amount went (BW 6:43, 6:44), in euro. `credit` is overpaid." });

export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "For the next page; null on the last." }),
  });
}

/** The body of a request that needs none. */
export const emptyBody = { kind: "json", schema: z.strictObject({}), optional: true } as const;
