import { err, ok, type Result } from "#app/domain/result.ts";
import { type LinkKey, registerLinkKey } from "#app/server/access/link-keys.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type FormAnswers, formAnswers, lineOf, linesOf } from "./form-reader.server.ts";

export type LinkKeyFormFault =
  | { readonly field: "kid"; readonly kind: "kid_not_allowed" | "kid_taken" | "too_many" }
  | { readonly field: "jwk"; readonly kind: "not_json" | "private_key" | "unknown_member" | "not_supported" };

export type LinkKeyFormRefusal =
  | { readonly kind: "not_found" }
  | { readonly kind: "incomplete"; readonly fault: LinkKeyFormFault; readonly answers: FormAnswers };

const LONGEST_KEY = 5_000;

type Order = { readonly creditorId: string; readonly form: URLSearchParams; readonly actor: string };

/** Registers the public key that somebody pasted. A private key is refused, and the form it stood in does not show it again. */
export async function registerKeyFromForm(
  services: Services,
  { creditorId, form, actor }: Order,
): Promise<Result<LinkKey, LinkKeyFormRefusal>> {
  // Made when the form was shown: the same form twice is one key.
  const keyId = form.get("keyId") ?? "";
  if (!isId("lky", keyId)) return err({ kind: "not_found" });
  const refuse = (fault: LinkKeyFormFault) => {
    const { jwk = [], ...answers } = formAnswers(form);
    const kept = fault.kind === "private_key" ? answers : { ...answers, jwk };
    return err({ kind: "incomplete", fault, answers: kept } as const);
  };
  const jwk = readJson(linesOf(form, "jwk"));
  if (!jwk) return refuse({ field: "jwk", kind: "not_json" });
  const inside = typeof jwk["kid"] === "string" ? jwk["kid"] : "";
  const kid = lineOf(form, "kid") === "" ? inside : lineOf(form, "kid");
  const made = await registerLinkKey(services, { creditorId, keyId, kid, jwk, actor });
  if (made.ok) return ok(made.value);
  const { error } = made;
  return refuse(error.kind === "jwk" ? { field: "jwk", kind: error.fault.kind } : { field: "kid", kind: error.kind });
}

function readJson(text: string): Record<string, unknown> | null {
  if (text.length > LONGEST_KEY) return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
