import { addDays } from "#app/domain/calendar.ts";
import { err, type Result } from "#app/domain/result.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";
import { instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { derivedSecret } from "#app/server/platform/crypto/derived-secret.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { ALL_SCOPES, API_SCOPES } from "./api-scopes.server.ts";
import { createApiKey, type NewApiKey } from "./create-api-key.server.ts";
import { lineOf } from "./form-reader.server.ts";

export type KeyFault = {
  readonly field: "name" | "scopes" | "expiresOn";
  readonly kind:
    | "name_missing"
    | "name_too_long"
    | "scopes_missing"
    | "not_a_day"
    | "expired_already"
    | "expires_too_late"
    | "made_already";
};

/** Makes the key that a form asks for, one however often it comes. It works to the end of its last day. */
export async function createKeyFromForm(
  services: Services,
  { creditorId, formId, form, actor }: { creditorId: string; formId: string; form: URLSearchParams; actor: string },
): Promise<Result<NewApiKey, readonly KeyFault[]>> {
  const name = lineOf(form, "name");
  const chosen = form.getAll("scopes");
  const scopes = form.get("reach") === "all" ? [ALL_SCOPES] : API_SCOPES.filter((scope) => chosen.includes(scope));
  const last = parseTypedDay(lineOf(form, "expiresOn"));
  const faults: KeyFault[] = [
    ...(name === "" ? [{ field: "name", kind: "name_missing" } as const] : []),
    ...(scopes.length === 0 ? [{ field: "scopes", kind: "scopes_missing" } as const] : []),
    ...(last.ok ? [] : [{ field: "expiresOn", kind: "not_a_day" } as const]),
  ];
  if (faults.length > 0 || !last.ok) return err(faults);
  const expiresAt = instantInAmsterdam({ date: addDays(last.value, 1), minute: 0 });
  const text = JSON.stringify([creditorId, formId, name, scopes, expiresAt.getTime()]);
  const again = {
    id: derivedIdFrom("key", { made: formId, text }),
    secretBytes: derivedSecret("api-keys", text)(services.keys.newest),
  };
  const made = await createApiKey(services, { creditorId, name, scopes, expiresAt, again, actor });
  if (made.ok) return made;
  const { kind } = made.error;
  switch (kind) {
    case "name_missing":
    case "name_too_long":
    case "made_already":
      return err([{ field: "name", kind }]);
    case "expired_already":
    case "expires_too_late":
      return err([{ field: "expiresOn", kind }]);
    case "unknown_scopes":
    case "creditor_not_found":
      throw new Error(`a key was refused: ${kind}`);
  }
}

/** The last day that the form starts with: in a year. */
export function firstExpiry(services: Pick<Services, "clock">): string {
  return addDays(services.clock.today(), 364);
}
