import type { Services } from "#app/server/services.server.ts";
import type { ArrangementDraft } from "./draft-answers.server.ts";
import { readDraftJson, toDraftJson } from "./draft-json.server.ts";

const FORM = "arrangement";

type InSession = { readonly sessionId: string };

/** What this session filled in so far; null when it did not begin, or began in a form that is no longer read. */
export async function loadArrangementDraft(
  services: Services,
  { sessionId }: InSession,
): Promise<ArrangementDraft | null> {
  const row = await services.database.prisma.formDraft.findUnique({
    where: { sessionId_form: { sessionId, form: FORM } },
    select: { answers: true },
  });
  return row ? readDraftJson(row.answers) : null;
}

export async function saveArrangementDraft(
  services: Services,
  { sessionId, draft }: InSession & { readonly draft: ArrangementDraft },
): Promise<void> {
  // prettier-ignore
  const written = { answers: toDraftJson(draft), updatedAt: services.clock.now() };
  await services.database.prisma.formDraft.upsert({
    where: { sessionId_form: { sessionId, form: FORM } },
    create: { sessionId, form: FORM, ...written },
    update: written,
  });
}

export async function clearArrangementDraft(services: Services, { sessionId }: InSession): Promise<void> {
  await services.database.prisma.formDraft.deleteMany({ where: { sessionId, form: FORM } });
}
