import type { Services } from "#app/server/services.server.ts";
import { deleteStored, type StoredKeys, storedKeys } from "./stored-upload.server.ts";

/** Takes the bytes of an infected document away. Its row stays, and says by an empty key that nothing is stored any more. */
export async function forgetBytes(
  services: Pick<Services, "database" | "storage">,
  { id, ...keys }: StoredKeys & { readonly id: string },
): Promise<void> {
  await deleteStored(services, keys);
  await services.database.prisma.document.updateMany({
    where: { id, scan: "infected" },
    data: { storageKey: "", previews: [] },
  });
}

/** Goes on where taking bytes of infected documents away broke off. */
export async function clearInfected(services: Pick<Services, "database" | "storage">): Promise<void> {
  const left = await services.database.prisma.document.findMany({
    where: { scan: "infected", storageKey: { not: "" } },
    select: { id: true, ...storedKeys },
  });
  for (const document of left) await forgetBytes(services, document);
}
