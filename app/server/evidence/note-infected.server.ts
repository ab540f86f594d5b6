import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type InfectedFile = {
  readonly creditorId: string;
  readonly claimId: string;
  /** Its own id, or the claim's where it was refused before it had one. */
  readonly subject: string;
  readonly actor: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
};

/** Notes that the scanner found malware in what a debtor sent: neither its name nor anything of what was in it. */
export function noteInfected(tx: Transaction, { clock }: Pick<Services, "clock">, file: InfectedFile): void {
  const { creditorId, claimId, subject, actor, mediaType, size } = file;
  const data = { claim: claimId, mediaType, size };
  appendAudit(tx, creditorId, { at: clock.now(), actor, action: "upload.infected", subject, data });
}
