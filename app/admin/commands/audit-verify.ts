import { verifyAudit } from "#app/server/audit/verify-audit.server.ts";
import type { Command } from "../command.ts";

export const auditVerify: Command = {
  name: "audit:verify",
  usage: "",
  does: "checks the audit log's chain of every creditor, and answers its heads",
  options: {},
  async run(services) {
    const { chains, faults } = await verifyAudit(services);
    const lines = faults.map((fault) => `${fault.creditorId} line ${fault.sequence}: ${fault.kind}`);
    const summary = `${chains.length} chains, ${faults.length} faults`;
    return { json: { chains, faults }, lines: [...lines, summary], fine: faults.length === 0 };
  },
};
