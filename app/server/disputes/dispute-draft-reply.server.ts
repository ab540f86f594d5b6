import { z } from "zod";
import type { Services } from "#app/server/services.server.ts";

const FORM = "dispute-reply";

type Asked = { readonly sessionId: string; readonly disputeId: string };

/** The answer to a question that was typed before files were added; empty when there is none to this dispute. */
export async function loadReply(services: Services, { sessionId, disputeId }: Asked): Promise<string> {
  const row = await services.database.prisma.formDraft.findUnique({
    where: { sessionId_form: { sessionId, form: FORM } },
    select: { answers: true },
  });
  const kept = REPLY.safeParse(row?.answers).data;
  return kept?.disputeId === disputeId ? kept.text : "";
}

export async function saveReply(
  services: Services,
  { sessionId, disputeId, text }: Asked & { readonly text: string },
): Promise<void> {
  const written = { answers: { disputeId, text }, updatedAt: services.clock.now() };
  await services.database.prisma.formDraft.upsert({
    where: { sessionId_form: { sessionId, form: FORM } },
    create: { sessionId, form: FORM, ...written },
    update: written,
  });
}

export async function clearReply(services: Services, { sessionId }: Pick<Asked, "sessionId">): Promise<void> {
  await services.database.prisma.formDraft.deleteMany({ where: { sessionId, form: FORM } });
}

const REPLY = z.object({ disputeId: z.string(), text: z.string() });
