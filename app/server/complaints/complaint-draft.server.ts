import { COMPLAINT_SUBJECTS, type ComplaintSubject } from "#app/domain/complaint.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";

const FORM = "complaint";
const MOST_CHARACTERS = 4_000;

export type ComplaintDraft = { readonly claimId: string; readonly about: ComplaintSubject; readonly text: string };

/** What was typed, word for word. */
export type ComplaintAnswers = { readonly about: string; readonly text: string };

export type ComplaintFault = {
  readonly field: keyof ComplaintAnswers;
  readonly kind: "about_missing" | "text_missing" | "text_too_long";
};

type InSession = { readonly sessionId: string };

export function readComplaintForm(
  { about, text }: ComplaintAnswers,
  claimId: string,
): Result<ComplaintDraft, readonly ComplaintFault[]> {
  const subject = COMPLAINT_SUBJECTS.find((one) => one === about);
  const written = text.replaceAll("\r\n", "\n").trim();
  const faults: ComplaintFault[] = [];
  if (subject === undefined) faults.push({ field: "about", kind: "about_missing" });
  if (written === "") faults.push({ field: "text", kind: "text_missing" });
  if (written.length > MOST_CHARACTERS) faults.push({ field: "text", kind: "text_too_long" });
  return subject !== undefined && faults.length === 0 ? ok({ claimId, about: subject, text: written }) : err(faults);
}

/** What this session wrote so far, or null. */
export async function loadComplaintDraft(services: Services, { sessionId }: InSession): Promise<ComplaintDraft | null> {
  const row = await services.database.prisma.formDraft.findUnique({
    where: { sessionId_form: { sessionId, form: FORM } },
    select: { answers: true },
  });
  const stored = row?.answers as Partial<Record<keyof ComplaintDraft, unknown>> | undefined;
  const { claimId, about, text } = stored ?? {};
  if (typeof claimId !== "string" || typeof about !== "string" || typeof text !== "string") return null;
  const read = readComplaintForm({ about, text }, claimId);
  return read.ok ? read.value : null;
}

export async function saveComplaintDraft(
  services: Services,
  { sessionId, draft }: InSession & { readonly draft: ComplaintDraft },
): Promise<void> {
  const written = { answers: draft, updatedAt: services.clock.now() };
  await services.database.prisma.formDraft.upsert({
    where: { sessionId_form: { sessionId, form: FORM } },
    create: { sessionId, form: FORM, ...written },
    update: written,
  });
}

export async function clearComplaintDraft(services: Services, { sessionId }: InSession): Promise<void> {
  await services.database.prisma.formDraft.deleteMany({ where: { sessionId, form: FORM } });
}
