import { revokeApiKey } from "#app/server/creditors/revoke-api-key.server.ts";
import { type Command, needed, Refused, WrongUse } from "../command.ts";

export const apiKeyRevoke: Command = {
  name: "api-key:revoke",
  usage: "--key ID",
  does: "ends an API key at once, by its id or by the vk_ and eight characters it begins with",
  options: { key: { type: "string" } },
  async run(services, options) {
    const name = needed(options, "key");
    if (/^vk_\w{8}_/.test(name)) throw new WrongUse("--key takes no whole key, which would stay in a shell history: give vk_ and the eight characters after it"); // prettier-ignore
    const prefix = /^vk_(\w{8})$/.exec(name)?.[1];
    // An operator names a key by itself, as whoever finds one that leaked; everybody else asks in a creditor's name.
    const key = await services.database.prisma.apiKey.findUnique({
      where: prefix === undefined ? { id: name } : { prefix },
      select: { id: true, creditorId: true },
    });
    const revoked = key && (await revokeApiKey(services, { creditorId: key.creditorId, keyId: key.id, actor: "operator" })); // prettier-ignore
    if (!revoked) throw new Refused("there is no such key");
    return { json: { id: key.id }, lines: [`Key ${key.id} is revoked`] };
  },
};
