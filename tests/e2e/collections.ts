import type { TestApp } from "../support/server.ts";

/** The collections of a plan that are at the provider, oldest first. */
export async function collectionsOf({ database }: TestApp, arrangementId: string): Promise<string[]> {
  const where = { arrangementId, sequence: "recurring" as const, providerId: { not: null } };
  const rows = await database.db.prisma.payment.findMany({ where, orderBy: { createdAt: "asc" } });
  return rows.flatMap(({ providerId }) => providerId ?? []);
}

/** How the newest collection ends at the bank. */
export async function endCollection(app: TestApp, arrangementId: string, status: "paid" | "failed"): Promise<void> {
  const paymentId = (await collectionsOf(app, arrangementId)).at(-1) ?? "";
  app.simulator.control.setStatus({ paymentId, status });
}
