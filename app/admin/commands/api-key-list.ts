import { listApiKeys } from "#app/server/creditors/list-api-keys.server.ts";
import { type Command, needed, Refused } from "../command.ts";

export const apiKeyList: Command = {
  name: "api-key:list",
  usage: "--creditor ID",
  does: "lists the API keys of a creditor: name, scopes, last use, expiry",
  options: { creditor: { type: "string" } },
  async run(services, options) {
    const creditorId = needed(options, "creditor");
    const creditor = await services.database.prisma.creditor.findUnique({ where: { id: creditorId }, select: { id: true } }); // prettier-ignore
    if (!creditor) throw new Refused("there is no such creditor");
    const keys = await listApiKeys(services, { creditorId });
    const lines = keys.map(({ id, begins, name, state, scopes, lastUsedAt, expiresAt }) => {
      const used = lastUsedAt === null ? "never used" : `used ${lastUsedAt.toISOString()}`;
      return `${id}  ${begins}…  ${state}  ${name}  ${scopes.join(",")}  ${used}  until ${expiresAt.toISOString()}`;
    });
    return { json: { keys }, lines: [...lines, `${keys.length} keys`] };
  },
};
