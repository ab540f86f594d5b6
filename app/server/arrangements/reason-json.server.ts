import type { Reason } from "#app/domain/arrangement/reasons.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";

/** A reason for machines: its code, with amounts as decimals and days as they are. */
export function reasonJson({ code, params }: Reason): { code: string; params: Prisma.InputJsonObject } {
  const values = Object.entries(params).map(([name, value]: [string, unknown]) => {
    return [name, typeof value === "bigint" ? toDecimal(value as Cents) : value] as const;
  });
  return { code, params: Object.fromEntries(values) as Prisma.InputJsonObject };
}
