import { parseLocalDate } from "#app/domain/calendar.ts";
import { assertNever } from "#app/domain/result.ts";
import { type ApiKeyRefusal, createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { type Command, needed, type OptionValues, Refused, WrongUse } from "../command.ts";

export const apiKeyCreate: Command = {
  name: "api-key:create",
  usage: "--creditor ID [--name T] [--scopes a,b] [--expires-at T]",
  does: "makes an API key and shows it this once",
  options: {
    creditor: { type: "string" },
    name: { type: "string" },
    scopes: { type: "string" },
    "expires-at": { type: "string" },
  },
  async run(services, options) {
    const { name } = options;
    const scopes = String(options["scopes"] ?? "").split(",").map((scope) => scope.trim()).filter(Boolean); // prettier-ignore
    const created = await createApiKey(services, {
      creditorId: needed(options, "creditor"),
      scopes,
      ...(typeof name === "string" ? { name } : {}),
      ...expiry(options),
      actor: "operator",
    });
    if (!created.ok) throw new Refused(reasonOf(created.error));
    const { id, key, expiresAt } = created.value;
    return {
      json: { id, key },
      lines: [`Key ${id}, until ${expiresAt.toISOString()}`, key, "Keep it safe: it is not shown again."],
    };
  },
};

function expiry(options: OptionValues): { expiresAt?: Date } {
  const text = options["expires-at"];
  if (typeof text !== "string") return {};
  const day = parseLocalDate(text);
  if (day.ok) return { expiresAt: instantInAmsterdam({ date: day.value, minute: 0 }) };
  const time = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(time.getTime()))
    return { expiresAt: time };
  throw new WrongUse("--expires-at is a time such as 2027-06-30T12:00:00Z, or a day such as 2027-06-30");
}

function reasonOf(refusal: ApiKeyRefusal): string {
  switch (refusal.kind) {
    case "creditor_not_found":
      return "there is no such creditor";
    case "made_already":
      return "the key was made before";
    case "name_missing":
      return "the name is empty";
    case "name_too_long":
      return `the name has more than ${refusal.longest} characters`;
    case "unknown_scopes":
      return `there is no scope ${refusal.scopes.join(", ")}`;
    case "expired_already":
      return "the key would have expired already";
    case "expires_too_late":
      return `a key lives at most a year, here until ${refusal.latest.toISOString()}`;
    default:
      return assertNever(refusal);
  }
}
