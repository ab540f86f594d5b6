import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import { type FormAnswers, type FormFault, lineOf } from "./form-reader.server.ts";

export type CollectorFault = FormFault<"missing" | "too_long" | "email">;

/** The agency that collects for a creditor, as debtors read it. */
export type Collector = { readonly name: string } & Readonly<
  Partial<Record<"registerNumber" | "address" | "phone" | "email", string>>
>;

const FIELDS = ["name", "registerNumber", "address", "phone", "email"] as const;
const LONGEST_LINE = 200;

/** Who collects, as its form shows it; nothing where the creditor does so itself. */
export async function collectorAnswers(services: Services, creditorId: string): Promise<FormAnswers> {
  const { collector } = await services.database.prisma.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { collector: true },
  });
  const kept = (collector ?? {}) as Partial<Collector>;
  return Object.fromEntries(FIELDS.flatMap((field) => (kept[field] === undefined ? [] : [[field, [kept[field]]]])));
}

/** Reads who collects; null, where nothing was filled in: the creditor itself. */
export function readCollectorForm(form: URLSearchParams): Result<Collector | null, readonly CollectorFault[]> {
  const typed = FIELDS.map((field) => [field, lineOf(form, field)] as const).filter(([, text]) => text !== "");
  if (typed.length === 0) return ok(null);
  const faults: CollectorFault[] = [];
  const name = lineOf(form, "name");
  const email = lineOf(form, "email");
  if (name === "") faults.push({ field: "name", kind: "missing" });
  for (const [field, text] of typed) {
    if (text.length > LONGEST_LINE) faults.push({ field, kind: "too_long", max: LONGEST_LINE });
  }
  if (email !== "" && !z.email().max(LONGEST_LINE).safeParse(email).success) faults.push({ field: "email", kind: "email" }); // prettier-ignore
  return faults.length > 0 ? err(faults) : ok({ ...Object.fromEntries(typed), name });
}

/** Puts who collects in the place of who did. The audit names that it changed, not what it says. */
export async function saveCollector(
  services: Services,
  { creditorId, collector, actor }: { creditorId: string; collector: Collector | null; actor: string },
): Promise<void> {
  const at = services.clock.now();
  await inTransaction(services.database, async (tx) => {
    const before = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { collector: true } });
    if (isDeepStrictEqual(before.collector, collector)) return;
    await tx.creditor.update({ where: { id: creditorId }, data: { collector: collector ?? Prisma.DbNull } });
    appendAudit(tx, creditorId, { at, actor, action: "creditor.updated", subject: creditorId, data: { changed: "collector" } }); // prettier-ignore
  });
}
