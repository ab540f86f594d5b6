import { type Colour, contrast, LEAST_CONTRAST, LIGHT_GROUND, parseColour, readableOn } from "#app/domain/contrast.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { sniffFile } from "#app/server/evidence/sniff-file.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Whose = { readonly creditorId: string; readonly actor: string };

/** too_light: text in it could not be read; `nearest` can. */
export type ColourRefusal =
  | { readonly kind: "not_a_colour" }
  | { readonly kind: "too_light"; readonly colour: Colour; readonly contrast: number; readonly nearest: Colour };

/** Sets the colour of a creditor's pages, or with null that of the house. */
export async function setBrandColour(
  services: Services,
  { creditorId, actor, typed }: Whose & { readonly typed: string | null },
): Promise<Result<null, ColourRefusal>> {
  const read = typed === null ? ok(null) : parseColour(typed);
  if (!read.ok) return read;
  const colour = read.value;
  if (colour !== null && contrast(colour, LIGHT_GROUND) < LEAST_CONTRAST) {
    const nearest = readableOn(colour, LIGHT_GROUND);
    return err({ kind: "too_light", colour, contrast: contrast(colour, LIGHT_GROUND), nearest });
  }
  await save(services, { creditorId, actor, change: { brandColour: colour } });
  return ok(null);
}

export type LogoRefusal = {
  readonly kind: "no_file" | "not_an_image" | "too_many_pixels" | "broken_image" | "busy";
};

/** Keeps a logo, drawn anew and small from its pixels. */
export async function setLogo(
  services: Services,
  { creditorId, actor, bytes }: Whose & { readonly bytes: Uint8Array },
): Promise<Result<null, LogoRefusal>> {
  if (bytes.byteLength === 0) return err({ kind: "no_file" });
  const sniffed = await sniffFile(bytes);
  if (!sniffed.ok || sniffed.value !== "image") return err({ kind: "not_an_image" });
  const drawn = await services.converter.convert({ kind: "logo", bytes });
  if (!drawn.ok) return err({ kind: drawn.error.kind === "too_many_pixels" || drawn.error.kind === "busy" ? drawn.error.kind : "broken_image" }); // prettier-ignore
  if (drawn.value.kind !== "image") return err({ kind: "broken_image" });
  const logoId = newId("lgo", services.clock.now());
  await services.storage.put(logoId, drawn.value.bytes);
  await save(services, { creditorId, actor, change: { logoId } });
  return ok(null);
}

/** Shows the initials again. */
export async function removeLogo(services: Services, { creditorId, actor }: Whose): Promise<void> {
  await save(services, { creditorId, actor, change: { logoId: null } });
}

type Change = { readonly brandColour: string | null } | { readonly logoId: string | null };

async function save(
  services: Services,
  { creditorId, actor, change }: Whose & { readonly change: Change },
): Promise<void> {
  const at = services.clock.now();
  const before = await inTransaction(services.database, async (tx) => {
    const { logoId } = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { logoId: true } });
    await tx.creditor.update({ where: { id: creditorId }, data: change });
    appendAudit(tx, creditorId, { at, actor, action: "branding.changed", subject: creditorId, data: { ...change } });
    return logoId;
  });
  // Afterwards: a logo that nobody names is lost space, a name without its logo would be a hole in every page.
  if ("logoId" in change && before !== null) await services.storage.delete(before);
}

/** A logo by its id, for whoever asks: it stands on pages that need no session. */
export async function readLogo(services: Services, logoId: string): Promise<Uint8Array | null> {
  const creditor = await services.database.prisma.creditor.findUnique({ where: { logoId }, select: { id: true } });
  if (!creditor) return null;
  const stored = await services.storage.get(logoId);
  return stored.ok ? stored.value.bytes() : null;
}
