import { complaintNumber } from "#app/domain/spoken-number.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type ComplaintAnswer = {
  readonly creditorId: string;
  readonly complaintId: string;
  readonly text: string;
  readonly actor: string;
};

/** Answers a complaint, once: of two people one wins and the other is told. The debtor reads the answer, and who else can look at it. */
export async function answerComplaint(
  services: Services,
  { creditorId, complaintId, text, actor }: ComplaintAnswer,
): Promise<Result<null, { kind: "complaint_not_found" | "already_answered" }>> {
  return inTransaction(services.database, async (tx) => {
    const complaint = await tx.complaint.findFirst({
      where: { id: complaintId, creditorId },
      select: { claimId: true, debtorId: true, creditor: { select: { complaints: true } } },
    });
    if (!complaint) return err({ kind: "complaint_not_found" });
    const { claimId, debtorId } = complaint;
    await lockClaim(tx, { creditorId, claimId });
    const at = services.clock.now();
    const { count } = await tx.complaint.updateMany({
      where: { id: complaintId, creditorId, status: "open" },
      data: { status: "answered", answer: text, answeredBy: actor, answeredAt: at },
    });
    if (count === 0) return err({ kind: "already_answered" });
    const { outsideBody } = complaint.creditor.complaints as { outsideBody?: { name: string; url: string } };
    await tellDebtor(tx, services, {
      creditorId,
      debtorId,
      claimIds: [claimId],
      kind: "complaint_answered",
      key: `${complaintId} answered`,
      atOnce: false,
      ownOnly: true,
      write: ({ t }, creditor) => ({
        subject: t("complaint.mail.answered.subject", { number: complaintNumber(complaintId) }),
        blocks: [
          { type: "paragraph", text: t("complaint.mail.answered.text", { creditor }) },
          { type: "paragraph", text },
          ...(outsideBody
            ? [{ type: "paragraph", text: t("complaint.mail.answered.outside", outsideBody) } as const]
            : []),
          { type: "rows", rows: [{ label: t("complaint.mail.number"), value: complaintNumber(complaintId) }] },
        ],
      }),
    });
    appendAudit(tx, creditorId, { at, actor, action: "complaint.answered", subject: complaintId });
    return ok(null);
  });
}
