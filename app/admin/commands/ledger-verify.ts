import { verifyLedger } from "#app/server/claims/verify-ledger.server.ts";
import type { Command } from "../command.ts";

export const ledgerVerify: Command = {
  name: "ledger:verify",
  usage: "",
  does: "works balances, states and event numbers out anew from the ledger and compares",
  options: {},
  async run(services) {
    const found = await verifyLedger(services);
    const lines = found.map((finding) => JSON.stringify(finding));
    return { json: { findings: found }, lines: [...lines, `${found.length} findings`], fine: found.length === 0 };
  },
};
