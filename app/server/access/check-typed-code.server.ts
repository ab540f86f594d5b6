import { err, ok, type Result } from "#app/domain/result.ts";
import { readPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findLink } from "./open-link.server.ts";

const WRONG_CODES = { name: "code-wrong", points: 30, seconds: 600 };

export type TypedCodeFault = { readonly kind: "missing" | "unreadable" | "unknown" | "busy" };

/** Reads a code as people type it, and answers it in its one spelling when a link has it. Wrong tries are limited. */
export async function checkTypedCode(
  services: Services,
  { typed, from }: { typed: string; from: string },
): Promise<Result<string, TypedCodeFault>> {
  if (typed.trim() === "") return err({ kind: "missing" });
  const tries = await services.limiter.look(WRONG_CODES, from);
  if (!tries.allowed) return err({ kind: "busy" });
  const code = readPaperCode(typed);
  if (!code.ok) return err({ kind: "unreadable" });
  const found = await findLink(services, { code: code.value });
  if (found.kind !== "refused") return ok(code.value);
  await services.limiter.count(WRONG_CODES, from);
  return err({ kind: "unknown" });
}
