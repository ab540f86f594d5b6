import { createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { type Command, needed, Refused } from "../command.ts";

export const apiKeyCreate: Command = {
  name: "api-key:create",
  usage: "--creditor ID [--scopes a,b]",
  does: "makes an API key and shows it this once",
  options: { creditor: { type: "string" }, scopes: { type: "string" } },
  async run(services, options) {
    const scopes = String(options["scopes"] ?? "").split(",").map((scope) => scope.trim()).filter(Boolean); // prettier-ignore
    const created = await createApiKey(services, {
      creditorId: needed(options, "creditor"),
      scopes,
      actor: "operator",
    });
    if (!created.ok) {
      const { error } = created;
      if (error.kind === "unknown_scopes") throw new Refused(`there is no scope ${error.scopes.join(", ")}`);
      throw new Refused(error.kind === "creditor_not_found" ? "there is no such creditor" : "the key would have expired already"); // prettier-ignore
    }
    const { id, key } = created.value;
    return { json: { id, key }, lines: [`Key ${id}`, key, "Keep it safe: it is not shown again."] };
  },
};
