import type { Services } from "#app/server/services.server.ts";
import { auditHash } from "./append-audit.server.ts";

/** The last line of a creditor's chain: kept elsewhere, it also shows a tail that was cut off. */
export type AuditHead = { readonly creditorId: string; readonly sequence: number; readonly hash: string };

export type AuditFault = {
  readonly creditorId: string;
  readonly sequence: number;
  /** `changed`: the line is not what was hashed. `missing`: a number before it is not there. */
  readonly kind: "changed" | "missing";
};

const PAGE = 500;

/** Walks every chain from its first line. One fault a chain is named: what follows it cannot be judged. */
export async function verifyAudit(services: Services): Promise<{ chains: AuditHead[]; faults: AuditFault[] }> {
  const creditors = await services.database.prisma.auditEntry.findMany({ distinct: ["creditorId"], select: { creditorId: true } }); // prettier-ignore
  const chains: AuditHead[] = [];
  const faults: AuditFault[] = [];
  for (const { creditorId } of creditors) {
    const { head, fault } = await verifyChain(services, creditorId);
    chains.push(head);
    if (fault) faults.push(fault);
  }
  return { chains, faults };
}

async function verifyChain(
  services: Services,
  creditorId: string,
): Promise<{ head: AuditHead; fault: AuditFault | null }> {
  let head: AuditHead = { creditorId, sequence: 0, hash: "0".repeat(64) };
  for (;;) {
    const page = await services.database.prisma.auditEntry.findMany({
      where: { creditorId, sequence: { gt: head.sequence } },
      orderBy: { sequence: "asc" },
      take: PAGE,
    });
    if (page.length === 0) return { head, fault: null };
    for (const line of page) {
      const { sequence } = line;
      if (sequence !== head.sequence + 1) return { head, fault: { creditorId, sequence: head.sequence + 1, kind: "missing" } }; // prettier-ignore
      const follows = Buffer.from(line.previousHash).toString("hex") === head.hash;
      const hash = Buffer.from(auditHash(line)).toString("hex");
      if (!follows || hash !== Buffer.from(line.hash).toString("hex")) return { head, fault: { creditorId, sequence, kind: "changed" } }; // prettier-ignore
      head = { creditorId, sequence, hash };
    }
  }
}
